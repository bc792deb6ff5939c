"""What the remote of a repository says of its host, and which addresses that host has."""

from pathlib import Path

import pytest

from tests.source.git.linked import FILE, GITHUB, PAGE, links
from tests.source.git.repository import commit, new_repository

AZURE = f"https://dev.azure.com/os/p/_git/hb?path=/{FILE}&version="
COLUMNS = "&lineStartColumn=1&lineEndColumn=1"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit on `main` and a page in a folder with a space."""
    folder = new_repository(tmp_path / "hb")
    commit(folder, "2026-01-01", {"docs æ/a b.md": PAGE})
    return folder


@pytest.mark.parametrize(
    ("remote", "view"),
    [
        ("git@github.com:os/hb.git", f"{GITHUB}/blob/main/"),
        ("git@github.com:os/hb", f"{GITHUB}/blob/main/"),
        ("github.com:os/hb.git", f"{GITHUB}/blob/main/"),
        ("ssh://git@github.com/os/hb.git", f"{GITHUB}/blob/main/"),
        ("ssh://git@github.com:22/os/hb.git", f"{GITHUB}/blob/main/"),
        ("https://github.com/os/hb.git", f"{GITHUB}/blob/main/"),
        ("https://github.com/os/hb/", f"{GITHUB}/blob/main/"),
        ("https://GitHub.com/os/hb/", f"{GITHUB}/blob/main/"),
        ("https://name:secret@github.com/os/hb.git", f"{GITHUB}/blob/main/"),
        ("https://name:se@cret@github.com/os/hb.git", f"{GITHUB}/blob/main/"),
        ("https://github.com:8443/os/hb.git", "https://github.com:8443/os/hb/blob/main/"),
        ("git@gitlab.os.example:a/b/hb.git", "https://gitlab.os.example/a/b/hb/-/blob/main/"),
        (
            "http://gitea.os.example:3000/os/hb",
            "http://gitea.os.example:3000/os/hb/src/branch/main/",
        ),
        ("https://codeberg.org/os/hb.git", "https://codeberg.org/os/hb/src/branch/main/"),
        ("https://forgejo.os.example/os/hb", "https://forgejo.os.example/os/hb/src/branch/main/"),
        ("git@bitbucket.org:os/hb.git", "https://bitbucket.org/os/hb/src/main/"),
        ("https://github.com/os/h b?#.git", f"{GITHUB[:-2]}h%20b/blob/main/"),
    ],
)
def test_every_form_of_a_remote(repository: Path, remote: str, view: str) -> None:
    """Every way to write a remote leads to its host's view, with nothing of name and password."""
    found = links(repository, remote)
    assert found[0].partition("#")[0] == view + FILE
    assert not any("cret" in address for address in found)


@pytest.mark.parametrize(
    "remote",
    [
        "https://git.os.example/os/hb.git",
        "https://notgithubatall.example/os/hb.git",
        "https://bitbucket.os.example/scm/os/hb.git",
        "/srv/git/hb.git",
        "file:///srv/git/github.git",
        "../github.com",
        "javascript://github.com/%0aalert(1)",
        "https://github.com",
        "https://github.com:port/os/hb",
        'https://github.com"onclick/os/hb',
        "git@ssh.dev.azure.com:v3/os",
    ],
)
def test_remote_that_is_no_known_site(repository: Path, remote: str) -> None:
    """A host is told by its name, not by a name that stands in it by chance; else nowhere."""
    assert links(repository, remote) == ("", "", "")


@pytest.mark.parametrize(
    ("remote", "addresses"),
    [
        (
            "git@github.com:os/hb.git",
            (
                f"{GITHUB}/blob/main/{FILE}#l%C3%B8n",
                f"{GITHUB}/edit/main/{FILE}#L5",
                f"{GITHUB}/blob/SHA/{FILE}?plain=1#L5-L9",
            ),
        ),
        (
            "git@gitlab.com:os/hb.git",
            (
                f"https://gitlab.com/os/hb/-/blob/main/{FILE}",
                f"https://gitlab.com/os/hb/-/edit/main/{FILE}#L5",
                f"https://gitlab.com/os/hb/-/blob/SHA/{FILE}?plain=1#L5-9",
            ),
        ),
        (
            "git@codeberg.org:os/hb.git",
            (
                f"https://codeberg.org/os/hb/src/branch/main/{FILE}",
                f"https://codeberg.org/os/hb/_edit/main/{FILE}#L5",
                f"https://codeberg.org/os/hb/src/commit/SHA/{FILE}?display=source#L5-L9",
            ),
        ),
        (
            "git@bitbucket.org:os/hb.git",
            (
                f"https://bitbucket.org/os/hb/src/main/{FILE}",
                f"https://bitbucket.org/os/hb/src/main/{FILE}?mode=edit&at=main#lines-5",
                f"https://bitbucket.org/os/hb/src/SHA/{FILE}#lines-5:9",
            ),
        ),
        *(
            (
                remote,
                (
                    f"{AZURE}GBmain",
                    f"{AZURE}GBmain&_a=contents&line=5&lineEnd=6{COLUMNS}",
                    f"{AZURE}GCSHA&_a=contents&line=5&lineEnd=10{COLUMNS}",
                ),
            )
            for remote in (
                "https://os@dev.azure.com/os/p/_git/hb",
                "git@ssh.dev.azure.com:v3/os/p/hb",
                "os@vs-ssh.visualstudio.com:v3/os/p/hb",
                "https://os.visualstudio.com/DefaultCollection/p/_git/hb",
            )
        ),
    ],
)
def test_view_edit_and_permalink(
    repository: Path, remote: str, addresses: tuple[str, str, str]
) -> None:
    """Each host has its form for reading, for editing, and for the lines as they were read."""
    assert links(repository, remote) == addresses
