"""What comes of a delivery from Slack: a question, one that was edited, or nothing."""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How somebody asks."""

    MENTION = "mention"
    """The bot is named in a channel or in a thread."""
    DIRECT = "direct"
    """In a direct message to the bot."""
    THREAD = "thread"
    """In a thread, without naming the bot: answered where it takes part."""
    CHANNEL = "channel"
    """In a channel, without naming the bot: answered where that was set."""
    SHORTCUT = "shortcut"
    """By looking up a message that stands there already."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, as far as the delivery tells."""

    user: str
    """Their id."""
    team: str
    """Id of the workspace that the event was delivered for: ours."""
    user_team: str = ""
    """Id of the workspace that they belong to; empty where Slack does not say."""
    source_team: str = ""
    """Id of the workspace that they wrote from; empty where Slack does not say."""
    shared: bool = False
    """Whether the channel is shared with another organisation."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that may have to be answered."""

    text: str
    """Its words, Slack's markup taken off; empty where the bot was only named: `@handbook ?`."""
    way: Way
    """How it was asked."""
    channel: str
    """Where it was asked."""
    ts: str
    """The message that asks, by its time."""
    thread: str | None
    """The thread to answer in; None in a direct message outside of any thread."""
    asker: Asker
    """Who asks."""
    keys: tuple[str, ...]
    """By what the same message is known when it is delivered again: its place, then its event."""
    addressed_to_others: tuple[str, ...] = ()
    """Ids of the people, other than the bot, that the message names."""

    @property
    def inside(self) -> bool:
        """Whether it stands in a thread, and not above one."""
        return self.thread is not None and self.thread != self.ts


@dataclass(frozen=True, slots=True)
class Edited:
    """A question whose words were changed within a minute: what was answered is out of date.

    Slack delivers a mention that was edited as a mention once more, and does not say whether the
    bot was named before: where nothing was answered yet, it is a question like any other.
    """

    question: Question
    """The question as it reads now; `keys[0]` names the message, as it did before."""
    keys: tuple[str, ...]
    """By what the same edit is known when it is delivered again."""


class Reason(StrEnum):
    """Why a delivery asks nothing."""

    MACHINE = "machine"
    """A bot wrote it, this one or another."""
    NOBODY = "nobody"
    """It does not say who wrote it, where or when."""
    HAPPENING = "happening"
    """It is no message that somebody wrote: an arrival, a new topic, a deletion, a `/me`."""
    UNCHANGED = "unchanged"
    """An edit that changed no words: a preview came, a file went."""
    LATE = "late"
    """An edit of something older than a minute."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing was asked."""

    reason: Reason
    """Why not."""


Incoming = Question | Edited | Nothing
"""Made by `read_event`, taken by the listeners."""
