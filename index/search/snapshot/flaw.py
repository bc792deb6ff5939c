"""Why a snapshot cannot be used."""

from enum import StrEnum
from pathlib import Path


class Flaw(StrEnum):
    """Why a snapshot cannot be used."""

    MISSING = "missing"
    """There is none."""
    UNREADABLE = "unreadable"
    """The system does not let it be read."""
    DAMAGED = "damaged"
    """A file of it is not there, or not as it was written."""
    OTHER_FORMAT = "other format"
    """Another version of the bot wrote it."""
    OTHER_MAKER = "other maker"
    """It was made by other settings, other language data or another analysis."""
    OTHER_HANDBOOK = "other handbook"
    """It was made from other files."""


class SnapshotUnusableError(Exception):
    """There is no snapshot that can be used: build the index."""

    def __init__(self, folder: Path, flaw: Flaw, fact: str = "") -> None:
        super().__init__(f"{folder}: {flaw}" + (f": {fact}" if fact else ""))
        self.folder = folder
        """Where it was looked for."""
        self.flaw = flaw
        """What is wrong."""
        self.fact = fact
        """The file, or what was found instead."""
