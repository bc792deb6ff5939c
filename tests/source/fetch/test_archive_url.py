"""An archive at an address: fetched where it has changed."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.source.fetch.fetched import Origin
from index.source.unreadable import PlaceProblem
from tests.source.fetch.fake_host import FakeHost, ServedFile
from tests.source.fetch.fake_repository import tar_gz, zipped
from tests.source.fetch.fault import CutOff, Says, SendsOn, Status
from tests.source.fetch.looking import Look, look

OLD, NEW = zipped({"a.md": "# A\n"}), zipped({"a.md": "# B\n"})
MONDAY, TUESDAY = "Mon, 02 Mar 2026 09:00:00 GMT", "Tue, 03 Mar 2026 09:00:00 GMT"
MARKS = [
    (ServedFile(OLD, etag='"1"'), ServedFile(NEW, etag='"2"')),
    (ServedFile(OLD, etag='W/"1"', modified=MONDAY), ServedFile(NEW, 'W/"2"', TUESDAY)),
    (ServedFile(OLD, modified=MONDAY), ServedFile(NEW, modified=TUESDAY)),
    (ServedFile(OLD), ServedFile(NEW)),
]
each_mark = pytest.mark.parametrize(("before", "after"), MARKS)


def _look(host: FakeHost, folder: Path, name: str = "hb.zip") -> Look:
    return Look(f"{host.url}/{name}", folder)


def _origin(host: FakeHost, folder: Path, served: ServedFile) -> Origin:
    host.files["/hb.zip"] = served
    return _look(host, folder).origin()


def test_first_look(host: FakeHost, tmp_path: Path) -> None:
    """The archive comes as it is, known by its digest and dated by its host."""
    origin = _origin(host, tmp_path, ServedFile(OLD, modified=MONDAY))
    fetched = look(origin, None)
    assert fetched.root.read_bytes() == OLD
    assert fetched.revision.identity == hashlib.sha256(OLD).hexdigest()
    assert fetched.revision.made == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert fetched.hosted is None


@each_mark
def test_unchanged(host: FakeHost, tmp_path: Path, before: ServedFile, after: ServedFile) -> None:
    """An unchanged archive is what was known, and not sent again where its host can tell."""
    origin = _origin(host, tmp_path, before)
    known = look(origin, None)
    host.asked.clear()
    assert look(origin, known) is known
    assert host.counts() == ({"304": 1} if after.etag or after.modified else {"file": 1})


@each_mark
def test_changed(host: FakeHost, tmp_path: Path, before: ServedFile, after: ServedFile) -> None:
    """A changed archive is fetched, and the one that was known stays until another is kept."""
    origin = _origin(host, tmp_path, before)
    known = look(origin, None)
    origin.keep(known)
    host.files["/hb.zip"] = after
    fetched = look(origin, known)
    assert (known.root.read_bytes(), fetched.root.read_bytes()) == (OLD, NEW)
    assert look(origin, known) == fetched
    origin.keep(fetched)
    assert not known.root.exists()
    assert _look(host, tmp_path).origin().kept() == fetched


def test_same_archive_of_another_date(host: FakeHost, tmp_path: Path) -> None:
    """The same bytes with other marks are still what was known, and the new marks are used."""
    origin = _origin(host, tmp_path, ServedFile(OLD, etag='"1"', modified=MONDAY))
    known = look(origin, None)
    host.files["/hb.zip"] = ServedFile(OLD, etag='"2"', modified=TUESDAY)
    assert look(origin, known) is known
    host.asked.clear()
    assert look(origin, known) is known
    assert host.counts() == {"304": 1}


def test_bad_archive_is_fetched_once(host: FakeHost, tmp_path: Path) -> None:
    """A newer archive that is not taken is found at each look, and downloaded at the first."""
    origin = _origin(host, tmp_path, ServedFile(OLD, etag='"1"'))
    known = look(origin, None)
    origin.keep(known)
    host.files["/hb.zip"] = ServedFile(b"bad", etag='"2"')
    bad = look(origin, known)
    host.asked.clear()
    assert look(origin, known) == bad
    assert host.counts() == {"304": 1}
    host.files["/hb.zip"] = ServedFile(OLD, etag='"1"')
    assert look(origin, known) is known


def test_private(host: FakeHost, tmp_path: Path) -> None:
    """A token is shown to the archive's host, and not where that sends on to."""
    with FakeHost() as store:
        store.files["/s/hb.zip"] = ServedFile(OLD)
        host.fault = SendsOn(location=f"{store.url}/s/hb.zip?key=1")
        hosts = (store.url.removeprefix("http://"),)
        where = replace(_look(host, tmp_path), token="hemmelig-7", hosts=hosts)  # noqa: S106 - made up
        assert where.first().root.read_bytes() == OLD
        assert host.asked[0].headers["authorization"] == "Bearer hemmelig-7"
        assert "authorization" not in store.asked[0].headers


def test_not_there(host: FakeHost, tmp_path: Path) -> None:
    """An archive that is not there, or no longer, is unknown."""
    _look(host, tmp_path).refused(PlaceProblem.UNKNOWN_REPOSITORY)


def test_broken(host: FakeHost, tmp_path: Path) -> None:
    """Each thing that goes wrong leaves nothing behind, and the next look is right."""
    host.files["/hb.tar.gz"] = ServedFile(tar_gz({"a.md": "# A\n"}))
    where = _look(host, tmp_path, "hb.tar.gz")
    for fault, problem, detail in (
        (Says(), PlaceProblem.GARBLED, "/hb.tar.gz"),
        (CutOff(), PlaceProblem.CUT_OFF, ""),
        (CutOff(chunked=True), PlaceProblem.CUT_OFF, ""),
        (Status(code=304), PlaceProblem.GARBLED, "304"),
        (Status(code=503), PlaceProblem.HOST_FAULT, "503"),
    ):
        host.fault = fault
        where.refused(problem, detail)
        assert list(tmp_path.iterdir()) == []
    host.fault = None
    assert where.first().root.read_bytes() == host.files["/hb.tar.gz"].body
