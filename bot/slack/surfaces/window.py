"""A window over Slack: a modal with our title, and what stands in it."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.slack.rendering.message import Message
from bot.slack.rendering.modal_view import modal_view
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
    return modal_view(
        words.say(title),
        blocks,
        words,
        callback=callback,
        submit=words.say(submit) if submit else "",
        metadata=metadata,
    )


def told(words: Words, *lines: str) -> View:
    """Return a modal that says something and asks nothing."""
    return window(words, [paragraph(escaped(line)) for line in lines])


def said_in_window(message: Message, words: Words) -> View:
    """Return a message as a modal, in words alone: a modal does not take every block."""
    return window(words, [paragraph(message.text)])
