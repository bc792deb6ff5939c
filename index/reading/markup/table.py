"""A table written in HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from index.reading.block import Block, Fields, Table
from index.reading.markup.frames import Frame
from index.reading.markup.tags import Tag
from index.reading.one_prose import is_strong, one_prose, strong
from index.reading.prose import Prose

FILLED_CELLS = 65_536
"""Cells that spans and short rows add to one table at most, as in markdown-it's own tables."""

_EMPTY = Prose("")


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell as it is written."""

    blocks: tuple[Block, ...]
    """What stands in it."""
    heads: bool
    """Whether it is the name of a column or a row."""
    columns: int
    """How many columns it covers."""
    rows: int
    """How many rows it covers."""


@dataclass(slots=True)
class _Row:
    """One row."""

    head: bool
    """Whether it stands in the table's head."""
    cells: list[_Cell] = field(default_factory=list)
    """Its cells."""

    def names_columns(self) -> bool:
        """Return whether a reader takes it as the names of the columns."""
        return self.head or all(
            cell.heads or is_strong(one_prose(cell.blocks)) for cell in self.cells
        )

    def names_itself(self) -> bool:
        """Return whether it is a name and what belongs to it."""
        return [cell.heads for cell in self.cells] == [True, False]


class Rows(Frame):
    """Gathers the rows of a table."""

    def __init__(self, tag: Tag | None = None) -> None:
        super().__init__(tag)
        self.rows: list[_Row] = []
        self.head = False

    def begin(self, tag: Tag) -> None:
        """Begin a row, or a part of the table."""
        if tag.name == "tr" and not tag.closing:
            self.rows.append(_Row(self.head))
        elif tag.name in ("thead", "tbody", "tfoot"):
            self.head = tag.name == "thead" and not tag.closing

    def take(self, tag: Tag | None, blocks: Sequence[Block]) -> None:
        """Take a cell; what stands outside of any is shown above the table."""
        if tag is None or tag.name not in ("td", "th"):
            super().take(tag, blocks)
            return
        if not self.rows:
            self.rows.append(_Row(self.head))
        attributes = tag.attributes()
        self.rows[-1].cells.append(
            _Cell(
                tuple(blocks),
                tag.name == "th",
                _count(attributes.get("colspan", "")),
                _count(attributes.get("rowspan", "")),
            )
        )

    def finish(self) -> Sequence[Block]:
        """Return the table; one that only lays out a single column is what stands in it."""
        rows = [row for row in self.rows if row.cells]
        headed = len(rows) > 1 and rows[0].names_columns()
        if not headed and all(len(row.cells) == 1 for row in rows):
            return [*self.blocks, *(block for row in rows for block in row.cells[0].blocks)]
        if not headed and all(row.names_itself() for row in rows):
            pairs = ([one_prose(cell.blocks) for cell in row.cells] for row in rows)
            known = tuple((name, cell) for name, cell in pairs if cell.text)
            return [*self.blocks, *([Fields(known)] if known else [])]
        grid = _Grid()
        laid = [grid.row(row, names=headed and row is rows[0]) for row in rows]
        width = max(map(len, laid))
        for cells in laid:
            cells.extend(repeat(_EMPTY, grid.fill(width - len(cells))))
        header = laid.pop(0) if headed else [_EMPTY] * width
        body = tuple(tuple(cells) for cells in laid if any(cell.text for cell in cells))
        return [*self.blocks, *([Table(tuple(header), body)] if headed or body else [])]


class _Grid:
    """Lays cells out; one that covers several rows, or names several columns, stands in each."""

    def __init__(self) -> None:
        self.left = FILLED_CELLS
        self._hanging: dict[int, tuple[int, Prose]] = {}

    def row(self, row: _Row, *, names: bool) -> list[Prose]:
        """Return the cells of the next row."""
        above, self._hanging = self._hanging, {}
        cells: list[Prose] = []
        for cell in row.cells:
            self._hang(above, cells)
            text = one_prose(cell.blocks)
            shown = strong(text) if cell.heads and text.text and not names else text
            self._place(cells, shown, cell.rows)
            cells.extend(repeat(shown if names else _EMPTY, self.fill(cell.columns - 1)))
        self._hang(above, cells)
        return cells

    def fill(self, wanted: int) -> int:
        """Return how many of the cells may be added."""
        added = max(0, min(wanted, self.left))
        self.left -= added
        return added

    def _hang(self, above: Mapping[int, tuple[int, Prose]], cells: list[Prose]) -> None:
        while (found := above.get(len(cells))) and self.fill(1):
            self._place(cells, found[1], found[0])

    def _place(self, cells: list[Prose], prose: Prose, rows: int) -> None:
        if rows > 1:
            self._hanging[len(cells)] = (rows - 1, prose)
        cells.append(prose)


def _count(text: str) -> int:
    """Return how many rows or columns a cell covers; HTML's own limit for columns is 1,000."""
    text = text.strip()
    known = text.isascii() and text.isdigit() and len(text) < 5  # noqa: PLR2004 - digits of HTML's limit
    return max(1, min(int(text), 1000)) if known else 1
