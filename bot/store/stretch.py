"""A stretch of time in which the store is there, with the connections of that time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.engine import READERS, READING, WRITERS

T = TypeVar("T")
Asking = Callable[[AsyncConnection], Awaitable[T]]
"""What is done over a connection; done again, it does the same."""

WINDING_DOWN: Final = 1.0
"""Seconds in which what was given up ends by itself, before its connection is cut."""


SHUT_DOWN: Final = "57P"
"""How PostgreSQL's codes begin when the server ends a connection:
https://www.postgresql.org/docs/current/errcodes-appendix.html"""


LOOKS: Final = 10
"""So often it is looked whether an answer is there. A process that is too busy to look has no
reason to call the store slow."""


class TooSlowError(Exception):
    """There was no answer in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class CommitFailedError(Exception):
    """Nobody knows whether the last transaction was kept."""


class Stretch:
    """From when the store came until it went; what is given up in it is tidied up behind it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._running: set[asyncio.Task[Any]] = set()

    async def read(self, asking: Asking[T], seconds: float) -> T:
        """Ask without a transaction.

        Raises:
            TooSlowError: when it takes longer than `seconds`; it is given up then.
        """
        return await self._within(self._again(asking, self._plain), seconds)

    async def write(self, asking: Asking[T], seconds: float) -> T:
        """Ask in a transaction, and keep it.

        Raises:
            TooSlowError: when it takes longer than `seconds`; it is given up then.
            CommitFailedError: when it is not known whether it was kept.
        """
        return await self._within(self._again(asking, self._transaction), seconds)

    async def end(self) -> None:
        """Close every connection."""
        running = set(self._running)
        if running:
            await asyncio.wait(running, timeout=WINDING_DOWN)
        for _ in range(2):
            # The driver takes the first for a wish to cancel on the server too, and waits for it.
            for task in self._running:
                task.cancel()
            await asyncio.sleep(0)
        if self._running:
            await asyncio.wait(set(self._running))
        await self._engine.dispose()

    async def _within(self, asking: Awaitable[T], seconds: float) -> T:
        """Wait no longer than that, also for what takes its time to end when it is told to."""
        task = asyncio.ensure_future(asking)
        self._running.add(task)
        task.add_done_callback(self._ended)
        try:
            for _ in range(LOOKS):
                if not task.done():
                    await asyncio.wait({task}, timeout=seconds / LOOKS)
        except asyncio.CancelledError:
            task.cancel()
            raise
        if not task.done():
            task.cancel()
            raise TooSlowError(seconds)
        return task.result()

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            # Whoever still waits for it is told; if nobody does, nobody need be.
            task.exception()

    async def _again(self, asking: Asking[T], way: Callable[[Asking[T]], Awaitable[T]]) -> T:
        """Ask again where a connection turned out to be dead: a newer one may not be.

        That is safe, as nothing was kept: `CommitFailedError` is not taken for a dead connection.
        """
        backend = self._engine.dialect.name
        # Each of them may be; then comes a new one.
        for _ in range(READERS[backend] + WRITERS[backend]):
            try:
                return await way(asking)
            except DBAPIError as error:
                if not _is_dead(error):
                    raise
        return await way(asking)

    async def _plain(self, asking: Asking[T]) -> T:
        options = READING[self._engine.dialect.name]
        async with self._engine.connect() as connection:
            return await asking(await connection.execution_options(**options))

    async def _transaction(self, asking: Asking[T]) -> T:
        async with self._engine.connect() as connection:
            await connection.begin()
            result = await asking(connection)
            try:
                await connection.commit()
            except DBAPIError as error:
                raise CommitFailedError from error
            return result


def _is_dead(error: DBAPIError) -> bool:
    """Return whether the connection was closed by the other side, or is about to be."""
    code = getattr(error.orig, "sqlstate", None) or ""
    return error.connection_invalidated or code.startswith(SHUT_DOWN)
