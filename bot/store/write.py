"""One row to be written, whole: writing it twice does what writing it once does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from sqlalchemy import ColumnElement, Delete, Insert, Table, and_, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Row = Mapping[str, object]
"""A row by the names of its columns."""

RowKey = tuple[str, ...]
"""Table and primary key."""

AT: Final = "at"
"""The column that says when a row was kept."""


class Kind(StrEnum):
    """What is done with a row."""

    ADD = "add"
    """It is put there if none with its key is."""
    PUT = "put"
    """It takes the place of the one with its key."""
    REMOVE = "remove"
    """The one with its key is deleted."""


@dataclass(frozen=True, slots=True)
class Write:
    """What is to be written."""

    table: Table
    """Where."""
    kind: Kind
    """How."""
    row: Row
    """The row; for REMOVE its key is enough."""

    @property
    def key(self) -> RowKey:
        """What the row is known by."""
        return key_of(self.table, self.row)

    @property
    def left(self) -> Row | None:
        """What is there when it was written."""
        return None if self.kind is Kind.REMOVE else self.row

    def after(self, earlier: "Write | None") -> "Write":
        """Return what both come to, the earlier one first."""
        if earlier is None or self.kind is not Kind.ADD:
            return self
        return Write(self.table, Kind.PUT, self.row) if earlier.kind is Kind.REMOVE else earlier


def key_of(table: Table, row: Row) -> RowKey:
    """Return what a row is known by."""
    return (table.name, *(str(row[column.name]) for column in table.primary_key))


async def write_all(connection: AsyncConnection, writes: Iterable[Write]) -> None:
    """Write rows, at most once each, always in the order of their keys.

    Two processes that write the same rows then never wait for each other in a circle.
    """
    in_order = sorted(writes, key=lambda write: write.key)
    for (_, kind), group in groupby(in_order, key=lambda write: (write.table.name, write.kind)):
        same = tuple(group)
        table = same[0].table
        if kind is Kind.REMOVE:
            keys = [{f"key_{c.name}": each.row[c.name] for c in table.primary_key} for each in same]
            await connection.execute(_removal(table), keys)
        else:
            statement = insertion(table, kind, connection.dialect.name)
            await connection.execute(statement, [dict(each.row) for each in same])


def insertion(table: Table, kind: Kind, dialect: str) -> Insert:
    """Return the statement of ADD or PUT, which each database words in its own dialect."""
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = make(table)
    keys = [column.name for column in table.primary_key]
    if kind is Kind.ADD:
        return statement.on_conflict_do_nothing(index_elements=keys)
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)


def _removal(table: Table) -> Delete:
    return delete(table).where(matching(table))


def matching(table: Table) -> ColumnElement[bool]:
    """Return the condition for the row whose key is given as `key_…`."""
    return and_(*(column == bindparam(f"key_{column.name}") for column in table.primary_key))
