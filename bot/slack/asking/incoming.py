"""What Slack delivers, to what was asked: which messages count, and their words."""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Event = Mapping[str, Any]
"""An event's inner object as Slack sends it; its fields are Slack's."""

_MENTION = re.compile(r"<[@!][^>]*>")
_CHANNEL = re.compile(r"<#[A-Z0-9]+(?:\|([^>]*))?>")
_LINK = re.compile(r"<([^|>]+)(?:\|([^>]*))?>")
_ASKING_SUBTYPES = frozenset({None, "thread_broadcast", "file_share"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that somebody put to the bot."""

    text: str
    """The question's words, Slack's markup taken off; may be empty."""
    channel: str
    """Where it was asked."""
    thread: str | None
    """The thread to answer in; None in a direct message outside of any thread."""
    keys: tuple[str, ...]
    """By what the same message is known when it is delivered again."""


def _is_from_a_person(event: Event) -> bool:
    return bool(event.get("user")) and "bot_id" not in event and "bot_profile" not in event


def _is_a_new_message(event: Event) -> bool:
    return event.get("subtype") in _ASKING_SUBTYPES and not event.get("hidden")


def _says_where(event: Event) -> bool:
    return bool(event.get("channel")) and bool(event.get("ts"))


COUNTS: tuple[Callable[[Event], bool], ...] = (_is_from_a_person, _is_a_new_message, _says_where)
"""A message is a question when all of these hold."""


def asked_in_channel(event: Event, event_id: str) -> Asked | None:
    """Return what a mention asks, to be answered in its thread; None when it asks nothing."""
    return _asked(event, event_id, thread=event.get("thread_ts") or event.get("ts"))


def asked_directly(event: Event, event_id: str) -> Asked | None:
    """Return what a direct message asks; None for other channels and what is no question."""
    if event.get("channel_type") != "im":
        return None
    return _asked(event, event_id, thread=event.get("thread_ts"))


def _asked(event: Event, event_id: str, thread: str | None) -> Asked | None:
    if not all(counts(event) for counts in COUNTS):
        return None
    channel, ts = str(event["channel"]), str(event["ts"])
    # A mention may come as app_mention and as message: same place and time, other event_id.
    keys = (f"{channel}:{ts}", *([event_id] if event_id else []))
    return Asked(question_text(str(event.get("text") or "")), channel, thread, keys)


def question_text(text: str) -> str:
    """Return what a person typed: names of people gone, links and channels by their words."""
    text = _MENTION.sub(" ", text)
    text = _CHANNEL.sub(lambda match: match[1] or " ", text)
    text = _LINK.sub(lambda match: match[2] or match[1], text)
    return " ".join(html.unescape(text).split())
