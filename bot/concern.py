"""What the editors of a handbook are told of its trouble, and when: once, and never for a blip."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from pydantic import TypeAdapter

from index.refresh.status import Look, Trouble
from index.source.unreadable import Remedy

PATIENCE: Final[Mapping[Remedy, timedelta]] = {
    Remedy.HANDBOOK: timedelta(0),
    Remedy.SETTINGS: timedelta(minutes=10),
    Remedy.WAIT: timedelta(hours=1),
}
"""So long a trouble lasts before anybody is told: most of it passes by itself."""

BETWEEN: Final = timedelta(minutes=10)
"""While editors try, each new revision that is no good is told, but no more often than this."""


@dataclass(frozen=True, slots=True)
class Told:
    """What editors were told."""

    trouble: Trouble
    """Of which trouble."""
    at: datetime
    """When, with a time zone."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A trouble that goes on, and what of it was told."""

    name: str
    """What the handbook is called beside others."""
    place: str
    """Where it is."""
    remedy: Remedy
    """What helps against it; one problem may follow on another meanwhile."""
    since: datetime
    """Since when it goes on, with a time zone."""
    told: Told | None = None
    """What was told last; None for nothing."""


@dataclass(frozen=True, slots=True)
class Begun:
    """Something is wrong with a handbook."""

    trouble: Trouble
    """What."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was told of a handbook is over."""


News = Begun | Mended
"""What editors are to be told."""

CONCERNS = TypeAdapter(tuple[Concern, ...])
"""Reads and writes concerns as JSON."""


def concern_after(
    before: Concern | None, look: Look, now: datetime
) -> tuple[Concern | None, News | None]:
    """Return what goes on after a look, taken for told what is returned to be told.

    `before` is what went on with the same handbook; None for nothing.
    """
    trouble = look.trouble
    if trouble is None:
        return None, Mended() if before and before.told else None
    remedy = trouble.problem.remedy
    if before is None:
        before = Concern(look.name, look.place, remedy, trouble.since)
    elif before.remedy is not remedy:
        before = replace(before, remedy=remedy, since=trouble.since)
    if now < before.since + PATIENCE[remedy] or not _is_new(trouble, before.told, now):
        return before, None
    return replace(before, told=Told(trouble, now)), Begun(trouble)


def _is_new(trouble: Trouble, told: Told | None, now: datetime) -> bool:
    """Tell whether editors do not know of a trouble yet."""
    if told is None:
        return True
    remedy = trouble.problem.remedy
    if trouble.same(told.trouble) or now < told.at + BETWEEN:
        return False
    # A host that is away in one way after the other is away once.
    return remedy is Remedy.HANDBOOK or remedy is not told.trouble.problem.remedy
