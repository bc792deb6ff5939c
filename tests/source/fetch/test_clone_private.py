"""A private repository: its token opens it, and is seen nowhere."""

from base64 import b64encode
from pathlib import Path

import pytest
from pydantic import SecretStr

from index.source.git.refusal import refusal
from index.source.location import CloneLocation
from index.source.place import read_location
from index.source.unreadable import PlaceProblem
from tests.source.fetch.clones import everything_below, files, looked, origin, refused, taken
from tests.source.fetch.git_server import GitServer, Reply, faultless, serving
from tests.source.fetch.looking_child import looking
from tests.source.git.repository import commit, new_repository

PASSWORD = "glpat-hemmelig/ord+1"  # noqa: S105 - nobody's
TOKEN = SecretStr(PASSWORD)
SENT = b64encode(f"x-access-token:{PASSWORD}".encode())


@pytest.fixture
def private(server: GitServer) -> GitServer:
    """A host with a repository that only the token opens."""
    commit(new_repository(server.folder / "hb"), "2026-01-01", {"a.md": "# A\n"})
    server.password = PASSWORD
    return server


def test_token_opens_it_and_is_nowhere_on_the_disk(private: GitServer, tmp_path: Path) -> None:
    """The token is sent with each request, and no file of the clone has it in any form."""
    here = tmp_path / "here"
    clone = origin(CloneLocation(private.url("hb")), here, TOKEN)
    fetched = taken(clone)
    commit(private.folder / "hb", "2026-02-02", {"b.md": "# B\n"})
    assert set(files(taken(clone, fetched))) == {"a.md", "b.md"}
    assert clone.kept() is not None
    assert len(private.authorisations) == len(private.asked)
    kept = everything_below(here)
    assert b"# A" in kept
    assert PASSWORD.encode() not in kept
    assert SENT not in kept


def test_token_in_the_address(private: GitServer, tmp_path: Path) -> None:
    """Written into the address, as for git clone, it is taken out of it and used all the same."""
    written = private.url("hb").replace("://", f"://kim:{PASSWORD.replace('/', '%2F')}@")
    location, token = read_location(f"git+{written}")
    assert isinstance(location, CloneLocation)
    fetched = looked(origin(location, tmp_path / "here", token))
    assert fetched.revision.place == private.url("hb")
    assert PASSWORD.encode() not in everything_below(tmp_path / "here")


@pytest.mark.parametrize("token", [SecretStr(""), SecretStr("wrong-token")])
def test_no_token_or_a_wrong_one(private: GitServer, tmp_path: Path, token: SecretStr) -> None:
    """The problem is the token, nobody is asked for a name, and the error does not show it."""
    clone = origin(CloneLocation(private.url("hb")), tmp_path / "here", token)
    error = refused(clone, PlaceProblem.UNAUTHORISED)
    assert error.detail == "401"
    assert "wrong-token" not in f"{error!r} {error} {vars(error)}"


def test_no_program_and_no_file_is_asked_for_a_password(
    private: GitServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a person has set up for their own git is not used: not to ask, and not to answer."""
    ran = tmp_path / "ran"
    evil = tmp_path / "evil"
    evil.write_text(f"#!/bin/sh\necho ran >> {ran}\necho {PASSWORD}\n", encoding="utf-8")
    evil.chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    settings = f"[credential]\n\thelper = {evil}\n[core]\n\taskPass = {evil}\n"
    (home / ".gitconfig").write_text(settings, encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    for name in ("SSH_ASKPASS", "GIT_ASKPASS"):
        monkeypatch.setenv(name, str(evil))
    refused(origin(CloneLocation(private.url("hb")), tmp_path / "here"), PlaceProblem.UNAUTHORISED)
    assert not ran.exists()


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs Linux's /proc")
def test_token_is_in_no_argument(private: GitServer, tmp_path: Path) -> None:
    """Others on this computer see a program's arguments: the token is in none, while git runs."""

    def wait(_: str, reply: Reply) -> Reply:
        reply.pause = 0
        return reply

    private.fault = wait
    with looking(private.url("hb"), tmp_path / "here", PASSWORD) as child:
        assert private.paused.wait(30)
        arguments = b"".join(path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline"))
        private.fault = faultless
        private.released.set()
        assert child.wait(30) == 0
    assert private.url("hb").encode() in arguments
    assert PASSWORD.encode() not in arguments
    assert SENT not in arguments


def test_token_goes_to_no_other_host(private: GitServer, tmp_path: Path) -> None:
    """A host that sends on to another does not send the token there."""
    with serving(private.folder) as other:
        there = f"{other.address}/hb/info/refs?service=git-upload-pack"
        private.fault = lambda _asked, _reply: Reply(302, {"Location": there}, b"")
        clone = origin(CloneLocation(private.url("hb")), tmp_path / "here", TOKEN)
        error = refused(clone, PlaceProblem.REDIRECTED)
        assert (other.asked, other.authorisations) == ([], [])
    assert PASSWORD not in f"{error!r} {vars(error)}"


def test_what_git_says_is_cleaned() -> None:
    """Should git or the host repeat a token, the error does not, and it is not long."""
    said = f"remote: x\nfatal: bad {PASSWORD} at https://kim:{PASSWORD}@host/hb {'x' * 500}\n"
    error = refusal("place", said, (PASSWORD,), 30)
    assert error.problem is PlaceProblem.GIT_REFUSED
    assert PASSWORD not in error.detail
    assert "kim" not in error.detail
    assert error.detail.startswith("bad ***")
    assert len(error.detail) == 200


def test_object_shows_no_token(tmp_path: Path) -> None:
    """What a log might show of the object is without the token."""
    clone = origin(CloneLocation("https://host.example/hb"), tmp_path, TOKEN)
    assert PASSWORD not in f"{clone!r} {vars(clone)}"
