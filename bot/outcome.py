"""What can come of a question: one table, and no way past it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.answer import Answered, NotFound, Uncertain, Vague
from index.search.language import Language
from index.search.retrieve import Hit


@dataclass(frozen=True, slots=True)
class BeingRead:
    """The handbook is being read for the first time: nothing can be answered for a moment."""

    language: Language
    """The language of what is said."""


@dataclass(frozen=True, slots=True)
class Faulted:
    """Something went wrong on our side."""

    language: Language
    """The language of what is said."""
    reference: str
    """By which the person and the operator's log mean the same fault."""


class Refusal(StrEnum):
    """Why somebody is not answered."""

    GUEST = "guest"
    """Guests are not."""
    STRANGER = "stranger"
    """People of other organisations are not."""
    UNKNOWN = "unknown"
    """Slack does not say just now who they are."""
    CHANNEL = "channel"
    """The bot answers in other channels only."""


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """Who asks, or where, is not answered."""

    language: Language
    """The language of what is said."""
    refusal: Refusal
    """Why."""


Outcome = Answered | Uncertain | NotFound | Vague | BeingRead | Faulted | NotAllowed
"""Whatever is asked, one of these comes of it, and each has its message."""


def hits_of(outcome: Outcome) -> tuple[Hit, ...]:
    """Return what an outcome shows of the handbook in answer to the question."""
    return outcome.hits if isinstance(outcome, Answered | Uncertain | Vague) else ()


class Kind(StrEnum):
    """An outcome's name, as metrics and documents have it."""

    ANSWERED = "answered"
    """The section that answers, with its link."""
    UNCERTAIN = "uncertain"
    """It says so, and offers what is near."""
    NOT_FOUND = "not_found"
    """It says so, and offers the contact and the nearest chapters."""
    VAGUE = "vague"
    """It asks back, with choices where there are any."""
    FAULT = "fault"
    """A sentence and a reference."""
    BEING_READ = "being_read"
    """It says so."""
    NOT_ALLOWED = "not_allowed"
    """It says so, politely, and to the asker alone."""


KINDS: Final[Mapping[type[Outcome], Kind]] = {
    Answered: Kind.ANSWERED,
    Uncertain: Kind.UNCERTAIN,
    NotFound: Kind.NOT_FOUND,
    Vague: Kind.VAGUE,
    Faulted: Kind.FAULT,
    BeingRead: Kind.BEING_READ,
    NotAllowed: Kind.NOT_ALLOWED,
}
"""What each type is called."""
