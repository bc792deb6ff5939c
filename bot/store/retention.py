"""How long what is kept: what is older is deleted. `docs/store.md` says why."""

import asyncio
import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import Table, delete, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.away import StoreAwayError
from bot.store.limits import Limits
from bot.store.link import Link
from bot.store.tables import FEEDBACK, OWNERS, REPLIES, TAKEN, THREADS, WORKS
from bot.store.write import AT

KEY_HOURS: Final = 25
"""Slack delivers again for up to 24 hours: https://docs.slack.dev/apis/events-api/"""

REPLY_HOURS: Final = 24
"""So long an edited question has its answer updated."""

OWNER_HOURS: Final = 24
"""A process that was silent for so long has nothing left that could be adopted."""

THREAD_DAYS: Final = 14
"""Nobody goes on with "and who approves it?" after two weeks of silence."""

FEEDBACK_DAYS: Final = 365
"""Handbooks are revised once a year, and feedback is what is revised by."""

RETENTION: Final[Mapping[Table, timedelta]] = {
    TAKEN: timedelta(hours=KEY_HOURS),
    WORKS: timedelta(hours=KEY_HOURS),
    OWNERS: timedelta(hours=OWNER_HOURS),
    REPLIES: timedelta(hours=REPLY_HOURS),
    THREADS: timedelta(days=THREAD_DAYS),
    FEEDBACK: timedelta(days=FEEDBACK_DAYS),
}
"""Tables whose rows go by themselves. Channel settings and preferences stay until changed."""

BITE: Final = 1000
"""Rows that are deleted at once, so that no question waits for it."""


async def prune_now_and_then(link: Link, limits: Limits) -> None:
    """Delete what is too old, now and every `pruning` seconds; for ever."""
    while True:
        await link.there.wait()
        try:
            await _prune(link, limits)
        except StoreAwayError:
            continue
        # Processes that were started together don't prune together.
        await asyncio.sleep(limits.pruning * random.uniform(0.8, 1.2))  # noqa: S311 - no secret


async def _prune(link: Link, limits: Limits) -> None:
    for table, kept in RETENTION.items():
        oldest = datetime.now(UTC) - kept
        bite = partial(_bite, table=table, oldest=oldest)
        while await link.write(bite, limits.writing) == BITE:
            pass


async def _bite(connection: AsyncConnection, table: Table, oldest: datetime) -> int:
    keys = table.primary_key.columns
    old = select(*keys).where(table.columns[AT] < oldest).limit(BITE)
    return (await connection.execute(delete(table).where(tuple_(*keys).in_(old)))).rowcount
