"""A section as it stands, or in parts where it is long."""

from collections.abc import Iterator, Sequence

from index.reading.block import Block, Listing, Paragraph, Table
from index.reading.page import Section
from index.reading.passages.long_blocks import cut_block
from index.reading.passages.passage import Passage, PassageKind

PART_CHARACTERS = 1_800
"""A section longer than this is ranked in parts; about what fits on a screen."""


def whole(section: Section) -> Iterator[Passage]:
    """Yield the section, or its parts; each part keeps the section's heading."""
    if section.contents_only:
        yield Passage(section, PassageKind.CONTENTS, section.blocks)
        return
    parts = list(_parts(section.blocks))
    if len(parts) <= 1:
        kind = PassageKind.QUESTION if section.heading.endswith("?") else PassageKind.SECTION
        yield Passage(section, kind, section.blocks)
        return
    for part in parts:
        yield Passage(section, PassageKind.PART, part)


def _parts(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Cut between blocks where that is enough; a list or table stays with its lead."""
    part: list[Block] = []
    length = 0
    for block in blocks:
        for piece, size in cut_block(block, PART_CHARACTERS):
            led = part and isinstance(piece, Listing | Table) and isinstance(part[-1], Paragraph)
            if part and length + size > PART_CHARACTERS and not led:
                yield tuple(part)
                part, length = [], 0
            part.append(piece)
            length += size
    if part:
        yield tuple(part)
