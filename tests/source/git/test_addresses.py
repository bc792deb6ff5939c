"""Where a section is read, edited and kept on its host, from what its repository says."""

import shutil
from dataclasses import astuple
from pathlib import Path

import pytest

from index.source.provenance import NO_LINKS
from tests.source.git.linked import FILE, GITHUB, PAGE, links
from tests.source.git.repository import commit, git, new_repository, sections


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit on `main` and a page in a folder with a space."""
    folder = new_repository(tmp_path / "hb")
    commit(folder, "2026-01-01", {"docs æ/a b.md": PAGE})
    return folder


def test_one_line(tmp_path: Path) -> None:
    """A section of one line is linked as one line."""
    commit(new_repository(tmp_path), "2026-01-01", {"a.md": "# Løn\n"})
    assert links(tmp_path)[2].endswith("a.md?plain=1#L1")


def test_front_matter_belongs_to_no_section(tmp_path: Path) -> None:
    """What stands above the first heading begins below the front matter."""
    page = "---\ntitle: Løn\n---\n\nDen 25.\n\n# Ferie\n\nFem uger.\n"
    commit(new_repository(tmp_path), "2026-01-01", {"a.md": page})
    assert links(tmp_path)[2].endswith("a.md?plain=1#L5")


def test_folder_and_file_as_places(repository: Path, tmp_path: Path) -> None:
    """The way from the repository's root is part of the address, wherever the handbook begins."""
    whole = links(repository)
    linked = tmp_path / "link"
    linked.symlink_to(repository / "docs æ")
    assert links(repository / "docs æ") == whole
    assert links(linked) == whole
    assert astuple(sections(repository / "docs æ" / "a b.md")["Løn"].source)[:2] == whole[:2]


def test_page_that_is_a_link(repository: Path) -> None:
    """A page that is a link to another one stands where the other one stands."""
    whole = links(repository)
    (repository / "docs æ" / "c.md").symlink_to("a b.md")
    commit(repository, "2026-01-02")
    pages = sections(repository / "docs æ" / "c.md")
    assert pages["Løn"].source.view == whole[0]


def test_branch_with_a_slash(repository: Path) -> None:
    """The branch that is checked out is the one linked to."""
    git(repository, "checkout", "--quiet", "-b", "ny/æble")
    assert links(repository)[0].startswith(f"{GITHUB}/blob/ny/%C3%A6ble/docs")


def test_worktree(repository: Path, tmp_path: Path) -> None:
    """A worktree has its own branch."""
    git(repository, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "other"))
    assert links(tmp_path / "other")[1].startswith(f"{GITHUB}/edit/other/docs")


def test_detached(repository: Path, tmp_path: Path) -> None:
    """Without a branch the permanent link still works; the remote's own branch is edited.

    Nobody knows whether the lines are the same on that branch.
    """
    git(repository, "checkout", "--quiet", "--detach")
    permalink = f"{GITHUB}/blob/SHA/{FILE}?plain=1#L5-L9"
    assert links(repository) == ("", "", permalink)
    git(repository, "checkout", "--quiet", "main")
    git(tmp_path, "clone", "--quiet", f"file://{repository}", "clone")
    clone = tmp_path / "clone"
    git(clone, "checkout", "--quiet", "--detach")
    git(clone, "remote", "set-url", "origin", "git@github.com:os/hb.git")
    view, edit = f"{GITHUB}/blob/main/{FILE}#l%C3%B8n", f"{GITHUB}/edit/main/{FILE}"
    assert links(clone) == (view, edit, permalink)


@pytest.mark.parametrize(
    ("now", "edit", "permalink"),
    [
        (PAGE.replace("## Løn", "x\n\n## Løn"), "#L5", "?plain=1#L5-L9"),
        (PAGE.replace("Hver", "x\n\nHver"), "#L5", "?plain=1#L5-L9"),
        (PAGE.replace("måned", "uge"), "#L5", "?plain=1#L5"),
        (PAGE.replace("## Løn", "# Løn"), "", ""),
        (f"x\n\n{PAGE}x\n".replace("Den", "x"), "#L5", "?plain=1#L5"),
        (PAGE.replace("\n", "\r\n"), "#L5", "?plain=1#L5-L9"),
        (PAGE.replace("Den 25.", "Den\r25."), "#L5", "?plain=1#L5-L9"),
    ],
)
def test_lines_that_are_not_committed(
    repository: Path, now: str, edit: str, permalink: str
) -> None:
    """Lines are those of the revision; a line that was changed since is left off."""
    (repository / "docs æ" / "a b.md").write_bytes(now.encode())
    found = links(repository)
    assert found[1] == f"{GITHUB}/edit/main/{FILE}{edit}"
    assert found[2] == f"{GITHUB}/blob/SHA/{FILE}{permalink}"


def test_lines_that_git_counts_otherwise(repository: Path) -> None:
    """An old Mac's line ends are none to Git, so that no number of a line can be told."""
    commit(repository, "2026-01-02", {"docs æ/a b.md": PAGE.replace("Den 25.", "Den\r25.")})
    found = links(repository)
    assert found[1:] == (f"{GITHUB}/edit/main/{FILE}", f"{GITHUB}/blob/SHA/{FILE}")
    assert sections(repository)["Løn"].updated is None


def test_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, none with a commit, a file that is not in it, no git: no address."""
    page = tmp_path / "hb" / "a.md"
    page.parent.mkdir()
    page.write_text(PAGE, encoding="utf-8")
    assert sections(page.parent)["Løn"].source == NO_LINKS
    new_repository(page.parent)
    git(page.parent, "remote", "add", "origin", "git@github.com:os/hb.git")
    assert sections(page.parent)["Løn"].source == NO_LINKS
    commit(page.parent, "2026-01-01")
    assert sections(page.parent)["Løn"].source != NO_LINKS
    (page.parent / "new.md").write_text("# Ny\n", encoding="utf-8")
    assert sections(page.parent)["Ny"].source == NO_LINKS
    shutil.rmtree(page.parent / ".git" / "objects")
    assert sections(page.parent)["Løn"].source == NO_LINKS
    monkeypatch.setenv("PATH", "")
    assert sections(page.parent)["Løn"].source == NO_LINKS
