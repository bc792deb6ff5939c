"""Tables and columns without a name."""

import re
from collections.abc import Iterator

from index.check.checked import CheckedHandbook
from index.check.finding import Spot
from index.check.written import WrittenTable, WrittenText

_BAR = "|"
_DASHES = re.compile(r"[|\s:]*-[|\s:-]*")


def table_headers(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each table without a header, and each that has a column without a name.

    The first column may go without: its cells are then the names of the rows.
    """
    for page in handbook.pages:
        for table in page.written.tables:
            column = _nameless(table)
            if column is not None:
                yield Spot(page.path, table.line, {"column": column})
        for text in page.written.texts:
            if _is_table_without_header(text):
                yield Spot(page.path, text.line, {"column": 1})


def _nameless(table: WrittenTable) -> int | None:
    """Return the number of the first column without a name; None where all have one."""
    names = [_shown(cell) for cell in table.header]
    if not any(names):
        return 1 if table.rows else None
    for number, name in enumerate(names[1:], 2):
        if not name and any(
            _shown(cell) for row in table.rows for cell in row[number - 1 : number]
        ):
            return number
    return None


def _shown(cell: WrittenText) -> str:
    return "".join(cell.rows).strip()


def _is_table_without_header(text: WrittenText) -> bool:
    """Return whether these lines are rows of a table that has no line of dashes."""
    rows = [row.strip() for row in text.rows]
    barred = all(row.startswith(_BAR) and row.endswith(_BAR) and len(row) > 1 for row in rows)
    return len(rows) > 1 and barred and not _DASHES.fullmatch(rows[1])
