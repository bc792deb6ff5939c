"""A host may send on to hosts that are configured, and the token goes no further than the API."""

from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from index.source.fetch.reach import companions_of, is_inside, reach_of
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import SendsOn
from tests.source.fetch.looking import at_each, at_github, files

TOKEN = "hemmelig-7"  # noqa: S105 - made up


def _server(host: FakeHost) -> str:
    return host.url.removeprefix("http://")


def test_archive_elsewhere(host: FakeHost, tmp_path: Path) -> None:
    """An archive on another host is fetched where that is configured, and without the token."""
    host.repository().token = TOKEN
    with FakeHost() as store:
        store.repositories = host.repositories
        host.store = store.url
        where = replace(at_github(host, tmp_path), token=TOKEN)
        where.refused(PlaceProblem.REDIRECTED, _server(store))
        assert store.asked == []
        fetched = replace(where, hosts=(_server(store),)).first()
        assert files(fetched)["index.md"] == "# Hej\n"
        assert [asked.headers.get("authorization") for asked in store.asked] == [None]
    assert {asked.headers.get("authorization") for asked in host.asked} == {f"Bearer {TOKEN}"}


def test_renamed_repository(host: FakeHost, tmp_path: Path) -> None:
    """A repository of a new name is found where the API sends on to, with the token."""
    host.repository().token = TOKEN
    host.rename("os2/handbook", "os2/ny")
    for look in at_each(host, tmp_path).values():
        assert files(replace(look, token=TOKEN).first())["index.md"] == "# Hej\n"


@pytest.mark.parametrize(
    ("location", "named"),
    [
        ("http://192.0.2.1/x", "192.0.2.1"),
        ("http://169.254.169.254/latest/meta-data", "169.254.169.254"),
        ("http://localhost/x", "localhost"),
        ("http://127.0.0.1:1/x", "127.0.0.1:1"),
        ("http://[::1]/x", "[::1]"),
        ("//example.org/x", "example.org"),
        ("https://github.com.evil.example/x", "github.com.evil.example"),
        ("https://u:p@evil.example/x", "evil.example"),
        ("ftp://127.0.0.1/x", "127.0.0.1"),
        ("file:///etc/passwd", ""),
    ],
)
def test_leads_elsewhere(host: FakeHost, tmp_path: Path, location: str, named: str) -> None:
    """A host that is not configured is named and never asked."""
    host.fault = SendsOn(location=location)
    at_github(host, tmp_path).refused(PlaceProblem.REDIRECTED, named)
    assert len(host.asked) == 1


@pytest.mark.parametrize(
    "location", ["http://[", "http://\x7f/", "http://a:99999999/", "/" * 70_000]
)
def test_leads_nowhere(host: FakeHost, tmp_path: Path, location: str) -> None:
    """An address that is none is an answer that no such host gives."""
    host.fault = SendsOn(location=location)
    with pytest.raises(HandbookUnreadableError) as caught:
        at_github(host, tmp_path).first()
    assert caught.value.problem in {PlaceProblem.GARBLED, PlaceProblem.REDIRECTED}


def test_goes_in_a_circle(host: FakeHost, tmp_path: Path) -> None:
    """A host that sends to itself again and again is asked six times."""
    host.fault = SendsOn(location="/repos/os2/handbook/commits")
    at_github(host, tmp_path).refused(PlaceProblem.REDIRECTED, _server(host))
    assert len(host.asked) == 6


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_each_way_of_sending_on(host: FakeHost, tmp_path: Path, code: int) -> None:
    """All five statuses that send on are followed, also relative ones."""
    place = "/api/v1/repos/os2/handbook/commits?limit=1"
    host.fault = SendsOn(location=place, code=code, times=1)
    assert files(at_each(host, tmp_path)["gitea"].first())["index.md"] == "# Hej\n"


def test_what_is_reached() -> None:
    """A configured host is reached at its own port and those of the web; its stores there only."""
    base = httpx.URL("http://git.kommune.dk:3000/o/n")
    reach = reach_of((base,), ("arkiv.kommune.dk", "lager.kommune.dk:9000"), ("store.example",))
    for address in (
        "http://git.kommune.dk:3000/x",
        "http://git.kommune.dk/x",
        "https://git.kommune.dk/x",
        "https://arkiv.kommune.dk/x",
        "http://lager.kommune.dk:9000/x",
        "https://store.example/x",
    ):
        assert reach.permits(httpx.URL(address), base), address
    for address in (
        "http://git.kommune.dk:22/x",
        "https://store.example:8443/x",
        "https://kommune.dk/x",
        "https://evil.git.kommune.dk/x",
        "gopher://git.kommune.dk/x",
    ):
        assert not reach.permits(httpx.URL(address), base), address


def test_never_back_to_plain_text() -> None:
    """What was asked over HTTPS is not asked over HTTP, of the same host neither."""
    base = httpx.URL("https://git.kommune.dk/o/n")
    reach = reach_of((base,), (), ())
    assert not reach.permits(httpx.URL("http://git.kommune.dk/o/n"), base)
    assert reach.permits(base, httpx.URL("http://git.kommune.dk/o/n"))


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("github.com", "codeload.github.com"),
        ("github.kommune.dk", "codeload.github.kommune.dk"),
        ("gitlab.com", None),
        ("codeberg.org", None),
    ],
)
def test_companions(host: str, known: str | None) -> None:
    """The hosts that GitHub keeps archives on are known."""
    found = companions_of(host)
    assert (known in found) if known else not found


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("127.0.0.1", True),
        ("10.1.2.3", True),
        ("192.168.1.1", True),
        ("169.254.169.254", True),
        ("100.64.0.1", True),
        ("0.0.0.0", True),  # noqa: S104 - an address to judge
        ("::1", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:127.0.0.1", True),
        ("224.0.0.1", True),
        ("140.82.121.4", False),
        ("2606:50c0:8000::153", False),
    ],
)
def test_inside(address: str, *, inside: bool) -> None:
    """An address of the house, of this computer or of this network is told from the world's."""
    assert is_inside(address) is inside
