"""Which files of a folder become documents, and what is said of those that do not."""

import errno
import os
from pathlib import Path

import pytest

from index.source.document import Document, Notice, NoticeKind
from index.source.limits import PAGE_BYTES, PATH_CHARACTERS
from index.source.unreadable import HandbookUnreadableError
from tests.source.folders import read_folder

NOT_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")


def _write(folder: Path, *paths: str) -> None:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {path}\n", encoding="utf-8")


def _paths(folder: Path) -> list[str]:
    return [document.path for document in read_folder(folder).documents]


def test_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    """Nested pages come with forward slashes, sorted, whatever order the disk has them in."""
    _write(tmp_path, "z.md", "a/b/c.md", "a.md", "a/å.markdown", "B.MD")
    assert _paths(tmp_path) == ["B.MD", "a.md", "a/b/c.md", "a/å.markdown", "z.md"]


def test_text_is_handed_on_whole(tmp_path: Path) -> None:
    """A document has the file's whole text, front matter included, and no revision."""
    (tmp_path / "a.md").write_bytes("---\ntitle: Å\n---\r\n# Hej\rdu\n".encode())
    source = read_folder(tmp_path)
    assert source.documents == (Document("a.md", "---\ntitle: Å\n---\n# Hej\ndu\n", None),)
    assert source.notices == ()
    assert source.place == str(tmp_path)


def test_what_editors_do_not_write_is_not_read(tmp_path: Path) -> None:
    """Hidden files and folders, other kinds of files and machines' folders are passed by."""
    skipped = (".git/a.md", ".hidden.md", "node_modules/a.md", "x/vendor/a.md", "_site/a.md")
    _write(tmp_path, "a.md", "notes.txt", "b.md.bak", "__pycache__/a.md", *skipped)
    assert _paths(tmp_path) == ["a.md"]
    assert read_folder(tmp_path).notices == ()


def test_folder_named_like_a_page(tmp_path: Path) -> None:
    """A folder whose name ends like a page is a folder."""
    _write(tmp_path, "old.md/a.md")
    assert _paths(tmp_path) == ["old.md/a.md"]


def test_one_file_is_a_handbook(tmp_path: Path) -> None:
    """A place may be one Markdown file; its neighbours are not read, its settings are."""
    _write(tmp_path, "a.md", "b.md")
    (tmp_path / "_config.yml").write_text("title: T\n", encoding="utf-8")
    source = read_folder(tmp_path / "a.md")
    assert [document.path for document in source.documents] == ["a.md"]
    assert source.configuration == {"_config.yml": "title: T\n"}


def test_settings_of_a_site_are_handed_on(tmp_path: Path) -> None:
    """Both names of Jekyll's settings are found at the root and nowhere else."""
    _write(tmp_path, "a.md")
    (tmp_path / "sub").mkdir()
    for name in ("_config.yml", "_config.yaml", "sub/_config.yml", "settings.yml"):
        (tmp_path / name).write_bytes(b"title: \xff\n")
    assert read_folder(tmp_path).configuration == {
        "_config.yml": "title: \ufffd\n",
        "_config.yaml": "title: \ufffd\n",
    }


def test_page_over_the_limit_is_named_and_the_rest_served(tmp_path: Path) -> None:
    """A page of 8 MiB is read, one byte more is left out with its size."""
    _write(tmp_path, "a.md")
    (tmp_path / "full.md").write_bytes(b"a" * PAGE_BYTES)
    (tmp_path / "more.md").write_bytes(b"a" * (PAGE_BYTES + 1))
    source = read_folder(tmp_path)
    assert [document.path for document in source.documents] == ["a.md", "full.md"]
    assert source.notices == (Notice("more.md", NoticeKind.TOO_LARGE, "8.0", left_out=True),)


def test_binary_called_a_page_is_named(tmp_path: Path) -> None:
    """A picture or an archive with a page's name is left out, not shown as letters."""
    _write(tmp_path, "a.md")
    (tmp_path / "bild.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (tmp_path / "nul.md").write_bytes(b"# Hej\x00\n")
    source = read_folder(tmp_path)
    assert [document.path for document in source.documents] == ["a.md"]
    assert source.notices == (
        Notice("bild.md", NoticeKind.BINARY, left_out=True),
        Notice("nul.md", NoticeKind.BINARY, left_out=True),
    )


@NOT_ROOT
def test_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    """A page without permission is left out with the reason; the rest is served."""
    _write(tmp_path, "a.md", "b.md")
    (tmp_path / "b.md").chmod(0)
    source = read_folder(tmp_path)
    assert [document.path for document in source.documents] == ["a.md"]
    assert source.notices == (
        Notice("b.md", NoticeKind.UNREADABLE, "Permission denied", left_out=True),
    )


@NOT_ROOT
def test_folder_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    """A folder without permission is left out; the rest is served."""
    _write(tmp_path, "a.md", "sub/b.md")
    (tmp_path / "sub").chmod(0)
    try:
        source = read_folder(tmp_path)
    finally:
        (tmp_path / "sub").chmod(0o700)
    assert [document.path for document in source.documents] == ["a.md"]
    assert source.notices == (Notice("sub", NoticeKind.UNREADABLE, left_out=True),)


@NOT_ROOT
def test_place_that_may_not_be_read(tmp_path: Path) -> None:
    """A handbook without permission says so."""
    place = tmp_path / "hb"
    _write(place, "a.md")
    place.chmod(0)
    try:
        with pytest.raises(HandbookUnreadableError) as caught:
            read_folder(place)
    finally:
        place.chmod(0o700)
    assert str(caught.value) == f"{place}: not-permitted"


def test_path_that_nobody_shows(tmp_path: Path) -> None:
    """A page whose path is longer than any site shows is left out and named, with the reason."""
    _write(tmp_path, "a.md")
    deep = "/".join(["d" * 200] * 5) + "/" + "e" * 30
    _write(tmp_path, f"{deep}.md", f"{deep}.png", f"{deep[:-31]}/b.md")
    source = read_folder(tmp_path)
    assert [document.path for document in source.documents] == ["a.md", f"{deep[:-31]}/b.md"]
    reason = os.strerror(errno.ENAMETOOLONG)
    path = f"{deep}.md"[:PATH_CHARACTERS]
    assert source.notices == (Notice(path, NoticeKind.UNREADABLE, reason, left_out=True),)
