"""The rows of a table, each with its column names."""

from collections.abc import Iterator

from index.reading.block import Fields, Table
from index.reading.page import Section
from index.reading.passages.inside import inside
from index.reading.passages.passage import Passage, PassageKind


def rows(section: Section) -> Iterator[Passage]:
    """Yield every row that says something."""
    for block in inside(section.blocks):
        if isinstance(block, Table):
            for fields in table_rows(block):
                yield Passage(section, PassageKind.ROW, (fields,))


def table_rows(table: Table) -> Iterator[Fields]:
    """Yield each row with its column names; empty cells are left out, empty rows too."""
    for row in table.rows:
        pairs = tuple(
            (name, cell) for name, cell in zip(table.header, row, strict=False) if cell.text
        )
        if pairs:
            yield Fields(pairs)
