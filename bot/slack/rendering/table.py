"""A table as Slack's own, where it fits.

Rows, columns: https://docs.slack.dev/reference/block-kit/blocks/table-block
"""

from typing import Final

from slack_sdk.models.blocks import TableBlock, TableBlockColumnSettings

from bot.slack.limits import TABLE_COLUMNS, TABLE_ROWS
from bot.slack.rendering.lines import row_aloud
from bot.slack.rendering.piece import Shown
from bot.slack.rendering.rich_text import rich_text
from bot.slack.rendering.spoken import said_bytes, spoken
from index.reading.block import Table
from index.reading.plain import plain_text
from index.reading.prose import Mark, MarkKind, Prose

TABLE_BYTES: Final = 2_400
"""What a table may say: its message has room for a heading and for what stands around it."""


def table_piece(table: Table) -> Shown | None:
    """Return the table as one block, None where Slack or a message has no room for it."""
    rows = len(table.rows) + table.named
    fits = rows <= TABLE_ROWS and 1 < len(table.header) <= TABLE_COLUMNS
    if not table.rows or not fits or len(plain_text((table,))) > TABLE_BYTES:
        return None
    said = _said(table)
    if said_bytes(said) > TABLE_BYTES:
        return None
    cells = [[rich_text(cell) for cell in row] for row in table.rows]
    if table.named:
        cells.insert(0, [rich_text(_bold(name)) for name in table.header])
    # Wrapped: a cell would be cut where its column is narrow.
    wrapped = [TableBlockColumnSettings(is_wrapped=True) for _ in table.header]
    return Shown(TableBlock(rows=cells, column_settings=wrapped), said)


def _said(table: Table) -> str:
    header = table.header if table.named else tuple(Prose("") for _ in table.header)
    rows = (spoken(row_aloud(header, row)) for row in table.rows)
    names = " | ".join(name.text for name in header if name.text)
    return "\n".join(line for line in (names, *rows) if line)


def _bold(name: Prose) -> Prose:
    return Prose(name.text, (Mark(0, len(name.text), MarkKind.STRONG),) if name.text else ())
