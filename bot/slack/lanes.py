"""One thing after the other within a thread, whatever goes on beside it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager


class Lanes:
    """A queue for each thread that somebody waits in, and none for the others."""

    def __init__(self) -> None:
        self._locks: dict[Hashable, asyncio.Lock] = {}
        self._inside: Counter[Hashable] = Counter()

    def busy(self, lane: Hashable) -> bool:
        """Return whether somebody is in a lane, or waits for it."""
        return bool(self._inside.get(lane))

    @asynccontextmanager
    async def turn(self, lane: Hashable) -> AsyncIterator[None]:
        """Wait for the turn: who asked first goes first."""
        lock = self._locks.setdefault(lane, asyncio.Lock())
        self._inside[lane] += 1
        try:
            async with lock:
                yield
        finally:
            self._inside[lane] -= 1
            if not self._inside[lane]:
                del self._inside[lane], self._locks[lane]
