"""Text and blocks to a number of characters, cut where a reader does not stumble."""

from dataclasses import replace
from functools import partial

from index.reading.block import Block, Code, Listing, Table
from index.reading.each_prose import each_prose
from index.reading.plain import is_flow, plain_text
from index.reading.prose import Prose

ELLIPSIS = "…"


def shortened(prose: Prose, budget: int) -> Prose:
    """Return at most `budget` characters of `prose`, cut between words and outside of links."""
    if len(prose.text) <= budget:
        return prose
    end = prose.text.rfind(" ", 0, budget)
    end = end if end > 0 else max(budget - len(ELLIPSIS), 0)
    for mark in prose.marks:
        if mark.target and mark.start < end < mark.end:
            end = mark.start
    cut = prose.cut(0, len(prose.text[:end].rstrip()))
    return replace(cut, text=cut.text + ELLIPSIS)


def fit_blocks(blocks: tuple[Block, ...], budget: int) -> tuple[Block, ...]:
    """Return blocks of at most `budget` characters: rows and entries go first, then words.

    A flow is kept whole, even where it alone is longer.
    """
    while len(plain_text(blocks)) > budget:
        *before, last = blocks
        less = _less(last, budget - len(plain_text(before)))
        if before and (less is None or is_flow(last)):
            blocks = tuple(before)
        elif less is None:
            break
        else:
            blocks = (*before, less)
    return blocks


def _less(block: Block, room: int) -> Block | None:
    """Return the block with its last row, entry or line gone, or its text shortened."""
    match block:
        case Table(header, rows) if len(rows) > 1:
            return Table(header, rows[:-1])
        case Listing(items, first) if is_flow(block):
            return None
        case Listing(items, first) if len(items) > 1:
            return Listing(items[:-1], first)
        case Code(text, language) if "\n" in text:
            return Code(text.rsplit("\n", 1)[0], language)
        case Code(text, language):
            kept = shortened(Prose(text), max(room, 1)).text
            return None if kept == text else Code(kept, language)
    longest = max(len(line) for line in plain_text((block,)).split("\n"))
    for share in (room, longest // 2, longest // 4, longest // 8):
        less = each_prose(block, partial(shortened, budget=max(share, 1)))
        if plain_text((less,)) != plain_text((block,)):
            return less
    return None
