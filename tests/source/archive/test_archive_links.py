"""Links in an archive: the same files and the same notices as on a disk."""

import os
import tarfile
from pathlib import Path
from typing import Final

import pytest

from index.source.archive.opening import open_archive
from index.source.document import Notice, NoticeKind, Source
from index.source.read_tree import read_tree
from tests.source.archive.packing import TOP, regular, special, tar_folder, tar_members, zip_folder
from tests.source.folders import read_folder

PLACE: Final = "the handbook"


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A folder with two pages and a text that is none."""
    for path in ("docs/a.md", "docs/b/c.md", "notes.txt"):
        (tmp_path / "handbook" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "handbook" / path).write_text(f"# {path}\n", encoding="utf-8")
    return tmp_path / "handbook"


def _same_from_all(handbook: Path, folder: str = "") -> Source:
    """Return what the folder gives, after seeing that both kinds of archive give the same."""
    source = read_folder(handbook / folder, PLACE)
    for make in (tar_folder, zip_folder):
        file = make(handbook, handbook.parent / "archive")
        assert read_tree(open_archive(file, PLACE, folder)) == source
    return source


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("x.md", "docs/a.md"),
        ("docs/b/x.md", "../../docs/./b/../a.md"),
        ("x.md", "notes.txt"),  # a page by its name alone
        ("x.txt", "docs/a.md"),
        ("x", "docs"),
        ("_config.yml", "notes.txt"),
        ("config", "docs"),
    ],
)
def test_link_inside(handbook: Path, link: str, target: str) -> None:
    """A link to a file stands for it under its own name; a linked folder only in its own place."""
    (handbook / link).symlink_to(target)
    assert _same_from_all(handbook).notices == ()


@pytest.mark.parametrize(
    ("link", "target", "kind"),
    [
        ("x.md", "../secret.md", NoticeKind.LINK_OUTSIDE),
        ("docs/x", "../..", NoticeKind.LINK_OUTSIDE),
        ("x.md", "/nowhere/a.md", NoticeKind.LINK_OUTSIDE),
        ("x.md", "nowhere.md", NoticeKind.LINK_OUTSIDE),
        ("x.md", "x.md", NoticeKind.LINK_OUTSIDE),
        ("x.md", "docs/a.md/b.md", NoticeKind.LINK_OUTSIDE),
        ("docs/x", "../docs", NoticeKind.LINK_CYCLE),
        ("docs/b/x", "../..", NoticeKind.LINK_CYCLE),
        ("x.md", ".", NoticeKind.LINK_CYCLE),
    ],
)
def test_link_that_is_left_out(handbook: Path, link: str, target: str, kind: NoticeKind) -> None:
    """A link out of the handbook, to nothing, to itself or upwards is named and not followed."""
    (handbook / link).symlink_to(target)
    assert _same_from_all(handbook).notices == (Notice(link, kind, left_out=True),)


def test_link_to_no_page_outside_is_passed_over(handbook: Path) -> None:
    """Nobody misses a picture or a lost folder."""
    (handbook / "x.png").symlink_to("../nowhere.png")
    (handbook / "y").symlink_to("/nowhere")
    assert _same_from_all(handbook).notices == ()


def test_links_to_links(handbook: Path) -> None:
    """A chain of links ends where its last one leads; a circle of links leads nowhere."""
    (handbook / "x.md").symlink_to("y.md")
    (handbook / "y.md").symlink_to("z/c.md")
    (handbook / "z").symlink_to("docs/b")
    (handbook / "1.md").symlink_to("2.md")
    (handbook / "2.md").symlink_to("1.md")
    source = _same_from_all(handbook)
    assert [document.path for document in source.documents] == [
        *("docs/a.md", "docs/b/c.md", "x.md", "y.md")
    ]
    assert [notice.path for notice in source.notices] == ["1.md", "2.md"]


def test_chain_that_no_system_follows(tmp_path: Path) -> None:
    """A chain of thousands of links leads nowhere, from its far end."""
    chain = [special(f"hb/{at}.md", tarfile.SYMTYPE, f"{at + 1}.md") for at in range(3000)]
    file = tar_members(tmp_path / "archive", [*chain, regular("hb/3000.md", b"# A")])
    listing = open_archive(file, PLACE).listing()
    assert "3000.md" in listing.paths
    assert Notice("0.md", NoticeKind.LINK_OUTSIDE, left_out=True) in listing.notices


def test_link_out_of_the_part(handbook: Path) -> None:
    """A link into another part of the repository leads out of the handbook."""
    (handbook / "docs" / "x.md").symlink_to("../notes.txt")
    (handbook / "docs" / "y.md").symlink_to("../docs/a.md")
    source = _same_from_all(handbook, "docs")
    assert [document.path for document in source.documents] == ["a.md", "b/c.md", "y.md"]
    assert source.notices == (Notice("x.md", NoticeKind.LINK_OUTSIDE, left_out=True),)


def test_part_behind_a_link(handbook: Path) -> None:
    """The folder that is named may be a link to the true one."""
    (handbook / "current").symlink_to("docs/b")
    (handbook / "docs" / "b" / "_config.yml").write_text("title: B", encoding="utf-8")
    assert [document.path for document in _same_from_all(handbook, "current").documents] == ["c.md"]


def test_hard_links(handbook: Path) -> None:
    """A hard link is the same file in a second place, also where only the second is a page."""
    os.link(handbook / "docs" / "a.md", handbook / "x.md")
    os.link(handbook / "notes.txt", handbook / "y.md")
    (handbook / "z.md").symlink_to("x.md")
    source = _same_from_all(handbook)
    assert {document.path: document.text for document in source.documents} == {
        **dict.fromkeys(("docs/a.md", "x.md", "z.md"), "# docs/a.md\n"),
        "docs/b/c.md": "# docs/b/c.md\n",
        "y.md": "# notes.txt\n",
    }


@pytest.mark.parametrize("target", ["nowhere.md", f"../{TOP}/a.md", "/etc/passwd", f"{TOP}/docs"])
def test_hard_link_to_nothing(target: str, tmp_path: Path) -> None:
    """A hard link to what the archive does not have leads nowhere."""
    link = special(f"{TOP}/x.md", tarfile.LNKTYPE, target)
    file = tar_members(tmp_path / "archive", [regular(f"{TOP}/docs/a.md", b"# A"), link])
    listing = open_archive(file, PLACE).listing()
    assert listing.paths == ("docs/a.md",)
    assert listing.notices == (Notice("x.md", NoticeKind.LINK_OUTSIDE, left_out=True),)
