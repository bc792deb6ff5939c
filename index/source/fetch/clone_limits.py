"""How much of a repository is cloned at most."""

from dataclasses import dataclass
from typing import Final

from index.source.limits import (
    DOWNLOAD_BYTES,
    FETCH_SECONDS,
    FILES,
    PATH_CHARACTERS,
    SILENT_SECONDS,
    UNPACKED_BYTES,
)


@dataclass(frozen=True, slots=True)
class CloneLimits:
    """What a clone may have and take."""

    stored_bytes: int = DOWNLOAD_BYTES
    """Its history on disk, as git packs it."""
    checked_out_bytes: int = UNPACKED_BYTES
    """Its files together."""
    files: int = FILES
    """Its files and folders."""
    path_characters: int = PATH_CHARACTERS
    """The longest of their paths."""
    seconds: float = FETCH_SECONDS
    """A whole look, from the question to the last file."""
    silent_seconds: float = SILENT_SECONDS
    """How long the host may send nothing."""


CLONE_LIMITS: Final = CloneLimits()
"""Those of all handbooks."""
