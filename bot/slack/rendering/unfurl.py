"""The beginning of a section as the preview of a link that somebody pasted."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from slack_sdk.models.blocks import Block

from bot.slack.limits import SECTION_CHARACTERS
from bot.slack.rendering.citation import head_pieces, source_pieces
from bot.slack.rendering.packing import blocks_of
from bot.slack.rendering.piece import Extent, Piece, characters
from bot.slack.rendering.structure import pieces_of
from bot.wording.catalogue import Words
from index.reading import block as handbook
from index.reading.page import Section
from index.reading.plain import WHOLE_STEPS, plain_text
from index.search.fitting import fit_blocks

EXCERPT_CHARACTERS: Final = 500
"""What a preview shows of a section: everybody in the conversation has it before their eyes."""


def unfurl_blocks(section: Section, words: Words) -> tuple[Block, ...]:
    """Return title, beginning, update and owner of a section, as blocks for `chat.unfurl`."""
    excerpt = fit_blocks(tuple(_first(section.blocks)), EXCERPT_CHARACTERS)
    shown = list(pieces_of(excerpt, section, tables=False))
    pieces = list(_short(shown))
    whole = len(pieces) == len(shown) and plain_text(excerpt) == plain_text(section.blocks)
    sources = source_pieces(section, words, Extent.WHOLE if whole else Extent.PART)
    return tuple(blocks_of((*head_pieces(section), *pieces, *sources)))


def _first(blocks: Sequence[handbook.Block]) -> Iterator[handbook.Block]:
    """Yield the first blocks, of a long table or list its first entries."""
    size = 0
    for block in blocks:
        if size > EXCERPT_CHARACTERS:
            return
        match block:
            case handbook.Table(header, rows):
                first: handbook.Block = handbook.Table(header, rows[:WHOLE_STEPS])
            case handbook.Listing(items, number):
                first = handbook.Listing(items[:WHOLE_STEPS], number)
            case _:
                first = block
        yield first
        size += len(plain_text((first,)))


def _short(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces as long as they are a preview: a list of steps is kept whole, however long."""
    size = 0
    for piece in pieces:
        size += characters(piece)
        if size > SECTION_CHARACTERS:
            return
        yield piece
