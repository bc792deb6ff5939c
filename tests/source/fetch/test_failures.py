"""Whatever goes wrong on the way is told as what it is, and the next look finds it mended."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from index.source.limits import FetchLimits
from index.source.unreadable import PlaceProblem, Remedy
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import (
    Announces,
    CutOff,
    Endless,
    Fault,
    Raw,
    Says,
    Silent,
    Status,
    Trickles,
)
from tests.source.fetch.looking import Look, at_github, files, look

HURRIED = FetchLimits(fetch_seconds=0.4)
IMPATIENT = FetchLimits(silent_seconds=0.2)
SMALL = FetchLimits(download_bytes=5 * 1024 * 1024, answer_bytes=64 * 1024)
RETRY = (("Retry-After", "120"),)

BROKEN: list[tuple[Fault, PlaceProblem, str]] = [
    (Status(code=500), PlaceProblem.HOST_FAULT, "500"),
    (Status(code=502, on="archive"), PlaceProblem.HOST_FAULT, "502"),
    (Status(code=503, headers=RETRY), PlaceProblem.HOST_FAULT, "503"),
    (Status(code=400), PlaceProblem.HOST_FAULT, "400"),
    (Status(code=401), PlaceProblem.UNAUTHORISED, "401"),
    (Status(code=403), PlaceProblem.UNAUTHORISED, "403"),
    (Status(code=403, on="archive"), PlaceProblem.UNAUTHORISED, "403"),
    (Status(code=404, on="archive"), PlaceProblem.UNKNOWN_REPOSITORY, ""),
    (Status(code=451), PlaceProblem.UNKNOWN_REPOSITORY, ""),
    (Status(code=407), PlaceProblem.UNREACHABLE, "407"),
    (Status(code=302), PlaceProblem.GARBLED, "/repos/os2/handbook/commits"),
    (Status(code=304), PlaceProblem.GARBLED, "/repos/os2/handbook/commits"),
    (Status(code=204), PlaceProblem.HOST_FAULT, "204"),
    (Says(), PlaceProblem.GARBLED, "/repos/os2/handbook/commits"),
    (Says(on="repository"), PlaceProblem.GARBLED, "/repos/os2/handbook"),
    (Says(body=b"{}", on="newest"), PlaceProblem.GARBLED, "/repos/os2/handbook/commits"),
    (Says(body=b"[{}]", on="newest"), PlaceProblem.GARBLED, "/repos/os2/handbook/commits"),
    (Says(body=b'[{"sha": "../x"}]'), PlaceProblem.GARBLED, "/repos/os2/handbook/commits"),
    (Says(body=b"[" * 100_000), PlaceProblem.GARBLED, "/repos/os2/handbook/commits"),
    (Says(body=b"\xff\xfe\x00"), PlaceProblem.GARBLED, "/repos/os2/handbook/commits"),
    (Says(body=b"[]", on="repository"), PlaceProblem.GARBLED, "/repos/os2/handbook"),
    (Raw(), PlaceProblem.UNREACHABLE, "RemoteProtocolError"),
    (Raw(sent=b"HTTP/1.1 200 O"), PlaceProblem.UNREACHABLE, "RemoteProtocolError"),
    (Raw(sent=b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), PlaceProblem.GARBLED, "HTTP"),
    (CutOff(), PlaceProblem.CUT_OFF, ""),
    (CutOff(on="archive"), PlaceProblem.CUT_OFF, ""),
    (CutOff(on="archive", chunked=True), PlaceProblem.CUT_OFF, ""),
    (CutOff(on="archive", chunked=True, share=1), PlaceProblem.CUT_OFF, ""),
    (CutOff(on="archive", share=0), PlaceProblem.CUT_OFF, ""),
    (Announces(on="archive", length=100_000), PlaceProblem.CUT_OFF, ""),
]


@pytest.mark.parametrize(("fault", "problem", "detail"), BROKEN, ids=repr)
def test_broken(
    host: FakeHost, tmp_path: Path, fault: Fault, problem: PlaceProblem, detail: str
) -> None:
    """Each thing that a host may do wrong is its own problem; then the next look is right."""
    where = at_github(host, tmp_path)
    host.fault = fault
    where.refused(problem, detail)
    host.fault = None
    assert files(where.first())["index.md"] == "# Hej\n"


def test_page_instead_of_an_archive(host: FakeHost, tmp_path: Path) -> None:
    """A page to sign in that comes where an archive should is no archive."""
    host.fault = Says(on="archive")
    error = at_github(host, tmp_path).refused(PlaceProblem.GARBLED)
    assert error.detail.endswith(host.repository().branches["main"])


def test_waits_as_long_as_it_is_told(host: FakeHost, tmp_path: Path) -> None:
    """A time to come back is heard, of a limit and of a fault."""
    for code in (403, 429, 503):
        host.fault = Status(code=code, headers=RETRY)
        limited = code != 503
        problem = PlaceProblem.RATE_LIMITED if limited else PlaceProblem.HOST_FAULT
        error = at_github(host, tmp_path).refused(problem)
        assert error.again is not None
        assert 100 < (error.again - datetime.now(error.again.tzinfo)).total_seconds() <= 120
        assert problem.remedy is Remedy.WAIT


def test_second_limit_of_github(host: FakeHost, tmp_path: Path) -> None:
    """A limit that only the text speaks of is one too, for a minute."""
    host.fault = Status(code=403, body=b"You have exceeded a secondary rate limit")
    error = at_github(host, tmp_path).refused(PlaceProblem.RATE_LIMITED)
    assert error.again is not None


def test_dropped_once(host: FakeHost, tmp_path: Path) -> None:
    """A connection that is dropped before the answer begins is tried once more at once."""
    host.fault = Raw(times=1)
    assert files(at_github(host, tmp_path).first())["index.md"] == "# Hej\n"


def test_not_dropped_for_ever(host: FakeHost, tmp_path: Path) -> None:
    """A host that drops each connection is asked twice in a look."""
    host.fault = Raw()
    at_github(host, tmp_path).refused(PlaceProblem.UNREACHABLE)
    assert len(host.asked) == 2


def test_nobody_there(tmp_path: Path) -> None:
    """A port at which nobody listens is unreachable, with the system's reason."""
    with FakeHost() as gone:
        where = at_github(gone, tmp_path)
    where.refused(PlaceProblem.UNREACHABLE, "Connection refused")


def test_unknown_name(tmp_path: Path) -> None:
    """A name that nobody has is unreachable."""
    Look("https://github.com/os2/handbook", tmp_path, api_url="http://host.invalid").refused(
        PlaceProblem.UNREACHABLE
    )


def test_no_tls(host: FakeHost, tmp_path: Path) -> None:
    """A host that speaks no TLS where it should cannot prove who it is."""
    address = host.url.replace("http:", "https:")
    where = replace(at_github(host, tmp_path), api_url=address)
    assert where.refused(PlaceProblem.CERTIFICATE).detail


@pytest.mark.parametrize("fault", [Trickles(), Trickles(head=True), Trickles(on="archive")])
def test_trickles(host: FakeHost, tmp_path: Path, fault: Fault) -> None:
    """What comes steadily and too slowly is given up, the head of an answer too."""
    host.fault = fault
    replace(at_github(host, tmp_path), limits=HURRIED).refused(PlaceProblem.SLOW, "0.4")


@pytest.mark.parametrize("fault", [Silent(), Silent(begun=True), Silent(on="archive", begun=True)])
def test_silent(host: FakeHost, tmp_path: Path, fault: Fault) -> None:
    """A host that says nothing more is given up."""
    host.fault = fault
    replace(at_github(host, tmp_path), limits=IMPATIENT).refused(PlaceProblem.SLOW, "0.2")


def test_announces_too_much(host: FakeHost, tmp_path: Path) -> None:
    """More than 512 MiB is refused as soon as it is announced."""
    host.fault = Announces(on="archive", length=512 * 1024 * 1024 + 1)
    at_github(host, tmp_path).refused(PlaceProblem.TOO_LARGE, "512")
    assert list(tmp_path.glob("*")) == []


def test_endless_archive(host: FakeHost, tmp_path: Path) -> None:
    """A body without announced length is cut at the limit, and nothing of it stays."""
    host.fault = fault = Endless(on="archive")
    where = replace(at_github(host, tmp_path), limits=SMALL)
    where.refused(PlaceProblem.TOO_LARGE, "5")
    assert list(tmp_path.glob("*")) == []
    host.__exit__(None, None, None)
    assert fault.sent[0] < 64 * 1024 * 1024


def test_endless_answer(host: FakeHost, tmp_path: Path) -> None:
    """An answer to a question that does not end is no answer."""
    host.fault = Endless(on="newest")
    where = replace(at_github(host, tmp_path), limits=SMALL)
    where.refused(PlaceProblem.GARBLED, "/repos/os2/handbook/commits")


def test_endless_refusal(host: FakeHost, tmp_path: Path) -> None:
    """The text of a refusal is not read for ever either."""
    host.fault = Status(code=403, on="archive", body=b"x" * 100_000)
    replace(at_github(host, tmp_path), limits=SMALL).refused(PlaceProblem.GARBLED)


def test_what_was_known_stays(host: FakeHost, tmp_path: Path) -> None:
    """A failed look leaves what was kept as it was."""
    where = at_github(host, tmp_path)
    origin = where.origin()
    known = look(origin, None)
    origin.keep(known)
    host.commit({"docs/a.md": "# Ny\n"}, day="2026-03-02")
    host.fault = CutOff(on="archive")
    where.refused(PlaceProblem.CUT_OFF)
    assert where.origin().kept() == known
    assert files(known)["docs/a.md"] == "# A\n"
