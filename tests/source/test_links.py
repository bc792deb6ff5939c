"""Symbolic links: followed inside the handbook, never out of it and never in a circle."""

import os
from pathlib import Path

import pytest

from index.source.document import Notice, NoticeKind
from tests.source.folders import read_folder

NOT_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """A folder with one page, beside a folder that is none of its business."""
    for path in ("handbook/docs/a.md", "outside/secret.md"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(f"# {path}\n", encoding="utf-8")
    return tmp_path / "handbook"


def _read(place: Path) -> tuple[list[str], tuple[Notice, ...]]:
    source = read_folder(place)
    return [document.path for document in source.documents], source.notices


def _outside(path: str) -> tuple[Notice, ...]:
    return (Notice(path, NoticeKind.LINK_OUTSIDE, left_out=True),)


def test_link_inside_is_followed(handbook: Path) -> None:
    """A link to a page is read under its own name; a linked folder only in its own place."""
    (handbook / "b.md").symlink_to("docs/a.md")
    (handbook / "more").symlink_to("docs")
    assert _read(handbook) == (["b.md", "docs/a.md"], ())


def test_link_to_a_file_outside_is_left_out(handbook: Path) -> None:
    """No page outside the handbook gets into an answer by a link."""
    (handbook / "b.md").symlink_to("../outside/secret.md")
    assert _read(handbook) == (["docs/a.md"], _outside("b.md"))


def test_link_to_a_folder_outside_is_left_out(handbook: Path) -> None:
    """No folder outside the handbook gets into an answer by a link."""
    (handbook / "b").symlink_to(handbook.parent / "outside")
    assert _read(handbook) == (["docs/a.md"], _outside("b"))


def test_link_upwards_is_a_circle(handbook: Path) -> None:
    """A link to a folder above it ends there and is named."""
    (handbook / "docs" / "up").symlink_to("..")
    cycle = Notice("docs/up", NoticeKind.LINK_CYCLE, left_out=True)
    assert _read(handbook) == (["docs/a.md"], (cycle,))


def test_links_to_each_other_end(handbook: Path) -> None:
    """Two folders that link to each other are each read once, in their own place."""
    (handbook / "other").mkdir()
    (handbook / "docs" / "other").symlink_to("../other")
    (handbook / "other" / "docs").symlink_to("../docs")
    assert _read(handbook) == (["docs/a.md"], ())


@pytest.mark.parametrize("target", ["b.md", "nowhere.md"], ids=["itself", "nothing"])
def test_link_to_itself_or_to_nothing(handbook: Path, target: str) -> None:
    """A broken link is left out and named; the rest is served."""
    (handbook / "b.md").symlink_to(target)
    paths, notices = _read(handbook)
    assert paths == ["docs/a.md"]
    assert [(notice.path, notice.left_out) for notice in notices] == [("b.md", True)]


def test_links_that_are_no_pages_are_not_named(handbook: Path) -> None:
    """A link outside that would not be read anyway is nothing an editor has to know of."""
    (handbook / "README.txt").symlink_to("../outside/secret.md")
    (handbook / ".hidden").symlink_to("../outside")
    assert _read(handbook) == (["docs/a.md"], ())


def test_a_place_may_be_a_link(handbook: Path) -> None:
    """A handbook that is reached by a link is read like any other."""
    (handbook.parent / "link").symlink_to("handbook")
    assert _read(handbook.parent / "link") == (["docs/a.md"], ())
    (handbook.parent / "one.md").symlink_to("handbook/docs/a.md")
    assert _read(handbook.parent / "one.md") == (["one.md"], ())


def test_settings_are_not_read_from_outside(handbook: Path) -> None:
    """A link from the settings' name to a file outside the handbook is not followed either."""
    (handbook / "_config.yml").symlink_to("../outside/secret.md")
    assert read_folder(handbook).configuration == {}


def test_many_circles_end_soon(handbook: Path) -> None:
    """Links that multiply the ways through the handbook are not all walked."""
    for number in range(6):
        (handbook / f"d{number}").mkdir()
        for other in range(6):
            (handbook / f"d{number}" / f"l{other}").symlink_to(f"../d{other}")
    (handbook / "d0" / "x.md").write_text("# X\n", encoding="utf-8")
    assert len(read_folder(handbook).notices) < 1_000


@NOT_ROOT
def test_link_to_where_this_user_may_not_look(handbook: Path) -> None:
    """A link through a folder that may not be seen is left out, and the rest is read."""
    outside = handbook.parent / "outside"
    (handbook / "b.md").symlink_to(outside / "secret.md")
    (handbook / "c").symlink_to(outside / "secret.md")
    outside.chmod(0)
    try:
        assert _read(handbook) == (["docs/a.md"], _outside("b.md"))
    finally:
        outside.chmod(0o755)
