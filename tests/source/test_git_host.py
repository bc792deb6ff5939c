"""Where the handbook's files can be read in a browser, from what its repository says."""

import subprocess
from pathlib import Path

import pytest

from index.handbook import read_handbook
from index.source.git_host import folder_address

GITHUB = "https://github.com/os/hb/blob/main"


def _git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@hb.example")
    subprocess.run(  # noqa: S603 - fixed words, no shell
        ["git", "-C", str(folder), *identity, *arguments],  # noqa: S607 - git is where PATH says
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A real repository with one commit on `main` and a page in a folder with a space."""
    folder = tmp_path / "hb"
    (folder / "docs æ").mkdir(parents=True)
    (folder / "docs æ" / "a b.md").write_text("# Hej\n", encoding="utf-8")
    _git(tmp_path, "init", "--quiet", "--initial-branch=main", "hb")
    _git(folder, "add", ".")
    _git(folder, "commit", "--quiet", "--message=a")
    return folder


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("git@github.com:os/hb.git", GITHUB),
        ("git@github.com:os/hb", GITHUB),
        ("ssh://git@github.com/os/hb.git", GITHUB),
        ("ssh://git@github.com:22/os/hb.git", GITHUB),
        ("https://github.com/os/hb.git", GITHUB),
        ("https://github.com/os/hb/", GITHUB),
        ("https://name:secret@github.com/os/hb.git", GITHUB),
        ("git@gitlab.os.example:a/b/hb.git", "https://gitlab.os.example/a/b/hb/-/blob/main"),
        ("https://codeberg.org/os/hb.git", "https://codeberg.org/os/hb/src/branch/main"),
        ("https://gitea.os.example/os/hb", "https://gitea.os.example/os/hb/src/branch/main"),
        ("https://git.os.example/os/hb.git", ""),
        ("/srv/git/hb.git", ""),
        ("file:///srv/git/github.git", ""),
        ("../github.com", ""),
        ("javascript://github.com/%0aalert(1)", ""),
    ],
)
def test_address_of_a_remote(repository: Path, remote: str, address: str) -> None:
    """Every form of a remote leads to the host's view of the branch, or honestly nowhere."""
    _git(repository, "remote", "add", "origin", remote)
    assert folder_address(repository) == address


@pytest.mark.parametrize(
    "remote",
    ["https://name:se@cret@github.com/os/hb.git", "https://github.com:8443/os/hb.git"],
)
def test_no_secret_and_no_wrong_host_in_an_address(repository: Path, remote: str) -> None:
    """What stands before the host never gets into a link, nor does a host without its port."""
    _git(repository, "remote", "add", "origin", remote)
    assert folder_address(repository) in ("", GITHUB, GITHUB.replace(".com", ".com:8443"))


def test_host_that_only_looks_like_one(repository: Path) -> None:
    """A host is told by its name, not by a name that stands in it by chance."""
    _git(repository, "remote", "add", "origin", "https://notgithubatall.example/os/hb.git")
    assert folder_address(repository) == ""


def test_folder_below_the_root(repository: Path) -> None:
    """The way from the repository's root to the folder is part of the address, encoded."""
    _git(repository, "remote", "add", "origin", "git@github.com:os/hb.git")
    assert folder_address(repository / "docs æ") == f"{GITHUB}/docs%20%C3%A6"


def test_branch_with_a_slash(repository: Path) -> None:
    """The branch that is checked out is the one linked to."""
    _git(repository, "remote", "add", "origin", "git@github.com:os/hb.git")
    _git(repository, "checkout", "--quiet", "-b", "ny/æble")
    assert folder_address(repository) == "https://github.com/os/hb/blob/ny/%C3%A6ble"


def test_no_branch_no_remote_no_repository(repository: Path, tmp_path: Path) -> None:
    """A detached head, a repository without origin and a plain folder have no address."""
    assert folder_address(repository) == ""
    assert folder_address(tmp_path) == ""
    assert folder_address(tmp_path / "nowhere") == ""
    _git(repository, "remote", "add", "origin", "git@github.com:os/hb.git")
    _git(repository, "checkout", "--quiet", "--detach")
    assert folder_address(repository) == ""


def test_sections_know_their_file(repository: Path) -> None:
    """A section's source is its file on the host, percent-encoded."""
    _git(repository, "remote", "add", "origin", "git@github.com:os/hb.git")
    (page,) = read_handbook(str(repository)).pages
    assert page.sections[0].source == f"{GITHUB}/docs%20%C3%A6/a%20b.md"
    (page,) = read_handbook(str(repository / "docs æ" / "a b.md")).pages
    assert page.sections[0].source == f"{GITHUB}/docs%20%C3%A6/a%20b.md"
