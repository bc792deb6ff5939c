"""The controls of an answer: what a button carries, and what comes back when it is pressed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from index.contents import SectionKey

QUESTION_CHARACTERS: Final = 1_000
"""As many of a question as a button carries: its value takes 2,000 with everything escaped."""


class Control(StrEnum):
    """What can be pressed; the beginning of its `action_id`."""

    MORE = "more"
    """Opens the whole section."""
    SHARE = "share"
    """Shows an answer that only the asker sees to the channel."""
    HELPFUL = "helpful"
    NOT_HELPFUL = "not-helpful"
    PERSON = "person"
    """Asks a person."""
    MISSING = "missing"
    """Opens the handbook's issue tracker: an address, which Slack tells of all the same."""
    CHOICE = "choice"
    """One of several sections that may be meant."""
    BROWSE = "browse"
    """Opens the handbook's chapters."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a button knows: it works as long as its message is there, store or no store."""

    question: str = ""
    """What was asked, at most QUESTION_CHARACTERS of it."""
    section: SectionKey = ""
    """The section that it is about; empty for none."""

    def value(self) -> str:
        """Return it as a button's `value`."""
        raise NotImplementedError


def carried(value: str) -> Carried:
    """Return what a button's `value` says; nothing for one that is not ours."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that somebody pressed."""

    control: Control
    """Which."""
    carried: Carried
    """What it knows."""
    user: str
    """Id of who pressed it."""
    user_name: str
    """What they are called."""
    team: str
    """Id of their workspace."""
    channel: str
    """Id of the channel; empty in a view."""
    message: str
    """The message that it stands in; empty in a view."""
    thread: str | None
    """The thread of that message."""
    trigger: str
    """Opens a view within three seconds."""
    response_url: str
    """Where it may be answered; empty in a view."""


def pressed(control: Control, body: Mapping[str, Any]) -> Pressed:
    """Return what Slack's `block_actions` says."""
    raise NotImplementedError
