"""What has to survive a restart: whether it can be kept, and what waits in it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.diagnosis.finding import Finding, warning, well, wrong
from bot.problem import ProblemError
from bot.store.address import Address, address_of, check_file
from bot.store.engine import open_engine
from bot.store.limits import USUAL_LIMITS
from bot.store.pulse import Pulse
from bot.store.reason import reason_of
from bot.store.schema import current, is_known, newest
from bot.store.tables import WORKS

SECONDS: Final = 10.0
"""A database that takes longer is away for the bot."""

LONG: Final = timedelta(minutes=5)
"""A question that waits for longer has been left by a bot that doesn't run."""


def check_store(url: str) -> Iterator[Finding]:
    """Tell whether the store can be opened and written, and what waits in it; change nothing."""
    try:
        address = address_of(url)
        check_file(address)
    except ProblemError as problem:
        yield wrong(problem.key, **problem.facts)
        return
    if address.file and not address.file.exists():
        yield well("doctor-store-new", place=address.place)
        return
    yield from asyncio.run(_gathered(address))


async def _gathered(address: Address) -> list[Finding]:
    engine = open_engine(address, USUAL_LIMITS)
    try:
        async with asyncio.timeout(SECONDS), engine.connect() as connection:
            return [finding async for finding in _asked(address, connection)]
    except TimeoutError:
        return [wrong("doctor-store-silent", place=address.place, seconds=f"{SECONDS:g}")]
    except (DBAPIError, OSError) as error:
        return [wrong("doctor-store-away", place=address.place, reason=reason_of(error))]
    finally:
        await engine.dispose()


async def _asked(address: Address, connection: AsyncConnection) -> AsyncIterator[Finding]:
    place = address.place
    await connection.begin()
    revision = await connection.run_sync(current)
    if revision is None:
        yield well("doctor-store-new", place=place)
        return
    if not is_known(revision):
        yield wrong("store-newer", place=place)
        return
    try:
        # Not kept: the connection is closed without a commit.
        await Pulse(USUAL_LIMITS).greet(connection)
    except DBAPIError as error:
        yield wrong("doctor-store-read-only", place=place, reason=reason_of(error))
        return
    if revision == newest():
        yield well("doctor-store", place=place, revision=revision)
    else:
        yield well("doctor-store-behind", place=place, revision=revision, newest=newest())
    waiting = select(func.count(), func.min(WORKS.c.at)).where(WORKS.c.owner.is_not(None))
    count, since = (await connection.execute(waiting)).one()
    if count and since < datetime.now(UTC) - LONG:
        yield warning("doctor-store-unanswered-long", count=count, since=since.astimezone())
    elif count:
        yield well("doctor-store-unanswered", count=count)
