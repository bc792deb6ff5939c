"""A block that is longer than a passage may be, in pieces that each say something whole."""

from collections.abc import Iterable, Iterator, Sequence

from index.reading.block import Block, Code, Listing, Paragraph, Table
from index.reading.plain import is_flow, plain_text
from index.reading.prose import Prose
from index.reading.sentences import sentences


def cut_block(block: Block, most: int) -> Iterator[tuple[Block, int]]:
    """Yield the block with its size in characters, in pieces of at most `most` where it is longer.

    Text is cut between sentences, a table between rows (each piece has the column names), a list
    between entries and code between lines; a flow of steps and whatever else is never cut.
    """
    size = len(plain_text((block,)))
    pieces = _pieces(block, most) if size > most else ()
    if pieces:
        yield from ((piece, len(plain_text((piece,)))) for piece in pieces)
    else:
        yield block, size


def _pieces(block: Block, most: int) -> Sequence[Block]:
    match block:
        case Paragraph(prose):
            return [Paragraph(piece) for piece in _cut_prose(prose, most)]
        case Table(header, rows):
            sizes = (sum(len(cell.text) + 3 for cell in row) for row in rows)
            return [Table(header, rows[start:end]) for start, end in _runs(sizes, most)]
        case Listing(items, first) if not is_flow(block):
            sizes = (len(plain_text(item.blocks)) + 3 for item in items)
            return [
                Listing(items[start:end], None if first is None else first + start)
                for start, end in _runs(sizes, most)
            ]
        case Code(text, language):
            lines = text.split("\n")
            runs = _runs((len(line) + 1 for line in lines), most)
            return [Code("\n".join(lines[start:end]), language) for start, end in runs]
        case _:
            return ()


def _cut_prose(prose: Prose, most: int) -> list[Prose]:
    spans = [span for found in sentences(prose.text) for span in _short(prose.text, found, most)]
    runs = _runs((end - start + 1 for start, end in spans), most)
    return prose.split([(spans[first][0], spans[last - 1][1]) for first, last in runs])


def _short(text: str, span: tuple[int, int], most: int) -> Iterator[tuple[int, int]]:
    """Yield the span, cut between words where it is too long, inside of one where it must be."""
    start, end = span
    while end - start > most:
        space = text.rfind(" ", start + 1, start + most)
        cut = space if space > start else start + most
        yield start, cut
        start = cut + text.startswith(" ", cut)
    yield start, end


def _runs(sizes: Iterable[int], most: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of neighbours that together are at most `most`; one alone may be longer."""
    start = total = 0
    number = -1
    for number, size in enumerate(sizes):
        if number > start and total + size > most:
            yield start, number
            start, total = number, 0
        total += size
    if number >= start:
        yield start, number + 1
