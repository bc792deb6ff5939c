"""A folder, or one Markdown file, as a Tree."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.source.document import Notice, NoticeKind, Source
from index.source.read_tree import read_tree
from index.source.tree import Listing, is_page
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

SKIPPED_FOLDERS: Final = frozenset({"node_modules", "__pycache__", "_site", "vendor"})
"""Never written by a handbook's editors, whatever lies in them."""


def skipped(name: str) -> bool:
    """Tell whether a file or folder of this name is none of a handbook's."""
    return name.startswith(".") or name in SKIPPED_FOLDERS


def read_folder(path: Path, place: str = "") -> Source:
    """Read every Markdown file below `path` (or the one file that it names).

    `place` is how a person would write it, where that is not the path.

    Raises:
        HandbookUnreadableError: when there is no such place or nothing in it can be served.
    """
    return read_tree(FolderTree(path, place or str(path)))


@dataclass(frozen=True, slots=True)
class FolderTree:
    """The files below a folder, or one Markdown file with its folder's settings files."""

    path: Path
    """The folder, or the file."""
    place: str
    """Where it came from, as a person would write it."""

    @property
    def root(self) -> Path:
        """The folder that paths are below."""
        return self.path.parent if self.path.is_file() else self.path

    def listing(self) -> Listing:
        """Return every file below the folder, or the one file; see `Tree`."""
        try:
            if self.path.is_file():
                if not is_page(self.path.name):
                    raise HandbookUnreadableError(self.place, PlaceProblem.NOT_MARKDOWN)
                return Listing((self.path.name,), ())
            if not self.path.is_dir():
                raise HandbookUnreadableError(self.place, PlaceProblem.MISSING)
            os.scandir(self.path).close()
        except OSError as error:
            raise HandbookUnreadableError(self.place, PlaceProblem.NOT_PERMITTED) from error
        notices: list[Notice] = []
        paths = sorted(_walk(self.path, self.path, notices))
        return Listing(tuple(paths), tuple(notices))

    def size(self, path: str) -> int:
        """Return how many bytes a file has; see `Tree`."""
        return self._inside(path).stat().st_size

    def read(self, path: str) -> bytes:
        """Return a file; see `Tree`."""
        return self._inside(path).read_bytes()

    def _inside(self, path: str) -> Path:
        """Return where a file is; one that is not listed may lead anywhere."""
        file = self.root / path
        way = [file, *file.parents[: path.count("/")]]
        unsure = ".." in file.parts or any(each.is_symlink() for each in way)
        if unsure and _link_problem(self.root, file) is not None:
            raise FileNotFoundError(path)
        return file


def _walk(root: Path, folder: Path, notices: list[Notice]) -> Iterator[str]:
    """Yield the path of every file below `folder`.

    A link to a folder is never followed: inside the handbook that folder is read in its own
    place, and links that lead to each other would make the walk endless.
    """
    for entry in sorted(_entries(root, folder, notices), key=lambda entry: entry.name):
        path = folder / entry.name
        relative = path.relative_to(root).as_posix()
        if skipped(entry.name):
            continue
        if entry.is_symlink():
            problem = _link_problem(root, path)
            if problem and (is_page(entry.name) or path.is_dir()):
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
