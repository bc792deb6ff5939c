"""Blocks to plain lists and back, exactly; the first entry of a list names the kind.

By their fields alone a paragraph could not be told from a subheading. What is read is checked to
the last value, since a cache folder may have been written by anybody.
"""

from collections.abc import Iterable

from index.reading.block import (
    Block,
    Code,
    Definition,
    Fields,
    Item,
    Listing,
    Paragraph,
    Quote,
    Subheading,
    Table,
)
from index.reading.prose import Mark, MarkKind, Prose

_MARKS = frozenset(MarkKind)


class NotAPassageError(ValueError):
    """A record that was not written by this codec."""

    def __init__(self, found: object) -> None:
        """Take what was found in its place."""
        super().__init__(repr(found)[:80])


def encode_blocks(blocks: Iterable[Block]) -> list[object]:
    """Return the blocks as what JSON can hold."""
    return [_block(block) for block in blocks]


def _block(block: Block) -> list[object]:
    match block:
        case Paragraph(prose):
            return ["paragraph", _prose(prose)]
        case Listing(items, first):
            return ["listing", first, [[item.done, encode_blocks(item.blocks)] for item in items]]
        case Table(header, rows):
            return ["table", _cells(header), [_cells(row) for row in rows]]
        case Fields(pairs):
            return ["fields", [_cells(pair) for pair in pairs]]
        case Quote(blocks):
            return ["quote", encode_blocks(blocks)]
        case Code(text, language):
            return ["code", text, language]
        case Subheading(prose):
            return ["subheading", _prose(prose)]
        case Definition(term, meanings):
            return ["definition", _prose(term), [encode_blocks(meaning) for meaning in meanings]]


def _cells(cells: Iterable[Prose]) -> list[object]:
    return [_prose(cell) for cell in cells]


def _prose(prose: Prose) -> object:
    if not prose.marks:
        return prose.text
    marks = [[mark.start, mark.end, str(mark.kind), mark.target] for mark in prose.marks]
    return [prose.text, marks]


def decode_blocks(values: object) -> tuple[Block, ...]:
    """Return the blocks.

    Raises:
        NotAPassageError: when that is not what the values are.
    """
    return tuple(_read_block(value) for value in as_list(values))


def _read_block(value: object) -> Block:
    match value:
        case ["paragraph", prose]:
            return Paragraph(_read_prose(prose))
        case ["listing", first, list(items)]:
            return Listing(
                tuple(_item(item) for item in items), None if first is None else _number(first)
            )
        case ["table", header, list(rows)]:
            return Table(_read_cells(header), tuple(_read_cells(row) for row in rows))
        case ["fields", list(pairs)]:
            return Fields(tuple(_pair(pair) for pair in pairs))
        case ["quote", blocks]:
            return Quote(decode_blocks(blocks))
        case ["code", str(text), str(language)]:
            return Code(text, language)
        case ["subheading", prose]:
            return Subheading(_read_prose(prose))
        case ["definition", term, list(meanings)]:
            return Definition(_read_prose(term), tuple(decode_blocks(one) for one in meanings))
        case _:
            raise NotAPassageError(value)


def _item(value: object) -> Item:
    match value:
        case [None | True | False as done, blocks]:
            return Item(decode_blocks(blocks), done)
        case _:
            raise NotAPassageError(value)


def _pair(value: object) -> tuple[Prose, Prose]:
    match value:
        case [name, cell]:
            return _read_prose(name), _read_prose(cell)
        case _:
            raise NotAPassageError(value)


def _read_cells(values: object) -> tuple[Prose, ...]:
    return tuple(_read_prose(value) for value in as_list(values))


def _read_prose(value: object) -> Prose:
    match value:
        case str(text):
            return Prose(text)
        case [str(text), list(marks)]:
            return Prose(text, tuple(_mark(mark) for mark in marks))
        case _:
            raise NotAPassageError(value)


def _mark(value: object) -> Mark:
    match value:
        case [int(start), int(end), str(kind), str(target)] if kind in _MARKS:
            return Mark(start, end, MarkKind(kind), target)
        case _:
            raise NotAPassageError(value)


def as_list(value: object) -> list[object]:
    """Return the value, which has to be a list."""
    if isinstance(value, list):
        return value
    raise NotAPassageError(value)


def as_text(value: object) -> str:
    """Return the value, which has to be a text."""
    if isinstance(value, str):
        return value
    raise NotAPassageError(value)


def as_texts(values: object) -> tuple[str, ...]:
    """Return the values, which have to be a list of texts."""
    return tuple(map(as_text, as_list(values)))


def as_amount(value: object) -> float:
    """Return the value, which has to be a number."""
    if isinstance(value, int | float):
        return float(value)
    raise NotAPassageError(value)


def _number(value: object) -> int:
    if isinstance(value, int):
        return value
    raise NotAPassageError(value)
