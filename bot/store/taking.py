"""What is asked for at the same time is taken together: one transaction, and one wait for it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.away import StoreAwayError
from bot.store.link import Link
from bot.store.tables import TAKEN, WORKS
from bot.store.write import Kind, Row, insertion

TOGETHER: Final = 50
"""So many works are taken in one transaction."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A work that somebody wants to take."""

    keys: Sequence[Row]
    """A row for each of its keys; no other work of this process has any of them."""
    work: Row
    """Its own row."""
    taken: asyncio.Future[bool]
    """What is waited for."""


class Taking:
    """Takes works in the order in which they are asked for."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._asked: list[_Asked] = []
        self._going_on: asyncio.Task[None] | None = None

    async def take(self, keys: Sequence[Row], work: Row) -> bool:
        """Return whether none of the keys was taken before, and take them all.

        Raises:
            StoreAwayError: when nobody knows.
        """
        if self._link.stretch is None:
            raise StoreAwayError
        taken = asyncio.get_running_loop().create_future()
        self._asked.append(_Asked(keys, work, taken))
        if self._going_on is None or self._going_on.done():
            self._going_on = asyncio.ensure_future(self._go_on())
        return bool(await taken)

    async def _go_on(self) -> None:
        while self._asked:
            together, self._asked = self._asked[:TOGETHER], self._asked[TOGETHER:]
            try:
                won = await self._link.write(partial(_take, asked=together))
            except Exception as error:  # noqa: BLE001 - whoever asked is told, also of a fault
                for each in together:
                    if not each.taken.done():
                        each.taken.set_exception(error)
                continue
            for each, first in zip(together, won, strict=True):
                if not each.taken.done():
                    each.taken.set_result(first)


async def _take(connection: AsyncConnection, asked: Sequence[_Asked]) -> list[bool]:
    """Add all keys, always in the same order: see `write_all`; then the works that are new."""
    dialect = connection.dialect.name
    keys = sorted(
        (dict(row) for each in asked for row in each.keys), key=lambda row: str(row["key"])
    )
    adding = insertion(TAKEN, Kind.ADD, dialect).returning(TAKEN.c.key)
    added = set((await connection.execute(adding, keys)).scalars())
    won = [all(row["key"] in added for row in each.keys) for each in asked]
    if new := [dict(each.work) for each, first in zip(asked, won, strict=True) if first]:
        await connection.execute(insertion(WORKS, Kind.PUT, dialect), new)
    return won
