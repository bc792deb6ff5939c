"""The store: opened once, asked by the platforms, away at times without stopping anybody."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from bot.fault import log_fault, new_reference
from bot.store.address import address_of, make_file
from bot.store.away import StoreAwayError
from bot.store.channels import Channels
from bot.store.erasure import Erasure, Kept
from bot.store.feedback import FeedbackBook
from bot.store.inbox import Inbox
from bot.store.limits import USUAL_LIMITS, Limits
from bot.store.link import Link
from bot.store.memory import Memory
from bot.store.preferences import Preferences
from bot.store.pulse import Pulse
from bot.store.replies import Replies
from bot.store.retention import prune_now_and_then
from bot.store.rows import Rows
from bot.store.threads import Threads
from bot.store.waiting import Waiting
from bot.store.who import Who
from bot.wording.catalogue import Words, words_in
from index.search.language import Language

__all__ = ["Store", "StoreAwayError", "open_store"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Store:
    """What has to survive a restart."""

    inbox: Inbox
    """Questions that were taken."""
    threads: Threads
    """Threads that the bot takes part in."""
    replies: Replies
    """Which message answers which."""
    channels: Channels
    """What was set for channels."""
    feedback: FeedbackBook
    """What people say of answers."""
    preferences: Preferences
    """What people chose."""
    erasure: Erasure
    """What is kept about people."""

    async def kept_about(self, who: Who) -> Kept:
        """Return everything that is kept about a person.

        Raises:
            StoreAwayError: when it cannot be told now.
        """
        return await self.erasure.tell(who)

    async def forget(self, who: Who) -> Kept:
        """Delete everything that is kept about a person, and return what it was.

        Raises:
            StoreAwayError: when it cannot be done now.
        """
        return await self.erasure.forget(who)


@asynccontextmanager
async def open_store(
    url: str, language: Language = Language.ENGLISH, limits: Limits = USUAL_LIMITS
) -> AsyncIterator[Store]:
    """Open the store, its tables brought up to date, and close it with all writes written.

    `url` is SQLAlchemy's: `sqlite:///FILE` or `postgresql://USER@HOST/NAME`; the async driver is
    added here. A store that is away is opened as soon as it is there. `language` is the log's.

    Raises:
        ProblemError: when the address is none, the file's folder cannot be written, or what is
            there is no store of this version.
    """
    address, words = address_of(url), words_in(language)
    make_file(address)
    pulse = Pulse(limits)
    link = Link(address, pulse.greet, limits, words)
    waiting, memory = Waiting(link, limits, words), Memory(limits.remembered)
    store = _store(link, waiting, memory, pulse, limits)
    lasting = (
        link.tend,
        waiting.drain,
        partial(pulse.go_on, link),
        partial(prune_now_and_then, link, limits),
    )
    try:
        await link.open()
        tasks = [asyncio.ensure_future(_last(each, limits.again, words)) for each in lasting]
        try:
            yield store
        finally:
            if not pulse.left:
                waiting.add(pulse.farewell())
            await waiting.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    finally:
        await link.close()


def _store(link: Link, waiting: Waiting, memory: Memory, pulse: Pulse, limits: Limits) -> Store:
    rows = Rows(link, waiting, memory, limits)
    return Store(
        inbox=Inbox(link, waiting, pulse, limits),
        threads=Threads(rows),
        replies=Replies(rows),
        channels=Channels(rows),
        feedback=FeedbackBook(waiting),
        preferences=Preferences(rows),
        erasure=Erasure(link, waiting, memory, limits),
    )


async def _last(work: Callable[[], Awaitable[None]], pause: float, words: Words) -> None:
    """Do what is done for ever, and go on with it after a fault of ours."""
    while True:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - whatever it is, answers go on
            log_fault(_log, words.say("log-store-fault", reference=new_reference()), error)
        await asyncio.sleep(pause)
