"""A host that is away, says no or breaks off: each has its own problem, and nothing is lost."""

import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from index.source.limits import FetchLimits
from index.source.location import CloneLocation
from index.source.unreadable import PlaceProblem
from tests.source.fetch.clones import files, looked, origin, refused, taken
from tests.source.fetch.git_server import GitServer, Reply, serving
from tests.source.git.repository import commit, git, new_repository


@pytest.fixture
def handbook(server: GitServer) -> Path:
    """A repository on the host."""
    folder = new_repository(server.folder / "hb")
    commit(folder, "2026-01-01", {"a.md": "# A\n", "b.txt": str(list(range(10_000)))})
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder that is cloned into."""
    return tmp_path / "here"


@pytest.mark.parametrize(
    ("status", "problem", "detail"),
    [
        (401, PlaceProblem.UNAUTHORISED, "401"),
        (403, PlaceProblem.UNAUTHORISED, "403"),
        (429, PlaceProblem.HOST_FAULT, "429"),
        (500, PlaceProblem.HOST_FAULT, "500"),
        (503, PlaceProblem.HOST_FAULT, "503"),
    ],
)
@pytest.mark.parametrize("asked_for", ["info/refs", "POST"])
@pytest.mark.usefixtures("handbook")
def test_host_that_says_no(
    server: GitServer,
    here: Path,
    status: int,
    problem: PlaceProblem,
    detail: str,
    asked_for: str,
) -> None:
    """The status tells whose fault it is, whenever it comes."""

    def no(asked: str, reply: Reply) -> Reply:
        headers = {"WWW-Authenticate": "Basic"} if status == 401 else {}
        return Reply(status, headers, b"") if asked_for in asked else reply

    server.fault = no
    assert refused(origin(CloneLocation(server.url("hb")), here), problem).detail == detail


def test_repository_that_there_is_not(server: GitServer, here: Path) -> None:
    """A host that does not know the repository, over HTTP or on this computer's own disk."""
    for url in (server.url("none"), (server.folder / "none").as_uri()):
        refused(origin(CloneLocation(url), here), PlaceProblem.UNKNOWN_REPOSITORY)


def test_branch_that_there_is_not(server: GitServer, handbook: Path, here: Path) -> None:
    """A name is that of a branch as a whole: not a part of one, not a pattern, not an option."""
    git(handbook, "branch", "a/b")
    for name in ("nope", "b", "a", "*", "mai*", "--upload-pack=x", "refs/heads/main", "a..b"):
        clone = origin(CloneLocation(server.url("hb"), name), here)
        assert refused(clone, PlaceProblem.UNKNOWN_BRANCH).detail == name


def test_no_host(here: Path, tmp_path: Path) -> None:
    """Nobody listens, or the name is nobody's."""
    with serving(tmp_path) as gone:
        port = urlsplit(gone.address).port
    for url in (f"http://127.0.0.1:{port}/hb", "http://nobody.invalid/hb"):
        error = refused(origin(CloneLocation(url), here), PlaceProblem.UNREACHABLE)
        assert "://" not in error.detail
        assert error.detail


def test_ways_that_are_not_the_address(server: GitServer, here: Path) -> None:
    """What runs a program of somebody's choice is no way to a repository."""
    for url in (f"ext::sh -c touch% {here.parent}/ran", "fd::17", f"foo::{server.url('hb')}"):
        refused(origin(CloneLocation(url), here), PlaceProblem.GIT_REFUSED)
    assert not (here.parent / "ran").exists()


@pytest.mark.skipif(shutil.which("ssh") is None, reason="needs an SSH client")
@pytest.mark.parametrize("form", ["ssh://git@127.0.0.1:{port}/hb", "git://127.0.0.1:{port}/hb"])
def test_no_host_by_other_ways(here: Path, tmp_path: Path, form: str) -> None:
    """SSH and git's own protocol say it in other words."""
    with serving(tmp_path) as gone:
        port = urlsplit(gone.address).port
    refused(origin(CloneLocation(form.format(port=port)), here), PlaceProblem.UNREACHABLE)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_pack_that_breaks_off(server: GitServer, handbook: Path, here: Path, share: float) -> None:
    """Half a pack is none: the last good revision stays, and the next look brings the new one."""
    clone = origin(CloneLocation(server.url("hb")), here)
    good = taken(clone)
    before = files(good)
    commit(handbook, "2026-02-02", {"c.txt": str(list(range(9_000)))})

    def cut(_: str, reply: Reply) -> Reply:
        if len(reply.body) > 5_000:
            reply.sent = int(len(reply.body) * share)
        return reply

    right, server.fault = server.fault, cut
    refused(clone, PlaceProblem.CUT_OFF)
    assert [path.name for path in here.glob("revision-*")] == [good.root.name]
    assert (files(good), clone.kept()) == (before, good)
    server.fault = right
    assert set(files(looked(clone, good))) == {"a.md", "b.txt", "c.txt"}


@pytest.mark.usefixtures("handbook")
def test_pack_with_a_wrong_byte(server: GitServer, here: Path) -> None:
    """What does not add up is not taken for a revision."""

    def garble(_: str, reply: Reply) -> Reply:
        if len(reply.body) > 5_000:
            body = bytearray(reply.body)
            body[len(body) // 2] ^= 255
            reply.body = bytes(body)
        return reply

    server.fault = garble
    refused(origin(CloneLocation(server.url("hb")), here), PlaceProblem.GARBLED)
    assert not list(here.glob("revision-*"))


@pytest.mark.usefixtures("handbook")
def test_page_in_place_of_a_repository(server: GitServer, here: Path) -> None:
    """A sign-in page answers every address, with success."""
    page = b"<!doctype html>\n<title>Sign in</title>\n" * 10
    server.fault = lambda _asked, _reply: Reply(200, {"Content-Type": "text/html"}, page)
    refused(origin(CloneLocation(server.url("hb")), here), PlaceProblem.GARBLED)


@pytest.mark.parametrize(
    ("after", "limits"), [(4_000, FetchLimits(silent_seconds=1)), (0, FetchLimits(fetch_seconds=1))]
)
@pytest.mark.usefixtures("handbook")
def test_host_that_falls_silent(
    server: GitServer, here: Path, after: int, limits: FetchLimits
) -> None:
    """A host that sends nothing any more is given up, and so is one that never comes to an end."""

    def silent(asked: str, reply: Reply) -> Reply:
        reply.pause = after if "POST" in asked and len(reply.body) > after else None
        return reply

    server.fault = silent
    clone = origin(CloneLocation(server.url("hb")), here, limits=limits)
    assert refused(clone, PlaceProblem.SLOW).detail == "1"
    assert not list(here.glob("revision-*"))


@pytest.mark.usefixtures("handbook")
def test_host_that_sends_on_to_another(server: GitServer, here: Path, tmp_path: Path) -> None:
    """Another host is not asked, with a token least of all; which one it is, is said."""
    with serving(tmp_path) as other:
        there = f"{other.address}/hb/info/refs?service=git-upload-pack"
        server.fault = lambda _asked, _reply: Reply(301, {"Location": there}, b"")
        clone = origin(CloneLocation(server.url("hb")), here)
        assert refused(clone, PlaceProblem.REDIRECTED).detail == "127.0.0.1"
        assert other.asked == []


@pytest.mark.usefixtures("handbook")
def test_repository_with_a_new_name(server: GitServer, here: Path) -> None:
    """A new name on the same host is followed, and then asked for at once; a circle is not."""

    def renamed(asked: str, reply: Reply) -> Reply:
        if "/old/" in asked:
            there = server.url("hb/info/refs?service=git-upload-pack")
            return Reply(301, {"Location": there}, b"")
        return reply

    server.fault = renamed
    clone = origin(CloneLocation(server.url("old")), here)
    fetched = looked(clone)
    assert git(fetched.root, "remote", "get-url", "origin").strip() == server.url("hb")
    server.asked.clear()
    assert looked(clone, fetched) is fetched
    assert not any("/old/" in asked for asked in server.asked)
    circle = {"Location": server.url("hb/info/refs?service=git-upload-pack")}
    server.fault = lambda _asked, _reply: Reply(302, circle, b"")
    refused(origin(CloneLocation(server.url("hb")), here), PlaceProblem.REDIRECTED)


def test_no_git(here: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the program git nothing is fetched, and that is said."""
    monkeypatch.setenv("PATH", str(tmp_path))
    clone = origin(CloneLocation("http://127.0.0.1:1/hb"), here)
    refused(clone, PlaceProblem.GIT_MISSING)
    assert clone.kept() is None


def test_disk_that_takes_nothing(server: GitServer, handbook: Path, here: Path) -> None:
    """Where there can be no folder, the disk is the problem."""
    assert handbook.exists()
    here.write_text("a file", encoding="utf-8")
    clone = origin(CloneLocation(server.url("hb")), here)
    assert refused(clone, PlaceProblem.NOT_KEPT).detail
    assert clone.kept() is None


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs somebody to make a certificate")
@pytest.mark.usefixtures("handbook")
def test_host_without_a_certificate_that_counts(
    server: GitServer, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host that cannot prove who it is is not asked, unless SSL_CERT_FILE vouches for it."""
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    named = ("-addext", "subjectAltName=DNS:localhost")
    out = ("-keyout", str(key), "-out", str(certificate))
    subprocess.run([*make.split(), *named, *out], check=True, capture_output=True)  # noqa: S603 - fixed words
    with serving(server.folder, tls=(certificate, key)) as safe:
        clone = origin(CloneLocation(safe.url("hb")), here)
        assert refused(clone, PlaceProblem.CERTIFICATE).detail
        assert safe.asked == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert "a.md" in files(looked(clone))
