"""Lines at levels to nested lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.reading.block import Block, Item, Listing, Paragraph
from index.reading.prose import Prose

DEEPEST = 8
"""What lies deeper is shown at this level: nobody reads further in, and lists nest by calls."""


@dataclass(slots=True)
class Row:
    """A line of an outline."""

    level: int
    """How deep it lies; 0 is outermost."""
    text: str
    """What it says."""
    remarks: list[str] = field(default_factory=list)
    """What is remarked on it, each a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class _Entry:
    row: Row
    below: list["_Entry"]


def outline(rows: Iterable[Row], first: int | None = None) -> tuple[Block, ...]:
    """Return the rows as a list, numbered from `first` on every level; empty rows are left out."""
    top: list[_Entry] = []
    above: list[_Entry] = []
    for row in rows:
        if not row.text:
            continue
        entry = _Entry(row, [])
        del above[min(row.level, DEEPEST) :]
        (above[-1].below if above else top).append(entry)
        above.append(entry)
    return _listing(top, first)


def _listing(entries: Sequence[_Entry], first: int | None) -> tuple[Block, ...]:
    items = tuple(
        Item((*paragraphs((entry.row.text, *entry.row.remarks)), *_listing(entry.below, first)))
        for entry in entries
    )
    return (Listing(items, first),) if items else ()


def paragraphs(texts: Iterable[str]) -> tuple[Block, ...]:
    """Return each text that says something as a paragraph."""
    return tuple(Paragraph(Prose(text)) for text in texts if text)
