"""Every Prose of a block: changed, its structure kept, or one after the other."""

from collections.abc import Callable, Iterable, Iterator

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
from index.reading.prose import MarkKind, Prose


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


def every_prose(blocks: Iterable[Block]) -> Iterator[Prose]:
    """Yield every Prose of the blocks in the order in which it is read."""
    for block in blocks:
        match block:
            case Paragraph(prose) | Subheading(prose):
                yield prose
            case Listing(items):
                yield from (prose for item in items for prose in every_prose(item.blocks))
            case Table(header, rows):
                yield from (cell for row in (header, *rows) for cell in row)
            case Fields(pairs):
                yield from (prose for pair in pairs for prose in pair)
            case Quote(inside):
                yield from every_prose(inside)
            case Definition(term, meanings):
                yield term
                yield from (prose for meaning in meanings for prose in every_prose(meaning))
            case _:
                continue


def every_link(blocks: Iterable[Block]) -> dict[str, str]:
    """Return address to linked text of every link that leads somewhere, in order, each once."""
    found: dict[str, str] = {}
    for prose in every_prose(blocks):
        for mark in prose.marks:
            if mark.kind is MarkKind.LINK and mark.target:
                found.setdefault(mark.target, prose.text[mark.start : mark.end])
    return found
