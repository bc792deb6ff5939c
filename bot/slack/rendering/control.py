"""The controls of an answer: what a button carries, and what comes back when it is pressed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from bot.slack.delivered import inner, words_of
from bot.slack.limits import BUTTON_VALUE
from index.contents import SectionKey

QUESTION_CHARACTERS: Final = 1_000
"""As many of a question as a button carries, fewer where most of them are longer than one byte."""

_MARKUP: Final = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "&<>"})
"""JSON's own way to write what Slack escapes in the payload of a press: it would come back as
other characters (slackapi/bolt-python#513)."""


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
        """Return it as a button's `value`: what does not fit is left off the question's end."""
        section = sendable(self.section)
        question = sendable(self.question)[:QUESTION_CHARACTERS]
        if not _fits(_encoded("", section)):
            section = ""
        while not _fits(value := _encoded(question, section)):
            # A character takes at most six bytes: that many are too long for certain.
            question = question[: -max(1, (_bytes(value) - BUTTON_VALUE) // 6)]
        return value


def carried(value: str) -> Carried:
    """Return what a button's `value` says; nothing for one that is not ours."""
    try:
        read = json.loads(value)
    except (ValueError, RecursionError):
        return Carried()
    if not isinstance(read, dict):
        return Carried()
    question, section = words_of(read, "q"), words_of(read, "s")
    return Carried(question[:QUESTION_CHARACTERS], section)


def action_id(control: Control, number: int | None = None) -> str:
    """Return a button's `action_id`: the control, and which one where a message has several."""
    return control.value if number is None else f"{control}:{number}"


def sendable(text: str) -> str:
    """Return the text without halves of a character, which cannot be sent."""
    return text.encode(errors="replace").decode()


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
    """Return what Slack's `block_actions` says; what it does not say is empty.

    A message that only one person sees is not in the payload, only its container is.
    https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
    """
    user, container = inner(body, "user"), inner(body, "container")
    message = inner(body, "message")
    return Pressed(
        control,
        carried(next(_values(control, body), "")),
        user=words_of(user, "id"),
        user_name=words_of(user, "name") or words_of(user, "username"),
        # Somebody from another organisation presses in a channel of ours.
        team=words_of(user, "team_id") or words_of(inner(body, "team"), "id"),
        channel=words_of(inner(body, "channel"), "id") or words_of(container, "channel_id"),
        message=words_of(container, "message_ts") or words_of(message, "ts"),
        thread=words_of(message, "thread_ts") or words_of(container, "thread_ts") or None,
        trigger=words_of(body, "trigger_id"),
        response_url=words_of(body, "response_url"),
    )


def _values(control: Control, body: Mapping[str, Any]) -> Iterator[str]:
    actions = body.get("actions")
    for action in actions if isinstance(actions, list) else ():
        if isinstance(action, Mapping) and words_of(action, "action_id").split(":")[0] == control:
            yield words_of(action, "value")


def _encoded(question: str, section: str) -> str:
    said = {"q": question, "s": section}
    kept = {name: text for name, text in said.items() if text}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).translate(_MARKUP)


def _fits(value: str) -> bool:
    # In bytes: Slack does not say which characters it counts, and this is the most they can be.
    return _bytes(value) <= BUTTON_VALUE


def _bytes(value: str) -> int:
    return len(value.encode())
