"""A folder, or one Markdown file, to a Source."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath

from index.source.document import Document, Notice, NoticeKind, Source
from index.source.encoding import decode
from index.source.limits import MARKDOWN_SUFFIXES, PAGE_BYTES, PAGES
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

HUGO_FILES = tuple(
    f"{name}.{ending}"
    for name in (
        "hugo",
        "config",
        *(
            f"config/_default/{name}"
            for name in ("hugo", "config", "languages", "markup", "permalinks")
        ),
    )
    for ending in ("toml", "yaml", "yml", "json")
)
"""Where Hugo looks for its settings: one file, or several that hold a part each."""

MKDOCS_FILES = ("mkdocs.yml", "mkdocs.yaml")
_INHERIT = re.compile(r"""^INHERIT:[ \t]*["']?([^\s"']+)""", re.MULTILINE)

SYNONYM_FILES = ("synonyms.yml", "synonyms.yaml")
"""Where a handbook's editors say which of its words stand for each other."""

CONFIGURATION_FILES = (
    *SYNONYM_FILES,
    "_config.yml",
    "_config.yaml",
    *MKDOCS_FILES,
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "docusaurus.config.mjs",
    ".eleventy.js",
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    "eleventy.config.ts",
    "book.toml",
    ".eleventyignore",
    "package.json",
    *HUGO_FILES,
)
"""The settings files by which site generators are known, and what lies beside them."""

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "_site", "vendor"})
"""Never written by a handbook's editors, whatever lies in them."""


def folder_at(place: str) -> Path:
    """Return the path that `place` names.

    Raises:
        HandbookUnreadableError: when it is an address, nothing, or begins with an unknown `~user`.
    """
    if "://" in place:
        raise HandbookUnreadableError(place, PlaceProblem.ADDRESS)
    if not place.strip():
        raise HandbookUnreadableError('""', PlaceProblem.MISSING)
    try:
        return Path(place).expanduser()
    except RuntimeError as error:
        raise HandbookUnreadableError(place, PlaceProblem.MISSING) from error


def read_folder(place: Path) -> Source:
    """Read every Markdown file below `place` (or the one file that it names).

    Raises:
        HandbookUnreadableError: when there is no such place or nothing in it can be served.
    """
    root, paths, notices = _list(place)
    files = frozenset(path for path in paths if not _is_page(path))
    paths = [path for path in paths if path not in files]
    if len(paths) > PAGES:
        notices.append(Notice("", NoticeKind.TOO_MANY, str(len(paths)), left_out=True))
        paths = paths[:PAGES]
    documents: list[Document] = []
    for path in paths:
        document, remarks = _read(root, path)
        notices.extend(remarks)
        if document is not None:
            documents.append(document)
    if not documents:
        problem = PlaceProblem.NOTHING_READABLE if paths else PlaceProblem.EMPTY
        raise HandbookUnreadableError(str(place), problem, ", ".join(sorted(paths)[:3]))
    return Source(str(place), tuple(documents), _configuration(root), tuple(notices), files)


def _is_page(path: str) -> bool:
    return path.lower().endswith(MARKDOWN_SUFFIXES)


def _list(place: Path) -> tuple[Path, list[str], list[Notice]]:
    """Return the root, the path of every file below it, and what was noticed."""
    try:
        if place.is_file():
            if not _is_page(place.name):
                raise HandbookUnreadableError(str(place), PlaceProblem.NOT_MARKDOWN)
            return place.parent, [place.name], []
        if not place.is_dir():
            raise HandbookUnreadableError(str(place), PlaceProblem.MISSING)
        os.scandir(place).close()
    except OSError as error:
        raise HandbookUnreadableError(str(place), PlaceProblem.NOT_PERMITTED) from error
    notices: list[Notice] = []
    return place, sorted(_walk(place, place, notices)), notices


def _walk(root: Path, folder: Path, notices: list[Notice]) -> Iterator[str]:
    """Yield the path of every file below `folder`.

    A link to a folder is never followed: inside the handbook that folder is read in its own
    place, and links that lead to each other would make the walk endless.
    """
    for entry in sorted(_entries(root, folder, notices), key=lambda entry: entry.name):
        path = folder / entry.name
        relative = path.relative_to(root).as_posix()
        if entry.name.startswith(".") or entry.name in SKIPPED_FOLDERS:
            continue
        if entry.is_symlink():
            problem = _link_problem(root, path)
            if problem and (_is_page(entry.name) or path.is_dir()):
                notices.append(Notice(relative, problem, left_out=True))
            elif not problem and path.is_file():
                yield relative
        elif entry.is_dir():
            yield from _walk(root, path, notices)
        elif entry.is_file():
            yield relative


def _link_problem(root: Path, link: Path) -> NoticeKind | None:
    """Return why a link cannot be followed: it leads out of the handbook, nowhere, or back up."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):  # to itself, or to nothing
        return NoticeKind.LINK_OUTSIDE
    if not target.is_relative_to(root.resolve()):
        return NoticeKind.LINK_OUTSIDE
    return NoticeKind.LINK_CYCLE if link.parent.resolve().is_relative_to(target) else None


def _entries(root: Path, folder: Path, notices: list[Notice]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        relative = folder.relative_to(root).as_posix()
        notices.append(Notice(relative, NoticeKind.UNREADABLE, left_out=True))
        return []


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
    names = list(CONFIGURATION_FILES)
    # The list grows while it is walked: MkDocs' settings may name a file that they inherit.
    for name in names:
        file = root / name
        try:
            if _link_problem(root, file) is None and file.stat().st_size <= PAGE_BYTES:
                found[name] = file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        inherited = _INHERIT.search(found[name]) if name in MKDOCS_FILES and name in found else None
        if inherited and normpath(inherited[1]) not in names:
            names.append(normpath(inherited[1]))
    return found
