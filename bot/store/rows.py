"""Rows as the rest of the store finds and keeps them, whether the database is there or not."""

from datetime import UTC, datetime

from sqlalchemy import Select, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.away import StoreAwayError
from bot.store.limits import Limits
from bot.store.link import Link
from bot.store.memory import Memory
from bot.store.waiting import Waiting
from bot.store.write import AT, Kind, Row, Write, key_of, matching, write_all


class Rows:
    """A store that is there is always asked, so that what another process keeps is seen at once."""

    def __init__(self, link: Link, waiting: Waiting, memory: Memory, limits: Limits) -> None:
        self._link = link
        self._waiting = waiting
        self._memory = memory
        self._limits = limits

    async def find(self, table: Table, key: Row) -> Row | None:
        """Return the row of this key; what memory knows of it while the store is away."""
        name = key_of(table, key)
        if write := self._waiting.of(name):
            return write.left
        before = self._memory.get(name)

        async def asking(connection: AsyncConnection) -> Row | None:
            given = {f"key_{column}": value for column, value in key.items()}
            found = (await connection.execute(_selection(table), given)).mappings().first()
            return dict(found) if found else None

        try:
            row = await self._link.read(asking)
        except StoreAwayError:
            return self._memory.get(name)
        if write := self._waiting.of(name):
            return write.left
        if self._memory.get(name) is before:
            self._memory.know(name, row)
        return row

    def keep(self, table: Table, row: Row) -> None:
        """Keep a row; it is written soon."""
        write = Write(table, Kind.PUT, {**row, AT: datetime.now(UTC)})
        self._memory.know(write.key, write.row)
        self._waiting.add(write)

    def remove(self, table: Table, key: Row) -> None:
        """Delete the row of this key soon."""
        write = Write(table, Kind.REMOVE, key)
        self._memory.know(write.key, None)
        self._waiting.add(write)

    async def keep_now(self, table: Table, row: Row) -> None:
        """Keep a row before going on.

        Raises:
            StoreAwayError: when that cannot be done now.
        """
        write = Write(table, Kind.PUT, {**row, AT: datetime.now(UTC)})

        async def asking(connection: AsyncConnection) -> None:
            await write_all(connection, (write,))

        await self._link.write(asking, self._limits.insistence)
        self._memory.know(write.key, write.row)


def _selection(table: Table) -> Select[tuple[object, ...]]:
    return select(table).where(matching(table))
