"""A folder, or one Markdown file, as a Tree."""

import os
from dataclasses import dataclass
from pathlib import Path

from index.source.document import NoticeKind
from index.source.tree import Listing, is_page
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from index.source.walk import EntryKind, Followed, walk


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
        return walk(_Disk(self.path))

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


@dataclass(frozen=True, slots=True)
class _Disk:
    """Folders on this computer, for `walk`."""

    root: Path

    def entries(self, folder: str) -> list[tuple[str, EntryKind]]:
        with os.scandir(self.root / folder) as entries:
            return [(entry.name, _kind(entry)) for entry in entries]

    def followed(self, link: str) -> Followed:
        path = self.root / link
        return Followed(_kind_at(path), _link_problem(self.root, path))


def _kind(entry: os.DirEntry[str]) -> EntryKind:
    if entry.is_symlink():
        return EntryKind.LINK
    if entry.is_dir():
        return EntryKind.FOLDER
    return EntryKind.FILE if entry.is_file() else EntryKind.NEITHER


def _kind_at(path: Path) -> EntryKind:
    try:
        if path.is_dir():
            return EntryKind.FOLDER
        return EntryKind.FILE if path.is_file() else EntryKind.NEITHER
    except OSError:  # on the way to it is a folder that this user may not see
        return EntryKind.NEITHER


def _link_problem(root: Path, link: Path) -> NoticeKind | None:
    """Return why a link cannot be followed: it leads out of the handbook, nowhere, or back up."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):  # to itself, or to nothing
        return NoticeKind.LINK_OUTSIDE
    if not target.is_relative_to(root.resolve()):
        return NoticeKind.LINK_OUTSIDE
    return NoticeKind.LINK_CYCLE if link.parent.resolve().is_relative_to(target) else None
