"""What the last look at each handbook found, for whoever asks how the bot is."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter

from index.source.fetch.durable import write_durably
from index.source.revision import Revision
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the newest revision of a handbook is not the one that answers."""

    place: str
    """Where, as a person would write it."""
    problem: PlaceProblem
    """What is wrong."""
    detail: str
    """The fact that belongs into the sentence."""
    since: datetime
    """When it was first seen, with a time zone."""
    refused: Revision | None = None
    """The revision that is not used; None where none could be fetched."""
    again: datetime | None = None
    """When the host wants to be asked again."""

    def error(self) -> HandbookUnreadableError:
        """Return the same as an error."""
        return HandbookUnreadableError(self.place, self.problem, self.detail, again=self.again)

    def same(self, other: "Trouble | None") -> bool:
        """Tell whether the other is this trouble, going on."""
        return other is not None and (self.problem, self.refused) == (other.problem, other.refused)


@dataclass(frozen=True, slots=True)
class Look:
    """What the last look at a handbook found."""

    name: str
    """What the handbook is called beside others."""
    place: str
    """Where it is, as a person would write it, without secrets."""
    looked: datetime
    """When it was last looked at, with a time zone."""
    reached: datetime | None
    """When it was last found whole and good, with a time zone; None for never."""
    trouble: Trouble | None = None
    """Why its newest revision does not answer; None where it does."""


@dataclass(frozen=True, slots=True)
class Status:
    """The last look at each handbook."""

    looks: tuple[Look, ...]
    """In the order of the settings."""

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What is wrong."""
        return tuple(look.trouble for look in self.looks if look.trouble)

    def repeats(self, other: "Status", seconds: float) -> bool:
        """Tell whether this says the same as the other, at most so many seconds later."""
        if [look.trouble for look in self.looks] != [look.trouble for look in other.looks]:
            return False
        apart = [
            (a.looked - b.looked).total_seconds()
            for a, b in zip(self.looks, other.looks, strict=True)
        ]
        return max(apart, default=0.0) < seconds


STATUSES = TypeAdapter(Status)
"""Reads and writes it as JSON."""

NO_STATUS = Status(())
"""Before the first look."""


def read_status(file: Path) -> Status:
    """Return what was written last, nothing where that cannot be read."""
    try:
        return STATUSES.validate_json(file.read_bytes())
    except (OSError, ValueError):
        return NO_STATUS


def write_status(file: Path, status: Status) -> None:
    """Write it in place of what is there, whole or not at all.

    Raises:
        OSError: when it cannot be written.
    """
    write_durably(STATUSES.dump_json(status), file.with_suffix(".part"), file)
