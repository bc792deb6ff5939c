"""How long the store takes to take a question and to find a thread, against the bare driver.

    python -m tests.benchmarks.keeping

SQLite, and PostgreSQL where one answers (`tests/store/databases.py`). The bare driver does the same
statements over one connection that stays open, in the same run.
"""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from bot.store.inbox import Work
from bot.store.store import open_store
from bot.store.threads import Following, Thread
from bot.store.who import Where, Who
from tests.benchmarks.retrieval import say
from tests.store.databases import Database, File, Served, postgres_missing, served_database
from tests.store.opened import back

TIMES = 1000
ANNA = Who("T1", "U1")
BODY = '{"text": "hvordan godkendes en faktura?"}' * 10
KEYS = "INSERT INTO taken (key, at) VALUES (%s, %s), (%s, %s) ON CONFLICT DO NOTHING RETURNING key"
WORK = "INSERT INTO works (name, keys, body, owner, at) VALUES (%s, %s, %s, %s, %s)"


async def timed(name: str, doing: Callable[[int], Awaitable[object]]) -> None:
    """Do something again and again, and say how long it takes."""
    took = []
    for number in range(TIMES):
        started = time.perf_counter()
        await doing(number)
        took.append(1000 * (time.perf_counter() - started))
    took.sort()
    at = {part: took[int(TIMES * part)] for part in (0.5, 0.99)}
    say(f"{name:28} p50 {at[0.5]:6.2f} ms   p99 {at[0.99]:6.2f} ms")


def _work(name: str, number: int) -> Work:
    return Work((f"{name}-{number}", f"C1:{name}:{number}"), BODY, datetime.now(UTC), ANNA)


async def ours(database: Database) -> None:
    """Say how long the store takes."""
    async with open_store(database.direct.replace("+psycopg", "")) as store:
        await timed("take", lambda number: store.inbox.take(_work("E", number)))
        taken = _work("E", 1)
        await timed("take, known here", lambda _: store.inbox.take(taken))
        await store.threads.keep(Where("T1", "C1", "1"), Thread(Following.ON, "faktura"))
        await back(store)
        await timed("find a thread", lambda _: store.threads.find(Where("T1", "C1", "1")))
        await timed("find none", lambda _: store.threads.find(Where("T1", "C1", "2")))
        started = time.perf_counter()
        await asyncio.gather(*(store.inbox.take(_work("F", number)) for number in range(TIMES)))
        say(f"{TIMES} taken at once{time.perf_counter() - started:15.2f} s")


async def bare(database: Database) -> None:
    """Say how long the driver takes for the same statements."""
    if isinstance(database, Served):
        connection: Any = psycopg.connect(database.driverless, autocommit=True)
        holder = "%s"
    else:
        connection = sqlite3.connect(database.url.removeprefix("sqlite:///"), isolation_level=None)
        connection.execute("PRAGMA synchronous=NORMAL")
        holder = "?"

    async def take(number: int) -> None:
        now = datetime.now(UTC).isoformat()
        first, second = f"B-{number}", f"C1:B:{number}"
        connection.execute("BEGIN")
        connection.execute(KEYS.replace("%s", holder), (first, now, second, now)).fetchall()
        connection.execute(WORK.replace("%s", holder), (first, "[]", BODY, "me", now))
        connection.execute("COMMIT")

    await timed("take, bare driver", take)
    connection.close()


def main() -> None:
    """Measure both."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        databases: list[Database] = [File(Path(folder))]
        if not postgres_missing():
            databases.append(stack.enter_context(served_database()))
        for database in databases:
            say(type(database).__name__)
            asyncio.run(ours(database))
            asyncio.run(bare(database))


if __name__ == "__main__":
    main()
