"""An archive on this computer, or the part of it that is the handbook, as a Tree."""

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Self

from index.source.archive.ground import Folder, Found, Tie, follow
from index.source.archive.member import File, is_text
from index.source.document import NoticeKind
from index.source.limits import PAGE_BYTES
from index.source.settings_files import CONFIGURATION_FILES
from index.source.tree import Listing, is_page
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from index.source.walk import EntryKind, Followed, walk


@dataclass(frozen=True, slots=True)
class ArchiveTree:
    """The files of an archive, of which pages and settings are in memory."""

    place: str
    """Where it came from, as a person would write it."""
    top: Folder
    """The folder that everything in the archive lies in: the repository's root."""
    root: Folder
    """The folder that is the handbook."""
    page: str = ""
    """The one file in it that is the handbook; empty for the whole folder."""

    @property
    def folder(self) -> str:
        """Path of the handbook's folder below the repository's root; empty for the root."""
        return self.root.path_below(self.top)

    @property
    def whole(self) -> Self:
        """The whole repository, in which CODEOWNERS lies."""
        return replace(self, root=self.top, page="")

    def listing(self) -> Listing:
        """Return every file of the handbook; see `Tree`."""
        if not self.page:
            return walk(_Memory(self.root))
        if not is_page(self.page):
            raise HandbookUnreadableError(self.place, PlaceProblem.NOT_MARKDOWN)
        return Listing((self.page,), ())

    def size(self, path: str) -> int:
        """Return how many bytes a file has; see `Tree`."""
        return self._file(path).size

    def read(self, path: str) -> bytes:
        """Return a file that was kept in memory; see `Tree`."""
        content = self._file(path).content
        if content is None:
            raise OSError(errno.ENODATA, os.strerror(errno.ENODATA), path)
        return content

    def texts(self) -> tuple[File, ...]:
        """Return the files that reading asks for, one under two names twice."""
        listed = [] if self.page else [path for path in self.listing().paths if is_text(path)]
        found = map(self._found, (*listed, self.page, *CONFIGURATION_FILES))
        files = (each.file for each in found if each and each.file)
        return tuple(file for file in files if file.size <= PAGE_BYTES)

    def _file(self, path: str) -> File:
        found = self._found(path)
        if found is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        if found.file is None:
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
        return found.file

    def _found(self, path: str) -> Found | None:
        found = follow(self.root, path)
        return found if found and found.folder.lies_in(self.root) else None


@dataclass(frozen=True, slots=True)
class _Memory:
    """The folders of an archive, for `walk`."""

    root: Folder

    def entries(self, folder: str) -> Iterator[tuple[str, EntryKind]]:
        found = follow(self.root, folder)
        for name, entry in found.folder.entries.items() if found else ():
            yield name, _kind(entry)

    def followed(self, link: str) -> Followed:
        found = follow(self.root, link)
        if found is None:
            return Followed(EntryKind.NEITHER, NoticeKind.LINK_OUTSIDE)
        kind = EntryKind.FILE if found.file else EntryKind.FOLDER
        if not found.folder.lies_in(self.root):
            return Followed(kind, NoticeKind.LINK_OUTSIDE)
        around = follow(self.root, str(PurePosixPath(link).parent))
        above = not found.file and around and around.folder.lies_in(found.folder)
        return Followed(kind, NoticeKind.LINK_CYCLE if above else None)


def _kind(entry: File | Tie | Folder) -> EntryKind:
    match entry:
        case File():
            return EntryKind.FILE
        case Tie():
            return EntryKind.LINK
        case Folder():
            return EntryKind.FOLDER
