"""Blocks of a section to lines: each kind of block as Slack shows it best.

Steps are numbered in the text and are no `rich_text` list: a screen reader is given the message's
`text` and neither of the two, a number in the text survives copying, a cut between two messages
and the local Slack (which draws no `rich_text`), and Slack indents both by as much as it likes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

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
from index.reading.plain import marker
from index.reading.prose import Mark, MarkKind, Prose

INDENT: Final = "      "
"""Slack has no nested lists; this is as wide as a number with its dot."""

COLUMN: Final = " · "


@dataclass(frozen=True, slots=True)
class Written:
    """A line, as long as it is written."""

    prose: Prose
    """What is shown."""
    aloud: Prose | None = None
    """What is said in its place: a row names its columns, which the eye sees above it."""
    quoted: bool = False
    """Whether it stands in a quotation."""


def block_lines(blocks: Iterable[Block]) -> Iterator[Written]:
    """Yield the blocks' lines."""
    for block in blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[Written]:
    match block:
        case Paragraph(prose):
            yield from (Written(line) for line in _broken(prose))
        case Subheading(prose):
            yield Written(bold_line(prose))
        case Listing():
            yield from _listing(block)
        case Table(header, rows):
            yield from _table(header if block.named else (), rows)
        case Fields(pairs):
            yield from (Written(pair_line(*pair)) for pair in pairs)
        case Quote(blocks):
            yield from (replace(line, quoted=True) for line in block_lines(blocks))
        case Code(text, _):
            for line in text.split("\n"):
                yield Written(Prose(line, (Mark(0, len(line), MarkKind.CODE),) if line else ()))
        case Definition(term, meanings):
            explained = [line.prose for meaning in meanings for line in block_lines(meaning)]
            yield Written(joined(bold_line(term), ": ", _listed(explained, "; ")))


def row_aloud(header: Sequence[Prose], row: Sequence[Prose]) -> Prose:
    """Return a row with the names of its columns, as a listener needs it."""
    pairs = zip(header, row, strict=True)
    return _listed([_named(name, cell) for name, cell in pairs if cell.text], "; ")


def pair_line(name: Prose, cell: Prose) -> Prose:
    """Return a cell with its column's name in bold."""
    return _named(bold_line(name), cell)


def bold_line(prose: Prose) -> Prose:
    """Return a name or a title on one line, in bold."""
    return _strong(_on_one_line(prose))


def joined(*parts: Prose | str) -> Prose:
    """Return the parts one after the other, with their marks."""
    text: list[str] = []
    marks: list[Mark] = []
    length = 0
    for part in parts:
        prose = Prose(part) if isinstance(part, str) else part
        marks += (
            replace(mark, start=mark.start + length, end=mark.end + length) for mark in prose.marks
        )
        text.append(prose.text)
        length += len(prose.text)
    return Prose("".join(text), tuple(marks))


def _table(header: Sequence[Prose], rows: Iterable[Sequence[Prose]]) -> Iterator[Written]:
    if header:
        yield Written(_strong(_listed([_on_one_line(name) for name in header], COLUMN)))
    for row in rows:
        cells = [_on_one_line(cell) for cell in row]
        shown = _listed([cell for cell in cells if cell.text], COLUMN)
        yield Written(shown, row_aloud(header, cells) if header else None)


def _listing(listing: Listing) -> Iterator[Written]:
    for position, item in enumerate(listing.items):
        lead = marker(listing, position)
        for number, line in enumerate(block_lines(item.blocks)):
            before = INDENT if number else lead
            aloud = joined(before, line.aloud) if line.aloud else None
            yield Written(joined(before, line.prose), aloud)


def _named(name: Prose, cell: Prose) -> Prose:
    return joined(name, ": ", _on_one_line(cell)) if name.text else _on_one_line(cell)


def _listed(proses: Sequence[Prose], between: str) -> Prose:
    if not proses:
        return Prose("")
    first, *rest = proses
    return joined(first, *(part for prose in rest for part in (between, prose)))


def _broken(prose: Prose) -> list[Prose]:
    """Return the prose line by line."""
    places, start = [], 0
    for line in prose.text.split("\n"):
        places.append((start, start + len(line)))
        start += len(line) + 1
    return prose.split(places)


def _on_one_line(prose: Prose) -> Prose:
    return replace(prose, text=prose.text.replace("\n", " "))


def _strong(prose: Prose) -> Prose:
    if not prose.text:
        return prose
    return replace(prose, marks=(Mark(0, len(prose.text), MarkKind.STRONG), *prose.marks))
