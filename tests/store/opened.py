"""An open store for a test, and waiting until it has seen what happened to its database."""

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from bot.store.inbox import Work
from bot.store.limits import Limits
from bot.store.store import Store, StoreAwayError, open_store
from bot.store.who import Where, Who

QUICK: Final = Limits(
    patience=20.0,
    insistence=20.0,
    writing=20.0,
    locked=0.1,
    again=0.05,
    opening=20.0,
    closing=20.0,
    beat=0.05,
    silent_beats=5,
)
"""Sees at once that a way is cut or a file locked, and does not mind a computer that is busy."""

STEADY: Final = replace(QUICK, locked=15.0)
"""For databases that stay, and that several write to."""

HASTY: Final = replace(QUICK, patience=0.3, insistence=0.5, writing=0.5)
"""Sees that a way has stalled."""

ANNA: Final = Who("T1", "UANNA")
BO: Final = Who("T1", "UBO")
NOBODY: Final = Who("T0", "UNOBODY")
HERE: Final = Where("T1", "C1", "100.1")

SECONDS: Final = 20.0
"""So long is waited for what has to come."""


def opened(url: str, limits: Limits = STEADY) -> AbstractAsyncContextManager[Store]:
    """Open a store."""
    return open_store(url, limits=limits)


async def gone(store: Store) -> None:
    """Wait until the store knows that its database is away."""
    async with asyncio.timeout(SECONDS):
        while True:
            try:
                await store.forget(NOBODY)
            except StoreAwayError:
                return
            await asyncio.sleep(0.01)


async def back(store: Store) -> None:
    """Wait until the store has found its database again and has written what waited."""
    async with asyncio.timeout(SECONDS):
        while True:
            try:
                await store.forget(NOBODY)
            except StoreAwayError:
                await asyncio.sleep(0.01)
            else:
                return


def work(*keys: str, body: str = '{"text": "hvad"}', asker: Who | None = ANNA) -> Work:
    """Return something that was delivered just now."""
    return Work(keys, body, datetime.now(UTC), asker)
