"""What an archive has, one after the other, whatever format it is in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from index.source.git.codeowners import PLACES
from index.source.settings_files import CONFIGURATION_FILES
from index.source.tree import is_page

CHUNK_BYTES: Final = 256 * 1024
"""How much is unpacked at a time."""

_DRIVE: Final = re.compile(r"[A-Za-z]:/")
_SETTINGS: Final = frozenset(PurePosixPath(path).name for path in (*CONFIGURATION_FILES, *PLACES))
_YAML: Final = (".yml", ".yaml")
"""MkDocs' settings may name a file of any name that they inherit."""


@dataclass(frozen=True, slots=True)
class File:
    """A file."""

    path: str
    """Where it lies first in the archive; a hard link has the same file in another place."""
    size: int
    """How many bytes it has, by what was read."""
    content: bytes | None
    """What is in it; None where that was not kept."""


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link."""

    target: str
    """Where it leads, as written."""


@dataclass(frozen=True, slots=True)
class HardLink:
    """Another name for what came before."""

    target: str
    """Its path in the archive."""


@dataclass(frozen=True, slots=True)
class EmptyFolder:
    """A folder by itself; those that files lie in may not be told of."""


Member = tuple[str, File | Link | HardLink | EmptyFolder]
"""A path in the archive, made by `safe_path`, and what is there."""

Wanted = Callable[[str], bool]
"""The path of a file in the archive in, whether its content is to be kept out."""


class DamagedArchiveError(Exception):
    """Something about the archive is wrong; the text says what was found."""


class PathEscapesError(Exception):
    """A path leads out of the archive, or is none."""


def safe_path(name: str) -> str:
    """Return a name in an archive as a path below its root; empty for the root itself.

    Raises:
        PathEscapesError: when it would lie elsewhere on any system; none would take a NUL.
    """
    parts = name.split("/")
    elsewhere = name.replace("\\", "/")
    rooted = elsewhere.startswith("/") or _DRIVE.match(elsewhere)
    if rooted or "\0" in name or ".." in elsewhere.split("/"):
        raise PathEscapesError(name)
    return "/".join(part for part in parts if part not in ("", "."))


def is_text(path: str) -> bool:
    """Tell whether a file may be a page, a site's settings, or say who owns what."""
    name = path.rpartition("/")[2]
    return is_page(name) or name in _SETTINGS or name.endswith(_YAML)
