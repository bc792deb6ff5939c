"""The same change to every Prose of a block, its structure kept."""

from collections.abc import Callable

from index.reading.block import (
    Block,
    Definition,
    Fields,
    Item,
    Listing,
    Paragraph,
    Quote,
    Subheading,
    Table,
)
from index.reading.prose import Prose


def each_prose(block: Block, change: Callable[[Prose], Prose]) -> Block:
    """Return `block` with `change` applied to its text; code stays to the letter."""

    def inner(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(each_prose(inside, change) for inside in blocks)

    match block:
        case Paragraph(prose):
            return Paragraph(change(prose))
        case Subheading(prose):
            return Subheading(change(prose))
        case Listing(items, first):
            return Listing(tuple(Item(inner(item.blocks), item.done) for item in items), first)
        case Table(header, rows):
            changed = tuple(tuple(change(cell) for cell in row) for row in rows)
            return Table(tuple(change(name) for name in header), changed)
        case Fields(pairs):
            return Fields(tuple((change(name), change(cell)) for name, cell in pairs))
        case Quote(blocks):
            return Quote(inner(blocks))
        case Definition(term, meanings):
            return Definition(change(term), tuple(inner(meaning) for meaning in meanings))
        case _:
            return block
