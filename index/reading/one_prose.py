"""Blocks as one Prose, for places that hold no blocks: a table's cell, a term, a summary."""

from collections.abc import Iterable, Iterator, Sequence

from index.reading.block import Block, Code, Listing, Paragraph, Quote, Subheading
from index.reading.plain import INDENT, marker, plain_lines
from index.reading.prose import Mark, MarkKind, Prose


def one_prose(blocks: Iterable[Block]) -> Prose:
    """Return the blocks as text, a line each paragraph, step or row, with the marks in it."""
    return joined([line for block in blocks for line in _lines(block)], "\n")


def joined(proses: Sequence[Prose], between: str) -> Prose:
    """Return the proses as one, with `between` them."""
    marks: list[Mark] = []
    start = 0
    for prose in proses:
        marks.extend(
            Mark(start + mark.start, start + mark.end, mark.kind, mark.target)
            for mark in prose.marks
        )
        start += len(prose.text) + len(between)
    return Prose(between.join(prose.text for prose in proses), tuple(marks))


def strong(prose: Prose) -> Prose:
    """Return the prose with all of it marked as strong."""
    inside = tuple(mark for mark in prose.marks if mark.kind is not MarkKind.STRONG)
    return Prose(prose.text, (Mark(0, len(prose.text), MarkKind.STRONG), *inside))


def is_strong(prose: Prose) -> bool:
    """Return whether all of the text is marked as strong."""
    return any(
        mark.kind is MarkKind.STRONG and mark.start == 0 and mark.end == len(prose.text)
        for mark in prose.marks
    )


def _lines(block: Block) -> Iterator[Prose]:
    match block:
        case Paragraph(prose) | Subheading(prose):
            yield prose
        case Quote(blocks):
            yield from (line for inner in blocks for line in _lines(inner))
        case Code(text):
            yield Prose(text, (Mark(0, len(text), MarkKind.CODE),))
        case Listing(items):
            for place, item in enumerate(items):
                lead = marker(block, place)
                for number, line in enumerate(
                    one for inner in item.blocks for one in _lines(inner)
                ):
                    yield joined([Prose(INDENT if number else lead), line], "")
        case _:
            yield from map(Prose, plain_lines(block))
