"""Blocks as plain text: what is searched, what JSON carries, what a screen reader says."""

from collections.abc import Iterable, Iterator

from index.reading.block import (
    Block,
    Code,
    Definition,
    Fields,
    Listing,
    Paragraph,
    Quote,
    Subheading,
    Table,
)

INDENT = "  "
BULLET = "• "

WHOLE_STEPS = 12
"""A flow with fewer steps than this is shown whole or not at all."""

PATH_SIGN = " › "
"""Joins the steps of a breadcrumb, on every platform."""


def is_flow(block: Block) -> bool:
    """Return whether a block is a list of steps that is never cut."""
    return isinstance(block, Listing) and block.first is not None and len(block.items) < WHOLE_STEPS


def plain_text(blocks: Iterable[Block]) -> str:
    """Return the blocks as text, one line each paragraph, step, row or field."""
    return "\n".join(line for block in blocks for line in plain_lines(block))


def plain_lines(block: Block) -> Iterator[str]:
    """Yield the lines of one block, nested ones indented by two spaces."""
    match block:
        case Paragraph(prose) | Subheading(prose):
            yield prose.text
        case Listing():
            yield from _listing(block)
        case Table(header, rows):
            for row in (header, *rows) if block.named else rows:
                yield " | ".join(cell.text.replace("\n", " ") for cell in row)
        case Fields(pairs):
            for name, cell in pairs:
                yield f"{name.text}: {cell.text}" if name.text else cell.text
        case Quote(blocks):
            for inner in blocks:
                yield from plain_lines(inner)
        case Code(text, _):
            yield from text.split("\n")
        case Definition(term, meanings):
            explained = "; ".join(plain_text(meaning) for meaning in meanings)
            yield f"{term.text}: {explained}" if explained else term.text


def marker(listing: Listing, position: int) -> str:
    """Return what stands before the item at `position`: its number, its tick or a bullet."""
    done = listing.items[position].done
    if done is not None:
        return "☑ " if done else "☐ "
    return BULLET if listing.first is None else f"{listing.first + position}. "


def _listing(listing: Listing) -> Iterator[str]:
    for position, item in enumerate(listing.items):
        lead = marker(listing, position)
        for number, line in enumerate(line for block in item.blocks for line in plain_lines(block)):
            yield (lead if number == 0 else INDENT) + line
