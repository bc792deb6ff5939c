"""The elements of a view: each labelled, and within Slack's limits whatever it is called."""

from collections.abc import Sequence
from typing import Final

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ContextBlock,
    HeaderBlock,
    MarkdownTextObject,
    Option,
    PlainTextObject,
    SectionBlock,
)
from slack_sdk.models.blocks.block_elements import InteractiveElement

from bot.slack.limits import BUTTON_TEXT, HEADER_CHARACTERS, OPTION_CHARACTERS
from bot.slack.rendering.citation import short
from bot.slack.rendering.mrkdwn import whole
from bot.slack.rendering.piece import markdown_text

NAMELESS: Final = "–"
"""What has no name has a sign: Slack takes no empty text."""


def named(text: str, most: int) -> str:
    """Return a name on one line, of at most `most` characters and at least one."""
    return short(text, most) or NAMELESS


def plain(text: str, most: int) -> PlainTextObject:
    """Return a name that Slack reads nothing into, no emoji's either."""
    return PlainTextObject(text=named(text, most), emoji=False)


def title(text: str) -> HeaderBlock:
    """Return the line in large letters."""
    return HeaderBlock(text=plain(text, HEADER_CHARACTERS))


def paragraph(markup: str, control: InteractiveElement | None = None) -> SectionBlock:
    """Return lines of mrkdwn, with the control that they are the label of."""
    return SectionBlock(text=_mrkdwn(markup), accessory=control, expand=True)


def note(markup: str) -> ContextBlock:
    """Return lines in small letters."""
    return ContextBlock(elements=[_mrkdwn(markup)])


def button(label: str, action: str, value: str = "", aloud: str = "") -> ButtonElement:
    """Return a button; `aloud` tells it from its neighbours where all have the same label."""
    return ButtonElement(
        text=plain(label, BUTTON_TEXT),
        action_id=action,
        value=value or None,
        accessibility_label=named(aloud or label, BUTTON_TEXT),
    )


def row(buttons: Sequence[InteractiveElement]) -> list[Block]:
    """Return buttons beside each other; nothing where there are none."""
    return [ActionsBlock(elements=[*buttons])] if buttons else []


def option(label: str, value: str) -> Option:
    """Return one of several that can be chosen."""
    return Option(text=plain(label, OPTION_CHARACTERS), value=value)


def _mrkdwn(markup: str) -> MarkdownTextObject:
    return markdown_text(whole(markup).strip() or NAMELESS)
