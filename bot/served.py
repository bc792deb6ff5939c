"""What the running bot answers from: the newest publication, swapped in one assignment."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from bot.answer import Answer, NotReadError, answer
from bot.keeping import Keeper, Keeping
from bot.standing import Standing, standings
from bot.wording.catalogue import words_in
from index.contents import Contents, contents_of
from index.refresh.edition import Edition, Publication
from index.refresh.maker import maker_of
from index.refresh.published import load_publication
from index.refresh.status import NO_STATUS, Status, read_status
from index.search.encoder import load_encoder
from index.search.index import Index
from index.search.language import Language
from index.search.scope import EVERYTHING, Scope
from index.search.snapshot.flaw import SnapshotUnusableError
from index.search.snapshot.store import current_snapshot
from index.source.unreadable import Remedy

TICK_SECONDS: Final = 0.5
"""How often it is looked whether something newer was published: one small file is read."""

START_SECONDS: Final = 20.0
"""So long the first reading is waited for before Slack is told that the bot is there."""

RESTART_SECONDS: Final = 10.0
"""A keeper that has ended is started anew, but not over and over."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Listing:
    """The contents of an index, listed or being listed."""

    index: Index
    """Which index."""
    task: asyncio.Future[Contents]
    """What is waited for."""

    @property
    def failed(self) -> bool:
        """Whether it came to nothing and is to be tried again."""
        return self.task.done() and (self.task.cancelled() or bool(self.task.exception()))


class Served:
    """What answers; a question in flight finishes with what it began with."""

    def __init__(self, keeping: Keeping) -> None:
        handbooks = keeping.handbooks
        self.publication: Publication | None = None
        self.status = NO_STATUS
        """What the last look at each handbook found; what it found good is published by then."""
        self._wanted = handbooks.wanted
        self._cache = handbooks.cache
        self._encoder = load_encoder(handbooks.model) if handbooks.model else None
        self._maker = maker_of(handbooks.wanted, handbooks.model)
        self._language = keeping.language
        self._keeper = Keeper(keeping)
        self._listing: _Listing | None = None
        self._loaded: str | None = None
        self._stamp: tuple[int, int] | None = None
        self._started = datetime.now(UTC)

    def answer(self, text: str, scope: Scope = EVERYTHING) -> Answer:
        """Return what the pages of the scope have for `text`.

        Raises:
            NotReadError: when none has been read yet.
        """
        publication = self._published()
        return answer(text, publication.index, publication.edition, scope)

    async def contents(self) -> Contents:
        """Return what there is to browse, listed once for each publication.

        Raises:
            NotReadError: when none has been read yet.
        """
        index = self._published().index
        listing = self._listing
        if listing is None or listing.index is not index or listing.failed:
            # In a thread: of a large handbook it takes as long as hundreds of answers.
            task = asyncio.ensure_future(asyncio.to_thread(contents_of, index))
            self._listing = listing = _Listing(index, task)
        # Who gives up waiting takes it from nobody else.
        return await asyncio.shield(listing.task)

    def _published(self) -> Publication:
        if self.publication is None:
            raise NotReadError
        return self.publication

    def language(self) -> Language:
        """Return the handbook's language; the bot's own while no handbook has been read."""
        return self.publication.index.languages[0] if self.publication else self._language

    def edition(self) -> Edition | None:
        """Return which revisions answer; None while none does."""
        return self.publication.edition if self.publication else None

    def standings(self) -> tuple[Standing, ...]:
        """Return how it is with each handbook."""
        return standings(self._wanted, self.edition(), self.status)

    def look_now(self) -> None:
        """Look for a newer revision now."""
        self._keeper.look_now()

    async def start(self) -> None:
        """Take what was published last, and have it kept fresh.

        Raises:
            HandbookUnreadableError: when there is nothing to answer from and waiting won't help.
        """
        await self._take()
        self._keeper.start()
        clock = asyncio.get_running_loop().time
        deadline = clock() + START_SECONDS
        while self.publication is None and clock() < deadline:
            await asyncio.sleep(TICK_SECONDS)
            await self._take()
            if self.publication is None:
                self._give_up_in_vain()

    async def keep_up(self) -> None:
        """Take what is published, and start the keeper anew where it has ended; for ever."""
        while True:
            await asyncio.sleep(TICK_SECONDS)
            await self._take()
            if not self._keeper.alive:
                _log.error(words_in(self._language).say("log-keeper-ended"))
                await asyncio.sleep(RESTART_SECONDS)
                self._keeper.start()

    def stop(self) -> None:
        """End what keeps it fresh."""
        self._keeper.stop()

    async def _take(self) -> None:
        status = self._newest_status()
        await self._take_snapshot()
        self.status = status

    def _newest_status(self) -> Status:
        """Return what the keeper told last; its file is read only where it is another one."""
        try:
            found = self._cache.status.stat()
        except OSError:
            return self.status
        stamp = found.st_ino, found.st_mtime_ns
        if stamp == self._stamp:
            return self.status
        self._stamp = stamp
        return read_status(self._cache.status)

    async def _take_snapshot(self) -> None:
        name = current_snapshot(self._cache.snapshot)
        if name is None or name == self._loaded:
            return
        self._loaded = name
        with contextlib.suppress(SnapshotUnusableError):
            self.publication = await asyncio.to_thread(
                load_publication, self._cache, self._maker, self._encoder
            )
            # It would keep the index of before.
            self._listing = None

    def _give_up_in_vain(self) -> None:
        """Raise what only a person can mend: nobody would hear of it from a bot that waits."""
        for look in self.status.looks:
            trouble = look.trouble
            if trouble and look.looked >= self._started and trouble.problem.remedy != Remedy.WAIT:
                raise trouble.error()


@asynccontextmanager
async def kept_fresh(served: Served) -> AsyncIterator[None]:
    """Keep what answers fresh until the end.

    Raises:
        HandbookUnreadableError: when there is nothing to answer from and waiting won't help.
    """
    try:
        await served.start()
        keeping_up = asyncio.ensure_future(served.keep_up())
        try:
            yield
        finally:
            keeping_up.cancel()
    finally:
        served.stop()
