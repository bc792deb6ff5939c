"""Where an issue about a handbook is opened: on the host that its repository stands on."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from index.handbook import read_handbook
from index.refresh.edition import volume_of
from index.source.git.remote import read_remote
from tests.source.git.repository import commit, git, new_repository

TITLE, BODY = "Mangler: løn & ferie?", "Hvor står det?\n\n<b>æøå</b> {body} #1"

FORMS = {
    "git@github.com:os/hb.git": ("https://github.com/os/hb/issues/new", "title", "body"),
    "https://gitlab.os.example/a/b/hb.git": (
        "https://gitlab.os.example/a/b/hb/-/issues/new",
        "issue[title]",
        "issue[description]",
    ),
    "https://codeberg.org/os/hb.git": ("https://codeberg.org/os/hb/issues/new", "title", "body"),
    "git@ssh.dev.azure.com:v3/os/p/hb": (
        "https://dev.azure.com/os/p/_workItems/create/Task",
        "[System.Title]",
        "[System.Description]",
    ),
    "https://dev.azure.com/os/_git/hb": (
        "https://dev.azure.com/os/hb/_workItems/create/Task",
        "[System.Title]",
        "[System.Description]",
    ),
}
"""A remote to where a new issue is opened, and what its title and its text are called there."""


@pytest.mark.parametrize(("remote", "expected"), FORMS.items())
def test_each_host_has_its_form(remote: str, expected: tuple[str, str, str]) -> None:
    """Title and text arrive as they were written, whatever signs are in them."""
    found = read_remote(remote)
    assert found
    filled = found.issue_form
    for sign, text in (("{title}", TITLE), ("{body}", BODY)):
        assert filled.count(sign) == 1
        filled = filled.replace(sign, _encoded(text))
    parts = urlsplit(filled)
    address, title, body = expected
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == address
    assert parse_qs(parts.query, strict_parsing=True) == {title: [TITLE], body: [BODY]}


def _encoded(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def test_bitbucket_fills_in_nothing() -> None:
    """A form that nobody would find filled in is none."""
    found = read_remote("git@bitbucket.org:os/hb.git")
    assert found
    assert found.issue_form == ""


def test_a_name_with_braces_is_no_form() -> None:
    """What a repository is called is never taken for a place to be filled in."""
    found = read_remote("https://github.com/os/{title}.git")
    assert found
    assert found.issue_form.count("{title}") == 1


def test_a_clone_tells_by_its_remote(tmp_path: Path) -> None:
    """A handbook in a folder of a repository that stands on a known host."""
    folder = new_repository(tmp_path / "hb")
    commit(folder, "2026-01-01", {"docs/a.md": "# A\nTekst.\n"})
    assert volume_of(read_handbook(str(folder / "docs"))).issues == ""
    git(folder, "remote", "add", "origin", "https://token@github.com/os/hb.git")
    issues = volume_of(read_handbook(str(folder / "docs"))).issues
    assert issues == "https://github.com/os/hb/issues/new?title={title}&body={body}"


def test_a_plain_folder_has_none(tmp_path: Path) -> None:
    """Where nothing is known of a host, nothing is promised."""
    (tmp_path / "a.md").write_text("# A\nTekst.\n", encoding="utf-8")
    assert volume_of(read_handbook(str(tmp_path))).issues == ""
