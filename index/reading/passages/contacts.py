"""Contacts: a person or an office with mail, phone or link, recognised as one."""

import re
from collections.abc import Iterator, Sequence

from index.reading.block import Block, Definition, Listing, Paragraph
from index.reading.each_prose import every_prose
from index.reading.page import Section
from index.reading.passages.inside import inside
from index.reading.passages.passage import Passage, PassageKind
from index.reading.plain import plain_text
from index.reading.prose import MarkKind

LONGEST_LINE = 100
"""Characters; a longer paragraph tells something, it is no line of a contact."""

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"\+\d{2}[ \d]{7,14}\d"  # with the country's code
    r"|(?<![\d-])\d\d \d\d \d\d \d\d(?![ -]?\d)"  # as Danes write it
    r"|\b(?:tlf|telefon|phone|tel|mobil|mobile|ring)\b[.: på til]{0,12}\(?\d[\d ()-]{5,}\d",
    re.IGNORECASE,
)
_WAY = re.compile(r"[@\d]")
"""What a mail address or a number cannot do without."""
_REACHED = ("mailto:", "tel:")
_MEANT = re.compile(r"kontakt|contact", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2}")


def contacts(section: Section) -> Iterator[Passage]:
    """Yield every contact that stands in a list, in definitions, or in lines below each other."""
    for blocks in _units(section.blocks):
        if blocks != section.blocks and is_contact(blocks, section.heading):
            yield Passage(section, PassageKind.CONTACT, blocks)


def _units(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    yield from _line_runs(blocks)
    for block in inside(blocks):
        match block:
            case Listing(items, None):
                yield from (item.blocks for item in items)
            case Definition():
                yield (block,)
            case _:
                continue


def _line_runs(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield the runs of short paragraphs (name, role, mail, phone); a name in bold begins one."""
    run: list[Block] = []
    for block in blocks:
        line = isinstance(block, Paragraph) and len(block.prose.text) <= LONGEST_LINE
        if run and (not line or _begins_bold(block)):
            yield tuple(run)
            run = []
        if line:
            run.append(block)
    if run:
        yield tuple(run)


def _begins_bold(block: Block) -> bool:
    marks = block.prose.marks if isinstance(block, Paragraph) else ()
    return any(mark.kind is MarkKind.STRONG and mark.start == 0 for mark in marks)


def is_contact(blocks: tuple[Block, ...], heading: str) -> bool:
    """Return whether the blocks name somebody, and say how to reach them.

    A link alone is a way to reach somebody only where the heading says so.
    """
    told = any(_WAY.search(prose.text) for prose in every_prose(blocks))
    if not told and not _linked(blocks, heading):
        return False
    text = plain_text(blocks)
    nameless = _PHONE.sub(" ", _MAIL.sub(" ", text)) if told else text
    reached = nameless != text or _linked(blocks, heading)
    return reached and _NAME.search(nameless) is not None


def _linked(blocks: tuple[Block, ...], heading: str) -> bool:
    """Return whether a link says how to reach somebody."""
    named = _MEANT.search(heading) is not None
    marks = (mark for prose in every_prose(blocks) for mark in prose.marks)
    ways = (mark.target for mark in marks if mark.kind is MarkKind.LINK and mark.target)
    return any(named or way.startswith(_REACHED) for way in ways)
