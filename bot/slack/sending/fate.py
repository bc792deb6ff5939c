"""What became of a letter, by what Slack said of it."""

from typing import Final

from bot.slack.sending.calling import PutOff, Refused, Reply, Taken, Unclear, Unsent
from bot.slack.sending.letter import (
    Delivered,
    Failure,
    Fate,
    Letter,
    Post,
    Undelivered,
    Update,
)
from bot.slack.sending.refusal import failure_of

STOPPED: Final = "stopped"
"""The word for what was not done because the bot ends."""

CLOSED: Final = Undelivered(Failure.CLOSED, STOPPED)
"""What becomes of it then."""


def fate_of(letter: Letter, reply: Reply) -> Fate:
    """Return what became of a letter."""
    if not isinstance(reply, Taken):
        return undelivered(reply)
    has_name = isinstance(letter, Post | Update)
    return Delivered(str(reply.data.get("ts") or "") if has_name else "")


def undelivered(reply: Refused | PutOff | Unsent | Unclear) -> Undelivered:
    """Return why Slack did not do what it was asked for."""
    match reply:
        case Refused(word):
            return Undelivered(failure_of(word), word)
        case PutOff():
            return Undelivered(Failure.UNREACHABLE, "ratelimited")
        case Unsent(word) if word == STOPPED:
            return CLOSED
        case Unsent(word) | Unclear(word):
            return Undelivered(Failure.UNREACHABLE, word)
