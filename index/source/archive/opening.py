"""A file on this computer to the tree of the archive that it is."""

import io
from pathlib import Path
from posixpath import basename, normpath
from typing import Final

from index.source.archive.allowance import Allowance, ArchiveLimits
from index.source.archive.archive_tree import ArchiveTree
from index.source.archive.damage import told_of
from index.source.archive.ground import Folder, follow, plant
from index.source.archive.member import Wanted, is_text
from index.source.archive.tar_members import tar_members
from index.source.archive.zip_members import zip_members
from index.source.git.codeowners import PLACES
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip begins, and an empty one."""

_OWNERS: Final = basename(PLACES[0])


def open_archive(
    file: Path, place: str, folder: str = "", limits: ArchiveLimits | None = None
) -> ArchiveTree:
    """Read an archive: zip or tar, compressed with gzip, bzip2, xz or not at all.

    A folder that all of it lies in, as Git hosts make it, is taken off. `folder` names the part
    below it that is the handbook, or its one page. `place` is where the archive came from, as a
    person would write it.

    Raises:
        HandbookUnreadableError: when there is no such file or folder, or when the archive is
            damaged, has too much in it, or would write outside of itself where it was unpacked.
    """
    allowed = limits or ArchiveLimits()
    likely = _likely(folder)
    tree = _opened(file, place, folder, allowed, likely)
    texts = tree.texts()
    together = Allowance(place, allowed)
    for text in texts:  # a page under a thousand names is a thousand pages
        together.keep(text.size)
    missed = {text.path for text in texts if text.content is None}
    if missed:  # links that are pages may lead to files that are none
        tree = _opened(file, place, folder, allowed, lambda path: path in missed or likely(path))
    return tree


def _likely(folder: str) -> Wanted:
    """Return which files are kept before it is known where links lead."""
    part = normpath(folder.strip("/"))
    inside = "" if part == "." else f"{part}/"

    def wanted(path: str) -> bool:
        if basename(path) == _OWNERS:
            return True
        _, _, below = path.partition("/")
        return is_text(path) and (path.startswith(inside) or below.startswith(inside))

    return wanted


def _opened(
    file: Path, place: str, folder: str, limits: ArchiveLimits, wanted: Wanted
) -> ArchiveTree:
    try:
        opened = file.open("rb")
    except FileNotFoundError as error:
        raise HandbookUnreadableError(place, PlaceProblem.MISSING) from error
    except OSError as error:
        raise HandbookUnreadableError(place, PlaceProblem.NOT_PERMITTED) from error
    with opened, told_of(place):
        archive = _planted(opened, wanted, Allowance(place, limits))
    return _part(place, archive, folder)


def _planted(file: io.BufferedIOBase, wanted: Wanted, allowance: Allowance) -> Folder:
    start = file.read(4)
    file.seek(0)
    members = zip_members if start.startswith(_ZIP) else tar_members
    return plant(members(file, wanted, allowance), allowance)


def _part(place: str, archive: Folder, folder: str) -> ArchiveTree:
    """Return the part of an archive that `folder` names, with or without the folder around all."""
    top = _top(archive)
    path = folder.strip("/")
    for start in (top, archive):
        found = follow(start, path)
        if found and found.folder.lies_in(top):
            page = basename(found.file.path) if found.file else ""
            return ArchiveTree(place, top, found.folder, page)
    raise HandbookUnreadableError(place, PlaceProblem.FOLDER_MISSING, folder)


def _top(archive: Folder) -> Folder:
    """Return the one folder that everything lies in, beside what a Mac adds to an archive."""
    names = [
        name
        for name in archive.entries
        if name not in ("__MACOSX", ".DS_Store") and not name.startswith("._")
    ]
    only = archive.entries[names[0]] if len(names) == 1 else archive
    return only if isinstance(only, Folder) else archive
