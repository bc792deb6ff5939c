"""What waits to be written: one queue, in memory, as long as the store is away and no longer."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from itertools import islice
from typing import Final

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from bot.store.away import StoreAwayError
from bot.store.limits import Limits
from bot.store.link import Link
from bot.store.reason import reason_of
from bot.store.write import Row, RowKey, Write, write_all
from bot.wording.catalogue import Words

BATCH: Final = 200
"""Rows that are written in one transaction: a few milliseconds of SQLite."""

ATTEMPTS: Final = 3
"""A row that the store refuses so often by itself, and takes others meanwhile, is dropped."""

PASSING: Final = (OperationalError, InterfaceError)
"""Errors that are the store's own, and say nothing of the row."""

_log = logging.getLogger(__name__)


class Waiting:
    """Rows that are not in the store yet; of each row the last that is to be written."""

    def __init__(self, link: Link, limits: Limits, words: Words) -> None:
        self._link = link
        self._limits = limits
        self._words = words
        self._writes: dict[RowKey, Write] = {}
        self._more = asyncio.Event()
        self._turn = asyncio.Lock()
        self._size = BATCH
        self._refused = 0
        self._dropped = 0

    def add(self, *writes: Write) -> None:
        """Let rows be written soon; the oldest are dropped where too many wait."""
        for write in writes:
            key = write.key
            self._writes[key] = write.after(self._writes.pop(key, None))
            if len(self._writes) > self._limits.waiting:
                del self._writes[next(iter(self._writes))]
                self._dropped += 1
        self._more.set()

    def of(self, key: RowKey) -> Write | None:
        """Return what is to be written of a row."""
        return self._writes.get(key)

    def forget(self, about: Callable[[Row], bool]) -> None:
        """Drop what is about somebody."""
        for key in [key for key, write in self._writes.items() if about(write.row)]:
            del self._writes[key]

    async def drain(self) -> None:
        """Write what comes whenever the store is there; for ever."""
        while True:
            await self._more.wait()
            await self._link.there.wait()
            try:
                async with self._turn:
                    await self._write_some()
            except StoreAwayError as error:
                self._refuse(error.__cause__)

    @asynccontextmanager
    async def written(self) -> AsyncIterator[None]:
        """Write everything, and let what comes meanwhile wait until the end.

        Raises:
            StoreAwayError: when that cannot be done now.
        """
        async with self._turn:
            while self._writes:
                await self._write_some()
            yield

    async def close(self) -> None:
        """Write everything in the time that an end has, and tell what was not."""
        await self.settle()
        if self._writes:
            _log.warning(self._words.say("log-store-unwritten", count=len(self._writes)))

    async def settle(self) -> None:
        """Write everything, if that can be done in the time that an end has."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._limits.closing):
                while self._writes:
                    await self._link.there.wait()
                    with contextlib.suppress(StoreAwayError):
                        async with self.written():
                            pass

    async def _write_some(self) -> None:
        batch = dict(islice(self._writes.items(), self._size))
        if batch:
            write = partial(write_all, writes=tuple(batch.values()))
            await self._link.write(write, self._limits.writing)
        for key, written in batch.items():
            if self._writes.get(key) is written:
                del self._writes[key]
        self._size, self._refused = BATCH, 0
        if not self._writes:
            self._more.clear()
        if self._dropped:
            _log.warning(self._words.say("log-store-dropped", count=self._dropped))
            self._dropped = 0

    def _refuse(self, error: BaseException | None) -> None:
        """Drop a row that the store refuses for what it is: others would wait behind it for ever.

        To find it, rows are written one by one until one is taken.
        """
        if not isinstance(error, DBAPIError) or isinstance(error, PASSING):
            return
        self._refused += 1 if self._size == 1 else 0
        self._size = 1
        if self._refused == ATTEMPTS and self._writes:
            self._refused = 0
            del self._writes[next(iter(self._writes))]
            _log.error(self._words.say("log-store-refused", reason=reason_of(error)))
