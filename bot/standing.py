"""How it is with each handbook: what answers of it, and what the last look at it found."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.refresh.edition import Edition, Volume
from index.refresh.status import Look, Status
from index.refresh.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Standing:
    """How it is with one handbook."""

    name: str
    """What it is called beside others; empty while it is alone."""
    place: str
    """Where it is, as a person would write it, without secrets."""
    volume: Volume | None
    """What answers of it; None while it has not been read."""
    look: Look | None
    """What the last look at it found; None before the first."""


def standings(
    wanted: Sequence[Wanted], edition: Edition | None, status: Status
) -> tuple[Standing, ...]:
    """Return how it is with the handbooks that are wanted, in their order."""
    volumes = {volume.name: volume for volume in edition.volumes} if edition else {}
    looks = {(look.name, look.place): look for look in status.looks}
    return tuple(
        Standing(name, each.place, volumes.get(name), looks.get((name, each.place)))
        for each in wanted
        for name in (each.choices.name,)
    )
