"""Which files of a tree its editors may have written, by the same rules wherever it lies."""

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, Protocol

from index.source.document import Notice, NoticeKind
from index.source.limits import PATH_CHARACTERS
from index.source.tree import Listing, is_page

SKIPPED_FOLDERS: Final = frozenset({"node_modules", "__pycache__", "_site", "vendor"})
"""Never written by a handbook's editors, whatever lies in them."""


def skipped(name: str) -> bool:
    """Tell whether a file or folder of this name is none of a handbook's."""
    return name.startswith(".") or name in SKIPPED_FOLDERS


class EntryKind(Enum):
    """What lies in a folder."""

    FILE = auto()
    FOLDER = auto()
    LINK = auto()
    """A symbolic link, wherever it leads."""
    NEITHER = auto()
    """A device, a socket, or nothing."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A symbolic link, followed to its end."""

    kind: EntryKind
    """What is there."""
    problem: NoticeKind | None
    """Why it is not followed: it leads out of the handbook, nowhere, or back up."""


class Folders(Protocol):
    """Folders that can be walked; paths are below their root, which is the empty path."""

    def entries(self, folder: str) -> Iterable[tuple[str, EntryKind]]:
        """Return names and kinds of what lies in a folder.

        Raises:
            OSError: when it may not be listed.
        """

    def followed(self, link: str) -> Followed:
        """Return where a symbolic link leads."""


def walk(folders: Folders) -> Listing:
    """Return the path of every file.

    A link to a folder is never followed: inside the handbook that folder is read in its own
    place, and links that lead to each other would make the walk endless.
    """
    paths: list[str] = []
    notices: list[Notice] = []
    waiting = [("", EntryKind.FOLDER)]
    while waiting:
        path, kind = waiting.pop()
        problem = None
        if len(path) > PATH_CHARACTERS:
            problem = _too_long(path, kind)
        elif kind is EntryKind.FOLDER:
            try:
                waiting.extend(_below(path, folders.entries(path)))
            except OSError:
                problem = Notice(path, NoticeKind.UNREADABLE, left_out=True)
        elif kind is EntryKind.LINK:
            end = folders.followed(path)
            if end.problem and (is_page(path) or end.kind is EntryKind.FOLDER):
                problem = Notice(path, end.problem, left_out=True)
            elif not end.problem and end.kind is EntryKind.FILE:
                paths.append(path)
        elif kind is EntryKind.FILE:
            paths.append(path)
        if problem:
            notices.append(problem)
    return Listing(tuple(sorted(paths)), tuple(notices))


def _below(
    folder: str, entries: Iterable[tuple[str, EntryKind]]
) -> Iterable[tuple[str, EntryKind]]:
    """Return what is not skipped, the first one last."""
    for name, kind in sorted(entries, key=lambda entry: entry[0], reverse=True):
        if not skipped(name):
            yield (f"{folder}/{name}" if folder else name), kind


def _too_long(path: str, kind: EntryKind) -> Notice | None:
    if kind is not EntryKind.FOLDER and not is_page(path):
        return None
    reason = os.strerror(errno.ENAMETOOLONG)
    return Notice(path[:PATH_CHARACTERS], NoticeKind.UNREADABLE, reason, left_out=True)
