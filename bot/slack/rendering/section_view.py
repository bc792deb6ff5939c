"""A whole section as a modal view."""

import json
from collections.abc import Iterable, Sequence

from slack_sdk.models.blocks import Block

from bot.slack.limits import VIEW_BLOCKS, VIEW_BYTES, VIEW_TITLE
from bot.slack.rendering.citation import head_pieces, name_of, short, source_pieces
from bot.slack.rendering.modal_view import modal_view
from bot.slack.rendering.packing import blocks_of
from bot.slack.rendering.piece import Extent, note_piece
from bot.slack.rendering.structure import pieces_of
from bot.wording.catalogue import Words
from index.reading.page import Section


def section_view(section: Section, words: Words, below: Sequence[Block] = ()) -> dict[str, object]:
    """Return the modal that shows a section from its beginning: all of it that a view takes.

    `below` comes after it, and is there in any case.
    """
    sources = source_pieces(section, words, Extent.WHOLE)
    # Slack draws its own tables in messages only.
    pieces = (*head_pieces(section), *pieces_of(section.blocks, section, tables=False))
    shown, extent = _beginning(blocks_of(pieces), VIEW_BLOCKS - len(sources) - len(below) - 1)
    continued = [note_piece(words.say("view-continued"))] if extent is Extent.PART else []
    blocks = [*shown, *blocks_of((*continued, *sources)), *below]
    return dict(modal_view(short(name_of(section), VIEW_TITLE), blocks, words).to_dict())


def _beginning(blocks: Iterable[Block], most: int) -> tuple[list[Block], Extent]:
    """Return the first blocks that a view has room for, and how much that is."""
    shown: list[Block] = []
    size = 0
    for block in blocks:
        size += len(json.dumps(block.to_dict()))
        if len(shown) == most or size > VIEW_BYTES:
            return shown, Extent.PART
        shown.append(block)
    return shown, Extent.WHOLE
