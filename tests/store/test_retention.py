"""What is too old goes by itself, and nothing else does."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import pytest
from sqlalchemy import Table, func, insert, select

from bot.store.retention import BITE, RETENTION
from bot.store.tables import CHANNELS, METADATA, PREFERENCES, TAKEN
from tests.store.databases import Database
from tests.store.opened import STEADY, opened

SECOND: Final = timedelta(minutes=5)
"""So much more or less than what is kept, as the test takes its time."""


def _row(table: Table, name: str, at: datetime) -> dict[str, Any]:
    return {
        column.name: at if column.name == "at" else 1 if column.name == "beat" else name
        for column in table.columns
    }


def _fill(database: Database, *rows: tuple[Table, str, datetime]) -> None:
    with database.engine() as engine, engine.begin() as connection:
        for table, name, at in rows:
            connection.execute(insert(table), _row(table, name, at))


async def _pruned(database: Database, left: dict[str, int]) -> None:
    """Wait until only so many rows are left."""
    async with asyncio.timeout(20):
        while {  # noqa: ASYNC110 - a database tells nobody
            name: _count(database, METADATA.tables[name]) for name in left
        } != left:
            await asyncio.sleep(0.05)


def _count(database: Database, table: Table) -> int:
    with database.engine() as engine, engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


@pytest.mark.parametrize("at_the_start", [True, False])
def test_pruned(database: Database, at_the_start: bool) -> None:  # noqa: FBT001 - a case
    """Of each table that ages goes what is older than its age, at a start and now and then."""
    now = datetime.now(UTC)
    ages = [
        *((table, "old", now - kept - SECOND) for table, kept in RETENTION.items()),
        *((table, "new", now - kept + SECOND) for table, kept in RETENTION.items()),
        *((table, "set", now - timedelta(days=4000)) for table in (CHANNELS, PREFERENCES)),
    ]
    left = {table.name: 1 for table in (*RETENTION, CHANNELS, PREFERENCES)}

    async def happen() -> None:
        async with opened(database.url):
            if at_the_start:
                _fill(database, *ages)
        async with opened(database.url, replace(STEADY, pruning=0.1)):
            if not at_the_start:
                _fill(database, *ages)
            # Its own sign of life.
            await _pruned(database, {**left, "owners": 2})

    asyncio.run(happen())
    assert all("old" not in text for text in database.texts().values())


def test_in_bites(database: Database) -> None:
    """However much is too old, all of it goes."""
    old = datetime.now(UTC) - timedelta(days=10)

    async def happen() -> None:
        async with opened(database.url):
            pass
        with database.engine() as engine, engine.begin() as connection:
            rows = [{"key": str(number), "at": old} for number in range(BITE * 2 + 1)]
            connection.execute(insert(TAKEN), rows)
        async with opened(database.url):
            await _pruned(database, {"taken": 0})

    asyncio.run(happen())


def test_every_table_has_an_age_or_stays() -> None:
    """Somebody has decided for each table whether its rows go by themselves."""
    assert set(METADATA.tables.values()) == {*RETENTION, CHANNELS, PREFERENCES}
