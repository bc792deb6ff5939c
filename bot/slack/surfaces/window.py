"""A window over Slack: a modal with our title, and what stands in it."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, PlainTextObject
from slack_sdk.models.views import View

from bot.slack.limits import VIEW_BLOCKS
from bot.slack.rendering.message import Message
from bot.slack.rendering.mrkdwn import escaped
from bot.slack.surfaces.element import paragraph
from bot.wording.catalogue import Words


def window(
    words: Words,
    blocks: Sequence[Block],
    *,
    title: str = "modal-title",
    callback: str = "",
    submit: str = "",
    metadata: str = "",
) -> View:
    """Return a modal; `title` and `submit` are ids of short sentences, `submit` of a button."""
    return View(
        type="modal",
        callback_id=callback or None,
        title=_name(words.say(title)),
        submit=_name(words.say(submit)) if submit else None,
        close=_name(words.say("close")),
        blocks=list(blocks[:VIEW_BLOCKS]),
        private_metadata=metadata or None,
    )


def told(words: Words, *lines: str) -> View:
    """Return a modal that says something and asks nothing."""
    return window(words, [paragraph(escaped(line)) for line in lines])


def said_in_window(message: Message, words: Words) -> View:
    """Return a message as a modal, in words alone: a modal does not take every block."""
    return window(words, [paragraph(message.text)])


def _name(text: str) -> PlainTextObject:
    return PlainTextObject(text=text, emoji=False)
