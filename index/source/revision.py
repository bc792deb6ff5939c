"""A revision of a handbook: what every answer can be traced back to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

SHORT: Final = 7
"""Letters of a commit's id that Git hosts show."""

COMMIT_LETTERS: Final = (40, 64)
"""How long Git's ids are: SHA-1 and SHA-256."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A handbook as it stood at one time."""

    place: str
    """Where it was fetched from, as a person would write it, without secrets."""
    identity: str
    """The commit's whole id; without Git a digest of what changes when any file does."""
    made: datetime | None = None
    """When it was committed, or its newest file written, with a time zone; None if not known."""

    @property
    def short(self) -> str:
        """As much of a commit's id as people read; empty where the identity is none."""
        return self.identity[:SHORT] if len(self.identity) in COMMIT_LETTERS else ""
