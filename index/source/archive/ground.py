"""The folders of an archive, with links that lead from one to the other as on a disk."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from index.source.archive.allowance import Allowance
from index.source.archive.member import (
    EmptyFolder,
    File,
    HardLink,
    Link,
    Member,
    PathEscapesError,
)
from index.source.limits import PATH_CHARACTERS


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """A folder in memory."""

    name: str
    """Its name; empty for the archive itself and for what is above it."""
    parent: Self | None
    """The folder that it lies in; None for what is above the archive, which has nothing else."""
    entries: dict[str, "File | Link | Folder"] = field(default_factory=dict)
    """What lies in it, by name."""

    def lies_in(self, other: "Folder") -> bool:
        """Tell whether it is another folder or somewhere below it."""
        folder: Folder | None = self
        while folder is not None and folder is not other:
            folder = folder.parent
        return folder is other

    def path_below(self, other: "Folder") -> str:
        """Return its path below a folder that it lies in; empty for that folder itself."""
        names = []
        folder: Folder | None = self
        while folder is not None and folder is not other:
            names.append(folder.name)
            folder = folder.parent
        return "/".join(reversed(names))


@dataclass(frozen=True, slots=True)
class Found:
    """What a path leads to."""

    folder: Folder
    """The folder, or the one that the file lies in."""
    file: File | None = None
    """The file."""


def plant(members: Iterable[Member], allowance: Allowance) -> Folder:
    """Return the folder that all members lie in; of two with the same path, the last one counts.

    Raises:
        PathEscapesError: when a member lies behind a link, by which it could be anywhere.
        HandbookUnreadableError: when there are too many.
    """
    root = Folder("", Folder("", None))
    for path, what in members:
        above, _, name = path.rpartition("/")
        folder = root
        for part in above.split("/") if above else ():
            folder = _folder(folder, part, path, allowance)
        if not name:
            continue
        allowance.add_file()
        if isinstance(what, EmptyFolder):
            if not isinstance(folder.entries.get(name), Folder):
                folder.entries[name] = Folder(name, folder)
        elif isinstance(what, HardLink):
            folder.entries[name] = _linked(root, what)
        else:
            folder.entries[name] = what
    return root


def _folder(parent: Folder, name: str, path: str, allowance: Allowance) -> Folder:
    found = parent.entries.get(name)
    if isinstance(found, Folder):
        return found
    if isinstance(found, Link):
        raise PathEscapesError(path)
    allowance.add_file()
    made = Folder(name, parent)
    parent.entries[name] = made
    return made


def _linked(root: Folder, link: HardLink) -> File | Link:
    """Return what a hard link stands for; one to nothing is as a symbolic link to nothing."""
    *above, name = link.target.split("/")
    found = follow(root, "/".join(above))
    there = found and not found.file and found.folder.entries.get(name)
    return there if isinstance(there, File | Link) else Link("")


def follow(start: Folder, path: str) -> Found | None:
    """Return what a path leads to from a folder, through all links; None for nothing.

    What is above the archive is a folder in which nothing lies.
    """
    waiting = path.split("/")[::-1]
    folder, file = start, None
    # No disk takes longer ways; links to each other would go on for ever.
    for _ in range(PATH_CHARACTERS):
        if not waiting:
            return Found(folder, file)
        part = waiting.pop()
        if part in ("", "."):
            continue
        if file is not None:
            return None
        found = _above(folder) if part == ".." else folder.entries.get(part)
        match found:
            case None:
                return None
            case Folder():
                folder = found
            case File():
                file = found
            case Link(target):
                if target.startswith("/"):
                    folder = _top(folder)
                # An empty target is no path at all.
                waiting.extend((target or "\0").split("/")[::-1])
    return None


def _above(folder: Folder) -> Folder:
    return folder.parent or folder


def _top(folder: Folder) -> Folder:
    while folder.parent is not None:
        folder = folder.parent
    return folder
