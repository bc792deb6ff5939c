"""The link to the database: there, or away and tried again; nobody waits for it for long."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from alembic.util.exc import CommandError
from sqlalchemy import exc as sql
from sqlalchemy import literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.problem import ProblemError
from bot.store.address import Address
from bot.store.away import StoreAwayError
from bot.store.engine import READERS, WRITERS, open_engine
from bot.store.limits import Limits
from bot.store.reason import reason_of
from bot.store.schema import SchemaNewerError, bring_up_to_date
from bot.store.stretch import Asking, CommitFailedError, Stretch, TooSlowError
from bot.wording.catalogue import Words
from bot.wording.sentence import Sentence, sentence

T = TypeVar("T")

AWAY: Final = (
    TooSlowError,
    CommitFailedError,
    SchemaNewerError,
    CommandError,
    sql.DBAPIError,
    OSError,
)
"""What is taken for an absence of the store."""

ARRIVALS: Final = 5
"""So often it is tried to bring the tables up to date before the store counts as away."""

_log = logging.getLogger(__name__)


class Link:
    """The way to the store. Without waiting anybody learns that it is away."""

    def __init__(
        self,
        address: Address,
        greet: Callable[[AsyncConnection], Awaitable[None]],
        limits: Limits,
        words: Words,
    ) -> None:
        self.there = asyncio.Event()
        """Whether it is there."""
        self.stretch: Stretch | None = None
        """The present stretch; None while it is away."""
        self._address = address
        self._greet = greet
        self._limits = limits
        self._words = words
        self._told: set[str] = set()
        self._ending: set[asyncio.Task[None]] = set()
        self._gone = asyncio.Event()
        self._first: asyncio.Future[None] | None = None
        # Whoever waits for their turn waits for others, and not for the store.
        backend = address.url.get_backend_name()
        self._readers = asyncio.Semaphore(READERS[backend])
        self._writers = asyncio.Semaphore(WRITERS[backend])

    async def read(self, asking: Asking[T], seconds: float | None = None) -> T:
        """Return what the store says.

        Raises:
            StoreAwayError: when it doesn't say it within `seconds`, or is known to be away.
        """
        async with self._readers:
            stretch = self._present()
            try:
                return await stretch.read(asking, seconds or self._limits.patience)
            except AWAY as error:
                raise self._lost(stretch, error) from error

    async def write(self, asking: Asking[T], seconds: float | None = None) -> T:
        """Do something in the store, wholly or not at all.

        Raises:
            StoreAwayError: when it isn't done within `seconds`, or the store is known to be away.
                It may have been done all the same.
        """
        async with self._writers:
            stretch = self._present()
            try:
                return await stretch.write(asking, seconds or self._limits.patience)
            except AWAY as error:
                raise self._lost(stretch, error) from error

    async def open(self) -> None:
        """Try for the first time; a store that needs longer is not given up, and not waited for.

        Raises:
            ProblemError: when waiting won't help.
        """
        first = self._first = asyncio.ensure_future(self._come())
        await asyncio.wait({first}, timeout=self._limits.opening)
        if not first.done():
            self._tell(TooSlowError(self._limits.opening))
            return
        try:
            await first
        except AWAY as error:
            self._refuse(error)
            self._tell(error)

    async def tend(self) -> None:
        """Try again whenever it is away; for ever."""
        while True:
            try:
                await (self._first or self._come())
                if self._told:
                    self._told.clear()
                    _log.info(self._words.say("log-store-back", place=self._address.place))
                await self._gone.wait()
            except AWAY as error:
                self._tell(error)
            self._first = None
            await asyncio.sleep(self._limits.again)

    async def close(self) -> None:
        """Let go of every connection."""
        if self._first:
            self._first.cancel()
            await asyncio.wait({self._first})
        if self.stretch:
            self._end(self.stretch)
        self.stretch = None
        self.there.clear()
        if self._ending:
            await asyncio.wait(self._ending)

    async def _come(self) -> None:
        """Connect, bring the tables up to date, and be there from then on."""
        engine = open_engine(self._address, self._limits)
        stretch = Stretch(engine)
        try:
            await stretch.read(_ping, self._limits.connecting)
            await self._arrive(stretch)
        except BaseException:
            self._end(stretch)
            raise
        self.stretch = stretch
        self._gone.clear()
        self.there.set()

    async def _arrive(self, stretch: Stretch) -> None:
        """Bring the tables up to date; where another process is at it, it is done at a next try."""

        async def arrive(connection: AsyncConnection) -> None:
            await connection.run_sync(bring_up_to_date)
            await self._greet(connection)

        for _ in range(ARRIVALS - 1):
            with contextlib.suppress(sql.DBAPIError, CommandError):
                return await stretch.write(arrive, self._limits.migrating)
            await asyncio.sleep(self._limits.locked)
        return await stretch.write(arrive, self._limits.migrating)

    def _present(self) -> Stretch:
        if self.stretch is None:
            raise StoreAwayError
        return self.stretch

    def _lost(self, stretch: Stretch, error: Exception) -> StoreAwayError:
        """Count the store as away, unless it has gone and come since that was asked."""
        if stretch is self.stretch:
            self.stretch = None
            self.there.clear()
            self._tell(error)
            self._end(stretch)
            self._gone.set()
        return StoreAwayError()

    def _end(self, stretch: Stretch) -> None:
        task = asyncio.ensure_future(stretch.end())
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    def _refuse(self, error: Exception) -> None:
        """Raise what only a person can mend."""
        if isinstance(error, SchemaNewerError):
            raise ProblemError("store-newer", place=self._address.place) from error
        if type(error) is sql.DatabaseError and self._address.file:
            reason = reason_of(error)
            raise ProblemError("store-damaged", file=self._address.place, reason=reason) from error

    def _tell(self, error: Exception) -> None:
        """Log that it is away, once for each time; and once what does not pass by itself."""
        absence = self._absence(error)
        lasting = str(isinstance(error, SchemaNewerError))
        if lasting not in self._told:
            self._told.add(lasting)
            _log.warning(absence.said(self._words))

    def _absence(self, error: Exception) -> Sentence:
        place = self._address.place
        match error:
            case TooSlowError(seconds=seconds):
                return sentence("log-store-slow", place=place, seconds=f"{seconds:g}")
            case SchemaNewerError():
                return sentence("store-newer", place=place)
            case _:
                return sentence("log-store-away", place=place, reason=reason_of(error))


async def _ping(connection: AsyncConnection) -> None:
    await connection.execute(select(literal(1)))
