"""A revision of a handbook: what every answer can be traced back to."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """A handbook as it stood at one time."""

    place: str
    """Where it was fetched from, as a person would write it, without secrets."""
    identity: str
    """The commit's whole id; without Git a digest of what changes when any file does."""
    made: datetime | None = None
    """When it was committed, or its newest file written, with a time zone; None if not known."""
