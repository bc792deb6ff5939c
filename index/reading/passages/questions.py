"""Questions with their answers, in the ways in which handbooks write them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.reading.block import Block, Definition, Listing, Paragraph, Quote
from index.reading.each_prose import every_prose
from index.reading.page import Section
from index.reading.passages.inside import inside
from index.reading.passages.passage import Passage, PassageKind
from index.reading.plain import plain_text
from index.reading.prose import MarkKind, Prose

LONGEST_QUESTION = 200
"""Characters; what is longer and ends in a question mark is a paragraph."""

_ASKS = re.compile(r"\?(?:\s|$)")
_LEADS_ON = re.compile(r"→ \d")
_LETTERS = re.compile(
    r"(?:Q|Question|Sp|Spørgsmål)\s*[:.]\s*\S.*?\?\s+(?:A|Answer|Sv|Svar)\s*[:.]\s*\S",
    re.IGNORECASE | re.DOTALL,
)
_ASKED = re.compile(r"(?:Q|Question|Sp|Spørgsmål)\s*[:.]\s*\S", re.IGNORECASE)


def questions(section: Section) -> Iterator[Passage]:
    """Yield every question that stands inside of the section together with its answer."""
    for blocks in _answers(section.blocks):
        if blocks != section.blocks:
            yield Passage(section, PassageKind.QUESTION, blocks)


def _answers(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    yield from _under_questions(blocks)
    for block in inside(blocks):
        match block:
            case Listing(items):
                yield from (item.blocks for item in items if _asks_and_answers(item.blocks))
            case Definition(term, meanings) if _is_question(term) and meanings:
                yield (block,)
            case Quote(inner) if len(inner) > 1 and _opens(inner[0]):
                yield inner
            case Paragraph(prose) if _LETTERS.match(prose.text):
                yield (block,)
            case _:
                continue


def _under_questions(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield each paragraph that only asks, with the blocks below it up to the next such one."""
    bounds = [*(number for number, block in enumerate(blocks) if _opens(block)), len(blocks)]
    for start, end in pairwise(bounds):
        if end > start + 1:
            yield tuple(blocks[start:end])


def _opens(block: Block) -> bool:
    """Return whether a paragraph is a question set off from its answer: in bold, or after `Q:`."""
    if not isinstance(block, Paragraph) or not _is_question(block.prose):
        return False
    text, marks = block.prose.text, block.prose.marks
    bold = any(m.kind is MarkKind.STRONG and m.end - m.start >= len(text) - 1 for m in marks)
    return bold or _ASKED.match(text) is not None


def _is_question(prose: Prose) -> bool:
    return prose.text.rstrip().endswith("?") and len(prose.text) <= LONGEST_QUESTION


def _asks_and_answers(blocks: tuple[Block, ...]) -> bool:
    """Return whether an entry is a question with its answer behind it.

    A step of a flow ("Over 500? Yes → 3. …") is none: without the other steps it says little.
    """
    if not any("?" in prose.text for prose in every_prose(blocks)):
        return False
    text = plain_text(blocks)
    match = _ASKS.search(text)
    return bool(match and text[match.end() :].strip() and not _LEADS_ON.search(text))
