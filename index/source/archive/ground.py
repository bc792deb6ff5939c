"""The folders of an archive, with links that lead from one to the other as on a disk."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Self

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

_LINKS: Final = 40
"""How many links to links Linux follows: https://man7.org/linux/man-pages/man7/path_resolution.7.html"""


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """A folder in memory."""

    name: str
    """Its name; empty for the archive itself and for what is above it."""
    parent: Self | None
    """The folder that it lies in; None for what is above the archive, which has nothing else."""
    entries: dict[str, "File | Tie | Folder"] = field(default_factory=dict)
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


@dataclass(slots=True, eq=False)
class Tie:
    """A symbolic link in its place, followed once however often it is met."""

    target: str
    """Where it leads, as written."""
    folder: Folder
    """The folder that it lies in."""
    known: bool = False
    """Whether it has been followed."""
    end: Found | None = None
    """What it leads to."""


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
        else:
            there = _linked(root, what) if isinstance(what, HardLink) else what
            folder.entries[name] = there if isinstance(there, File) else Tie(there.target, folder)
    return root


def _folder(parent: Folder, name: str, path: str, allowance: Allowance) -> Folder:
    found = parent.entries.get(name)
    if isinstance(found, Folder):
        return found
    if isinstance(found, Tie):
        raise PathEscapesError(path)
    allowance.add_file()
    made = Folder(name, parent)
    parent.entries[name] = made
    return made


def _linked(root: Folder, link: HardLink) -> File | Link:
    """Return what a hard link stands for; one to nothing is as a symbolic link to nothing."""
    folder = root
    *above, name = [part for part in link.target.split("/") if part not in ("", ".")] or [""]
    for part in above:
        found = folder.entries.get(part)
        if not isinstance(found, Folder):
            return Link("")
        folder = found
    there = folder.entries.get(name)
    if isinstance(there, Tie):
        return Link(there.target)
    return there if isinstance(there, File) else Link("")


def follow(start: Folder, path: str, links: int = _LINKS) -> Found | None:
    """Return what a path leads to from a folder, through at most so many links; None for nothing.

    What is above the archive is a folder in which nothing lies.
    """
    folder = _highest(start) if path.startswith("/") else start
    file: File | None = None
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if file is not None:
            return None
        entry = (folder.parent or folder) if part == ".." else folder.entries.get(part)
        match entry:
            case None:
                return None
            case Folder():
                folder = entry
            case File():
                file = entry
            case Tie():
                end = _end(entry, links)
                if end is None:
                    return None
                folder, file = end.folder, end.file
    return Found(folder, file)


def _end(tie: Tie, links: int) -> Found | None:
    if not tie.known:
        # Known from here on: links in a circle come back to this, and lead nowhere.
        tie.known = True
        if links and 0 < len(tie.target) <= PATH_CHARACTERS:
            tie.end = follow(tie.folder, tie.target, links - 1)
    return tie.end


def _highest(folder: Folder) -> Folder:
    while folder.parent is not None:
        folder = folder.parent
    return folder
