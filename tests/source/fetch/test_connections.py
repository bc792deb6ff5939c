"""Who is at the other end is looked at before anything is sent; proxies and authorities apply."""

import ssl
import subprocess
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

from index.source.fetch.credential import Credential
from index.source.fetch.door import Door
from index.source.fetch.reach import Reach
from index.source.limits import FETCH_LIMITS, FetchLimits
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import Fault, SendsOn, Trickles
from tests.source.fetch.looking import Look, at_github, files


def _door(configured: frozenset[tuple[str, int]], companion: str) -> Door:
    nobody = Credential(httpx.URL("http://nobody.invalid"), "Bearer", SecretStr(""))
    return Door("place", Reach(configured, frozenset({companion})), nobody, FETCH_LIMITS)


def test_companion_inside(host: FakeHost) -> None:
    """A host that is only known as a companion is not asked where its address is of the house."""
    door = _door(frozenset(), "127.0.0.1")
    with door.open() as session, pytest.raises(HandbookUnreadableError) as caught:
        session.ask(httpx.URL(f"{host.url}/x"), {})
    assert caught.value.problem is PlaceProblem.REDIRECTED
    assert host.asked == []


def test_companion_of_a_host_inside(host: FakeHost) -> None:
    """Where the host itself is in the house, its companion may be there too."""
    with FakeHost() as store:
        door = _door(frozenset({("127.0.0.1", host.port)}), "127.0.0.1")
        with door.open() as session:
            session.ask(httpx.URL(f"{host.url}/x"), {}, frozenset({404}))
            session.ask(httpx.URL(f"{store.url}/x"), {}, frozenset({404}))
        assert len(store.asked) == 1


@pytest.fixture
def proxied(host: FakeHost, monkeypatch: pytest.MonkeyPatch) -> FakeHost:
    """Let the fake host be a proxy, which answers for every host."""
    for name in ("NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", host.url)
    host.store = "http://store.invalid"
    return host


def test_proxy(proxied: FakeHost, tmp_path: Path) -> None:
    """A proxy of the house is used for a host outside, whose name only the proxy knows."""
    where = Look(
        "https://github.com/os2/handbook",
        tmp_path,
        api_url="http://api.invalid",
        hosts=("store.invalid",),
    )
    assert files(where.first())["index.md"] == "# Hej\n"
    assert proxied.asked[0].headers["host"] == "api.invalid"


def test_no_such_proxy(host: FakeHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy's address that is none is told without the password in it."""
    monkeypatch.setenv("http_proxy", "gopher://u:hemmelig@proxy.invalid")
    error = at_github(host, tmp_path).refused(PlaceProblem.UNREACHABLE, "proxy")
    assert "hemmelig" not in f"{error!r} {error.__cause__!r}"


@pytest.fixture
def authority(host: FakeHost, tmp_path: Path) -> Path:
    """Let the fake host speak TLS, with a certificate that it made itself."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(  # noqa: S603 - fixed words, no shell
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        f" -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
        f" -keyout {key} -out {certificate}".split(),
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    host.speak_tls(context)
    return certificate


def test_certificate_of_nobody(host: FakeHost, authority: Path, tmp_path: Path) -> None:
    """A host whose certificate nobody vouches for is refused, with the reason."""
    where = replace(at_github(host, tmp_path / "x"), api_url=host.url)
    assert "self" in where.refused(PlaceProblem.CERTIFICATE).detail
    assert authority.exists()


def test_authority_of_the_house(
    host: FakeHost, authority: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An authority that the environment names is trusted."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    assert files(at_github(host, tmp_path / "x").first())["index.md"] == "# Hej\n"
    plain = host.url.replace("https:", "http:")
    host.fault = SendsOn(location=f"{plain}/repos/os2/handbook/commits")
    at_github(host, tmp_path / "y").refused(PlaceProblem.REDIRECTED, f"127.0.0.1:{host.port}")


@pytest.mark.parametrize("fault", [Trickles(), Trickles(head=True)])
def test_trickles_over_tls(
    host: FakeHost, authority: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    """What trickles is given up over TLS too."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    host.fault = fault
    hurried = replace(at_github(host, tmp_path / "x"), limits=FetchLimits(fetch_seconds=0.4))
    hurried.refused(PlaceProblem.SLOW, "0.4")


def test_missing_authority(host: FakeHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of authorities that is not there is told as that."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    at_github(host, tmp_path / "x").refused(PlaceProblem.CERTIFICATE)
