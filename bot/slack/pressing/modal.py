"""Modals: what opens over everything when a button is pressed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from slack_sdk.models.blocks import Block, SectionBlock

from bot.slack.pressing.origin import Origin
from bot.slack.rendering.control import Control
from bot.slack.rendering.modal_view import modal_view
from bot.slack.rendering.mrkdwn import escaped
from bot.slack.rendering.piece import section
from bot.wording.catalogue import Words

Modal = dict[str, Any]
"""A modal as Slack takes it; its fields are Slack's."""


@dataclass(frozen=True, slots=True)
class Form:
    """What makes a modal one that can be sent."""

    control: Control
    """Whose it is: its `callback_id`."""
    send: str
    """What stands on the button that sends it."""


def modal(
    title: str, blocks: Sequence[Block], words: Words, origin: Origin, form: Form | None = None
) -> Modal:
    """Return a modal that remembers where it was opened, and in which language."""
    view = modal_view(
        title,
        blocks,
        words,
        callback=form.control if form else "",
        submit=form.send if form else "",
        metadata=remembered(origin, words),
    )
    return dict(view.to_dict())


def remembered(origin: Origin, words: Words) -> str:
    """Return the `private_metadata` of a modal: where it was opened, and in which language."""
    return replace(origin, language=words.language).metadata()


def told(words: Words, origin: Origin, *lines: str, below: Sequence[Block] = ()) -> Modal:
    """Return a modal that says something, with what follows from it."""
    said = [sentence(line) for line in lines if line.strip()]
    return modal(words.say("modal-title"), [*said, *below], words, origin)


def sentence(line: str) -> SectionBlock:
    """Return a line of our own, or of somebody's, in which Slack finds nothing to read."""
    return markup(escaped(line))


def markup(text: str) -> SectionBlock:
    """Return lines of mrkdwn."""
    return section([text])
