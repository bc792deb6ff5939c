"""The store: opened once, asked by the platforms, away at times without stopping anybody."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.store.channels import Channels
from bot.store.erasure import Kept
from bot.store.feedback import FeedbackBook
from bot.store.inbox import Inbox
from bot.store.preferences import Preferences
from bot.store.replies import Replies
from bot.store.threads import Threads
from bot.store.who import Who


class StoreAwayError(Exception):
    """The store cannot be reached just now, and this cannot wait in memory."""


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

    async def kept_about(self, who: Who) -> Kept:
        """Return everything that is kept about a person.

        Raises:
            StoreAwayError: when it cannot be told now.
        """
        raise NotImplementedError

    async def forget(self, who: Who) -> Kept:
        """Delete everything that is kept about a person, and return what it was.

        Raises:
            StoreAwayError: when it cannot be done now.
        """
        raise NotImplementedError


@asynccontextmanager
async def open_store(url: str) -> AsyncIterator[Store]:
    """Open the store, its tables brought up to date, and close it with all writes written.

    `url` is SQLAlchemy's: `sqlite:///FILE` or `postgresql://USER@HOST/NAME`; the async driver is
    added here.

    Raises:
        ProblemError: when the address is none, or the file's folder cannot be written.
    """
    raise NotImplementedError(url)
    yield  # type: ignore[unreachable]
