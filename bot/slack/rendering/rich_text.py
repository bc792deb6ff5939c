"""Prose to the rich text of a table's cells, which has no mentions unless they are spelled out.

https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

from collections.abc import Iterator
from typing import Final

from slack_sdk.models.blocks import RichTextBlock, RichTextElementParts, RichTextSectionElement

from bot.slack.rendering.mrkdwn import openable, runs, target_of, with_whole_links
from index.reading.prose import MarkKind, Prose

_STYLES: Final = {
    MarkKind.HIGHLIGHT: "bold",
    MarkKind.STRONG: "bold",
    MarkKind.EMPHASIS: "italic",
    MarkKind.STRIKE: "strike",
    MarkKind.CODE: "code",
}

_Part = RichTextElementParts.Text | RichTextElementParts.Link


def rich_text(prose: Prose) -> RichTextBlock:
    """Return the prose as rich text; Slack takes no empty one."""
    parts = list(_parts(with_whole_links(prose))) or [RichTextElementParts.Text(text=" ")]
    return RichTextBlock(elements=[RichTextSectionElement(elements=parts)])


def _parts(prose: Prose) -> Iterator[_Part]:
    for _, run in runs(prose):
        text = run.text
        names = {_STYLES[mark.kind]: True for mark in run.marks if mark.kind in _STYLES}
        style = RichTextElementParts.TextStyle(**names) if names else None
        address = openable(target_of(run) or "")
        if address and text.strip():
            yield RichTextElementParts.Link(url=address, text=text, style=style)
        else:
            yield RichTextElementParts.Text(text=text, style=style)
