"""What can be sent to Slack, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.slack.rendering.message import Message


@dataclass(frozen=True, slots=True)
class Post:
    """A message for everybody in a channel, or in a thread of it."""

    channel: str
    """Id of the channel."""
    thread: str | None
    """The thread's first message; None for the channel itself."""
    message: Message
    """What is said."""


@dataclass(frozen=True, slots=True)
class Update:
    """A message that says something else from now on."""

    channel: str
    """Id of its channel."""
    ts: str
    """Which message."""
    message: Message
    """What it says now."""


@dataclass(frozen=True, slots=True)
class Whisper:
    """A message that one person sees for as long as they don't reload: never the only answer."""

    channel: str
    """Id of the channel."""
    user: str
    """Who sees it."""
    thread: str | None
    """The thread's first message; None for the channel itself."""
    message: Message
    """What is said."""


class To(StrEnum):
    """Who sees what is sent to a response_url, by Slack's names."""

    ASKER = "ephemeral"
    """Who pressed or typed."""
    EVERYBODY = "in_channel"
    """Everybody in the channel."""


@dataclass(frozen=True, slots=True)
class Respond:
    """A message to a `response_url`: at most 5 within 30 minutes after a command or a press."""

    url: str
    """The address that Slack gave."""
    message: Message
    """What is said."""
    to: To = To.ASKER
    """Who sees it."""
    replace: bool = False
    """Whether it takes the place of the message that was pressed."""


Letter = Post | Update | Whisper | Respond
"""Sent by `Outbox.send`."""


class Failure(StrEnum):
    """Why a message is not there, by what can be done about it."""

    NOT_IN_CHANNEL = "not_in_channel"
    """The bot has to be invited."""
    NO_CHANNEL = "no_channel"
    """The channel is gone, archived or locked."""
    TOKEN = "token"  # noqa: S105 - the name of a failure
    """Slack does not take the bot's token any more, or it lacks a scope."""
    REFUSED = "refused"
    """Slack does not take the message, not even as plain text."""
    UNREACHABLE = "unreachable"
    """Slack could not be reached, or was not well, however often it was tried."""
    CLOSED = "closed"
    """The bot ends: another process has to send it."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """It is there."""

    ts: str
    """The message; empty where it has no name: a whisper, a response."""


@dataclass(frozen=True, slots=True)
class Undelivered:
    """It is not there; the operator has one line in the log."""

    failure: Failure
    """Why."""
    word: str
    """Slack's word for it, or the kind of error."""


Fate = Delivered | Undelivered
"""What became of a letter."""
