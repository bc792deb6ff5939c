"""A folder, or one Markdown file, to a Source."""

import os
from collections.abc import Iterator
from pathlib import Path

from index.source.document import (
    Document,
    HandbookUnreadableError,
    Notice,
    NoticeKind,
    PlaceProblem,
    Source,
)
from index.source.encoding import decode
from index.source.limits import MARKDOWN_SUFFIXES, PAGE_BYTES, PAGES

CONFIGURATION_FILES = ("_config.yml", "_config.yaml")
"""The site settings that a generator of ours reads."""

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "_site", "vendor"})
"""Never written by a handbook's editors, whatever lies in them."""


def read_folder(place: Path) -> Source:
    """Read every Markdown file below `place` (or the one file that it names).

    Raises:
        HandbookUnreadableError: when there is no such place or nothing in it can be served.
    """
    root, paths, notices = _list(place)
    documents: list[Document] = []
    for path in paths:
        document, remarks = _read(root, path)
        notices.extend(remarks)
        if document is not None:
            documents.append(document)
    if not documents:
        problem = PlaceProblem.NOTHING_READABLE if paths else PlaceProblem.EMPTY
        raise HandbookUnreadableError(str(place), problem, ", ".join(sorted(paths)[:3]))
    return Source(str(place), tuple(documents), _configuration(root), tuple(notices))


def _list(place: Path) -> tuple[Path, list[str], list[Notice]]:
    try:
        if place.is_file():
            if place.suffix.lower() not in MARKDOWN_SUFFIXES:
                raise HandbookUnreadableError(str(place), PlaceProblem.NOT_MARKDOWN)
            return place.parent, [place.name], []
        if not place.is_dir():
            raise HandbookUnreadableError(str(place), PlaceProblem.MISSING)
        os.scandir(place).close()
    except (PermissionError, OSError) as error:
        raise HandbookUnreadableError(str(place), PlaceProblem.NOT_PERMITTED) from error
    notices: list[Notice] = []
    paths = sorted(_walk(place, place, frozenset({place.resolve()}), notices))
    return place, paths[:PAGES], notices


def _walk(root: Path, folder: Path, above: frozenset[Path], notices: list[Notice]) -> Iterator[str]:
    """Yield Markdown paths; a link is followed inside the handbook, and never in a circle."""
    for entry in sorted(_entries(root, folder, notices), key=lambda entry: entry.name):
        path = folder / entry.name
        relative = path.relative_to(root).as_posix()
        if entry.name.startswith(".") or entry.name in SKIPPED_FOLDERS:
            continue
        if entry.is_symlink() and not _inside(root, path):
            notices.append(Notice(relative, NoticeKind.LINK_OUTSIDE, left_out=True))
        elif entry.is_dir():
            real = path.resolve()
            if real in above:
                notices.append(Notice(relative, NoticeKind.LINK_CYCLE, left_out=True))
            else:
                yield from _walk(root, path, above | {real}, notices)
        elif path.suffix.lower() in MARKDOWN_SUFFIXES and entry.is_file():
            yield relative


def _entries(root: Path, folder: Path, notices: list[Notice]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        relative = folder.relative_to(root).as_posix()
        notices.append(Notice(relative, NoticeKind.UNREADABLE, left_out=True))
        return []


def _inside(root: Path, link: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to itself, or to nothing
        return False


def _read(root: Path, path: str) -> tuple[Document | None, tuple[Notice, ...]]:
    file = root / path
    try:
        size = file.stat().st_size
        if size > PAGE_BYTES:
            megabytes = f"{size / 1024 / 1024:.1f}"
            return None, (Notice(path, NoticeKind.TOO_LARGE, megabytes, left_out=True),)
        text, notices = decode(path, file.read_bytes())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return None, (Notice(path, NoticeKind.UNREADABLE, reason, left_out=True),)
    return (None if text is None else Document(path, text)), notices


def _configuration(root: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in CONFIGURATION_FILES:
        try:
            found[name] = (root / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
    return found
