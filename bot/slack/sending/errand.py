"""A letter as Slack takes it: which method, with which arguments, and how it is found again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from secrets import token_hex
from typing import Any, Final

from slack_sdk.models.blocks import ImageBlock

from bot.slack.rendering.message import Message, without_pictures
from bot.slack.sending.calling import Arguments
from bot.slack.sending.letter import Letter, Post, Respond, To, Update, Whisper
from bot.slack.sending.refusal import PLAIN_MAY_PASS

POST: Final = "chat.postMessage"
RESPONSE: Final = "response_url"
"""What an answer at a `response_url` is called where methods have names."""

EVENT_TYPE: Final = "handbook_answer"
"""Names the metadata of a message. Everybody in the workspace can read it: it says nothing else.

https://docs.slack.dev/messaging/message-metadata
"""

SKEW_SECONDS: Final = 600
"""How far our clock may be from Slack's when a message is looked for."""

LOOKED_THROUGH: Final = 200
"""How many messages are looked through: what Slack recommends for a page."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to be done at Slack."""

    method: str
    """The method, or `RESPONSE`."""
    arguments: Arguments
    """What it takes."""
    url: str = ""
    """The `response_url`; empty for a method."""
    mark: str = ""
    """By which the message is found when the answer to it got lost; empty: it is not looked for."""
    repeatable: bool = True
    """Whether doing it again does no harm: it is looked for before, or twice is as good as once."""


def lane_of(letter: Letter) -> str:
    """Return the queue that a letter waits in: what comes out of one stands in order in Slack."""
    match letter:
        case Respond(url):
            return url
        case Update(channel, ts):
            return f"{channel} {ts}"
        case _:
            return letter.channel


def errand_of(letter: Letter) -> Errand:
    """Return how a letter is sent."""
    return _errand(letter, letter.message, token_hex(8))


def plainer(letter: Letter, word: str) -> Iterator[Errand]:
    """Yield how a letter is sent that Slack refused for this: each way leaves out more.

    The mark goes where Slack takes no metadata; for all else the pictures, which Slack may have no
    way to fetch, then the blocks.
    """
    message = letter.message
    if "metadata" in word:
        yield _errand(letter, message, "")
    elif word in PLAIN_MAY_PASS and message.blocks:
        if any(isinstance(block, ImageBlock) for block in message.blocks):
            yield _errand(letter, without_pictures(message), token_hex(8))
        yield _errand(letter, Message(message.text, ()), token_hex(8))


def _errand(letter: Letter, message: Message, mark: str) -> Errand:
    said: dict[str, Any] = {"text": message.text, "blocks": message.blocks or None}
    match letter:
        case Post(channel, thread):
            metadata = {"event_type": EVENT_TYPE, "event_payload": {"id": mark}} if mark else None
            arguments = {"channel": channel, "thread_ts": thread, **said, "metadata": metadata}
            return Errand(POST, arguments | _without_previews(), mark=mark)
        case Update(channel, ts):
            # Without blocks the old ones would stay. What is parsed has another default here.
            replaced = said | {"blocks": message.blocks, "parse": "none"}
            return Errand("chat.update", {"channel": channel, "ts": ts, **replaced})
        case Whisper(channel, user, thread):
            arguments = {"channel": channel, "user": user, "thread_ts": thread, **said}
            return Errand("chat.postEphemeral", arguments)
        case Respond(url, _, to, replace):
            arguments = {**said, "response_type": to.value, "replace_original": replace}
            repeatable = replace or to is To.ASKER
            return Errand(RESPONSE, arguments | _without_previews(), url, repeatable=repeatable)


def look_for(errand: Errand, begun: float) -> Errand:
    """Return how a message is looked for that was first sent at `begun`, in seconds since 1970."""
    channel, thread = errand.arguments["channel"], errand.arguments["thread_ts"]
    arguments = {
        "channel": channel,
        "ts": thread,
        "oldest": f"{begun - SKEW_SECONDS:.6f}",
        "limit": LOOKED_THROUGH,
        "include_all_metadata": True,
    }
    return Errand("conversations.replies" if thread else "conversations.history", arguments)


def found_in(data: Mapping[str, Any], mark: str) -> str:
    """Return the `ts` of the message with this mark; empty where it is not."""
    for message in data.get("messages") or ():
        metadata = message.get("metadata") or {}
        if (metadata.get("event_payload") or {}).get("id") == mark:
            return str(message.get("ts") or "")
    return ""


def _without_previews() -> dict[str, bool]:
    return {"unfurl_links": False, "unfurl_media": False}
