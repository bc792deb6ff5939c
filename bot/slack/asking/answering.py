"""What is said to a question, and to whom: everything but the sending."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.answer import Answer, NotReadError
from bot.fault import log_fault, new_reference
from bot.outcome import BeingRead, Faulted, Kind, NotAllowed, Outcome, Refusal
from bot.slack.asking.admission import admitted
from bot.slack.asking.people import Person
from bot.slack.desk import Desk
from bot.store.channels import ChannelSettings
from index.search.language import Language
from index.search.scope import Scope

_log = logging.getLogger(__name__)


class Audience(StrEnum):
    """Who sees what is said."""

    EVERYBODY = "everybody"
    """Everybody in the channel."""
    ASKER = "asker"
    """Who asked, alone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what is known of who asks, and where."""

    text: str
    """What is searched for; not empty."""
    person: Person
    """Who asks."""
    channel: str
    """Where; empty in a view."""
    settings: ChannelSettings
    """How the bot behaves there."""


def outcome_of(asked: Asked, desk: Desk) -> Outcome:
    """Return what comes of a question; nothing that goes wrong is passed over in silence."""
    return outcome_by(lambda scope: desk.library.answer(asked.text, scope), asked, desk)


def outcome_by(answering: Callable[[Scope], Answer], asked: Asked, desk: Desk) -> Outcome:
    """Return what comes of answering in another way; it is given what the asker may see."""
    language = speaking_to(asked.person, desk)
    allowed = admitted(asked.person, asked.channel, desk.manners)
    if isinstance(allowed, Refusal):
        desk.count(Kind.NOT_ALLOWED)
        return NotAllowed(language, allowed)
    try:
        return answering(within(allowed, asked.settings))
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        return failed_by(error, desk, language)


def failed_by(error: Exception, desk: Desk, language: Language) -> BeingRead | Faulted:
    """Return what is said where an error came in place of an answer."""
    return (
        BeingRead(language) if isinstance(error, NotReadError) else fault_of(error, desk, language)
    )


def fault_of(error: Exception, desk: Desk, language: Language) -> Faulted:
    """Return what is said of a fault of ours, with one line in the log."""
    reference = new_reference()
    log_fault(_log, desk.words.say("log-fault", reference=reference), error)
    return Faulted(language, reference)


def within(allowed: Scope, settings: ChannelSettings) -> Scope:
    """Return what somebody sees in a channel that chapters were chosen for."""
    return allowed.narrowed(*settings.chapters) if settings.chapters else allowed


def speaking_to(person: Person, desk: Desk) -> Language:
    """Return the language of what is said to somebody beside an answer."""
    return person.language or desk.library.language()
