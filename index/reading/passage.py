"""Passages: what is ranked. Smaller than sections, so that the row or the step answers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.reading.block import Block, Fields, Item, Listing, Paragraph, Quote, Table
from index.reading.page import Page, Section
from index.reading.plain import plain_text

PART_CHARACTERS = 1_800
"""A section longer than this is ranked in parts; about what fits on a screen."""

_QUESTION = re.compile(r"\?(?:\s|$)")
_LEADS_ON = re.compile(r"→ \d+\. ")


class PassageKind(StrEnum):
    """What a passage is; part of the JSON that other programs read."""

    SECTION = "section"
    CONTENTS = "contents"
    PART = "part"
    ROW = "row"
    STEPS = "steps"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a section that can answer by itself."""

    section: Section
    """The section it stands in: heading, breadcrumb and link are its."""
    kind: PassageKind
    """What it is."""
    blocks: tuple[Block, ...]
    """What it says."""


def cut_passages(pages: Iterable[Page]) -> tuple[Passage, ...]:
    """Return every section, and of each its parts, table rows, step lists and answers."""
    return tuple(
        passage for page in pages for section in page.sections for passage in _passages(section)
    )


def _passages(section: Section) -> Iterator[Passage]:
    if section.contents_only:
        yield Passage(section, PassageKind.CONTENTS, section.blocks)
        return
    parts = _parts(section.blocks)
    if len(parts) == 1:
        kind = PassageKind.QUESTION if _is_question(section) else PassageKind.SECTION
        yield Passage(section, kind, section.blocks)
    else:
        for part in parts:
            yield Passage(section, PassageKind.PART, part)
    for block in _inside(section.blocks):
        if isinstance(block, Table):
            for fields in table_rows(block):
                yield Passage(section, PassageKind.ROW, (fields,))
        elif isinstance(block, Listing):
            yield from _list_passages(section, block, alone=len(section.blocks) == 1)


def _is_question(section: Section) -> bool:
    return section.heading.endswith("?")


def _parts(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """Cut a long section between blocks; a block is never cut, a list stays with its lead."""
    parts: list[tuple[Block, ...]] = []
    part: list[Block] = []
    length = 0
    for block in blocks:
        size = len(plain_text((block,)))
        follows = part and isinstance(block, Listing | Table) and isinstance(part[-1], Paragraph)
        if part and length + size > PART_CHARACTERS and not follows:
            parts.append(tuple(part))
            part, length = [], 0
        part.append(block)
        length += size
    return [*parts, tuple(part)]


def _inside(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Quote):
            yield from _inside(block.blocks)


def table_rows(table: Table) -> Iterator[Fields]:
    """Yield each row with its column names; empty cells are left out, empty rows too."""
    for row in table.rows:
        pairs = tuple(
            (name, cell) for name, cell in zip(table.header, row, strict=False) if cell.text
        )
        if pairs:
            yield Fields(pairs)


def _list_passages(section: Section, listing: Listing, *, alone: bool) -> Iterator[Passage]:
    if listing.first is not None and len(listing.items) > 1 and not alone:
        yield Passage(section, PassageKind.STEPS, (listing,))
    for item in listing.items:
        if _asks_and_answers(item):
            yield Passage(section, PassageKind.QUESTION, item.blocks)


def _asks_and_answers(item: Item) -> bool:
    """Return whether an entry is a question with its answer behind it.

    A step of a flow ("Over 500? Yes → 3. …") is none: without the other steps it says little.
    """
    text = plain_text(item.blocks)
    match = _QUESTION.search(text)
    return bool(match and text[match.end() :].strip() and not _LEADS_ON.search(text))
