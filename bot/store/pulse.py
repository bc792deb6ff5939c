"""The processes that share a store: each gives signs of life, and sees which others do.

No clocks are compared, as they differ from computer to computer: a process counts as ended when
its sign of life is the same at several looks. What could not be seen is not counted: a store that
was away begins anew for all.
"""

import asyncio
import secrets
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.away import StoreAwayError
from bot.store.limits import Limits
from bot.store.link import Link
from bot.store.tables import OWNERS
from bot.store.write import AT, Kind, Write, write_all


class Pulse:
    """This process among the others."""

    def __init__(self, limits: Limits) -> None:
        self.owner = secrets.token_hex(8)
        """By what this process is known, until it ends."""
        self.left = False
        """Whether it has left what is not done to others."""
        self._limits = limits
        self._beat = 0
        self._seen: dict[str, tuple[int, int]] = {}
        self._stretch: object = None

    async def greet(self, connection: AsyncConnection) -> None:
        """Give a sign of life, before anything else is done over a new connection."""
        if not self.left:
            self._beat += 1
            sign = {"owner": self.owner, "beat": self._beat, AT: datetime.now(UTC)}
            await write_all(connection, (Write(OWNERS, Kind.PUT, sign),))

    async def go_on(self, link: Link) -> None:
        """Give signs of life and look at those of others; for ever."""
        while True:
            await link.there.wait()
            try:
                beats = await link.write(self._look, self._limits.writing)
            except StoreAwayError:
                continue
            self._note(beats, link.stretch)
            await asyncio.sleep(self._limits.beat)

    def silent(self, link: Link) -> tuple[str, ...]:
        """Return the processes that give no signs of life any more."""
        if link.stretch is not self._stretch:
            return ()
        looks = self._limits.silent_beats
        return tuple(owner for owner, (_, same) in self._seen.items() if same >= looks)

    def farewell(self) -> Write:
        """Return what tells others that this process ends."""
        self.left = True
        return Write(OWNERS, Kind.REMOVE, {"owner": self.owner})

    async def _look(self, connection: AsyncConnection) -> dict[str, int]:
        await self.greet(connection)
        rows = await connection.execute(select(OWNERS.c.owner, OWNERS.c.beat))
        return {owner: beat for owner, beat in rows if owner != self.owner}

    def _note(self, beats: dict[str, int], stretch: object) -> None:
        before = self._seen if stretch is self._stretch else {}
        self._stretch = stretch
        self._seen = {
            owner: (beat, before[owner][1] + 1 if before.get(owner, (None,))[0] == beat else 0)
            for owner, beat in beats.items()
        }
