"""How far a refresh is, for a person who waits."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What a refresh is at; the catalogue holds one sentence for each."""

    WAITING = "waiting"
    """For another process that is at it."""
    LOOKING = "looking"
    FETCHING = "fetching"
    READING = "reading"
    BUILDING = "building"
    KEEPING = "keeping"


@dataclass(frozen=True, slots=True)
class Step:
    """How far it is."""

    stage: Stage
    """What it is at."""
    place: str = ""
    """With which handbook; empty for all together."""
    done: int = 0
    """Bytes that have come, pages that were read, or passages that are worked on."""
    total: int | None = None
    """Bytes that will come or pages that there are, where that is known."""


Report = Callable[[Step], None]
"""Told every step as it is taken."""


def unreported(step: Step) -> None:
    """Tell nobody."""
