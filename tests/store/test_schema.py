"""The tables are what the code says, however they came to be."""

import asyncio
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, event

from bot.problem import ProblemError
from bot.store.schema import REVISION_TABLE, bring_up_to_date, current, newest
from bot.store.store import StoreAwayError
from bot.store.tables import METADATA
from tests.store.databases import Database, File, Served
from tests.store.opened import ANNA, QUICK, back, gone, opened

ROOT: Final = Path(__file__).parents[2]

OPENING: Final = """
import asyncio, sys, bot
from bot.store.store import open_store

async def happen():
    async with open_store(sys.argv[1]) as store:
        print(bot.__file__)

asyncio.run(happen())
"""


def _open(database: Database) -> None:
    async def happen() -> None:
        async with opened(database.url):
            pass

    asyncio.run(happen())


def test_migrated_is_as_declared(database: Database) -> None:
    """The steps lead to the tables that the code declares."""
    _open(database)
    with database.engine() as engine, engine.connect() as connection:
        options = {"version_table": REVISION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []
        assert current(connection) == newest()


def test_opened_again(database: Database) -> None:
    """Opening again takes no step twice, and loses nothing."""

    async def happen() -> None:
        for language in (None, "en", "en"):
            async with opened(database.url) as store:
                assert await store.preferences.language(ANNA) == language
                await store.preferences.choose(ANNA, "en")

    asyncio.run(happen())


def test_all_or_nothing(database: Database) -> None:
    """Steps that fail in the middle leave nothing behind, and are taken again."""
    if isinstance(database, File):
        database.file.parent.mkdir()

    def fail(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().startswith("CREATE TABLE replies"):
            raise InterruptedError

    with database.engine() as engine:
        if isinstance(database, File):
            # As the store does: sqlite3 would not begin a transaction for what makes tables.
            event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        event.listen(engine, "before_cursor_execute", fail)
        with pytest.raises(InterruptedError), engine.begin() as connection:
            bring_up_to_date(connection)
        assert sqlalchemy.inspect(engine).get_table_names() == []
    _open(database)


def test_newer_store(database: Database) -> None:
    """A store of a newer version is not touched, and a start says so."""
    _open(database)
    database.execute(f"UPDATE {REVISION_TABLE} SET version_num = '9999'")  # noqa: S608 - ours
    with pytest.raises(ProblemError) as raised:
        _open(database)
    assert raised.value.key == "store-newer"
    with database.engine() as engine, engine.connect() as connection:
        assert current(connection) == "9999"


def test_newer_store_comes_back(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    """A store that comes back in a newer version stays away, which is told once."""
    _open(served)

    def told() -> list[str]:
        return [each.message for each in caplog.records if "newer version" in each.message]

    async def happen() -> None:
        async with opened(served.url, QUICK) as store:
            with served.away():
                await gone(store)
                served.execute(f"UPDATE {REVISION_TABLE} SET version_num = '9999'")  # noqa: S608
            async with asyncio.timeout(20):
                while not told():  # noqa: ASYNC110 - what is logged tells nobody
                    await asyncio.sleep(0.01)
            await asyncio.sleep(QUICK.again * 5)
            with pytest.raises(StoreAwayError):
                await store.kept_about(ANNA)
            served.execute(f"UPDATE {REVISION_TABLE} SET version_num = '{newest()}'")  # noqa: S608
            await back(store)

    asyncio.run(happen())
    assert len(told()) == 1


def test_packaged(tmp_path: Path) -> None:
    """The steps are in the package that is installed."""
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - this interpreter
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    database = File(tmp_path)
    done = subprocess.run(  # noqa: S603 - the same
        (sys.executable, "-c", OPENING, database.url),
        env={**os.environ, "PYTHONPATH": str(installed)},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith(str(installed))
    with database.engine() as engine, engine.connect() as connection:
        assert current(connection) == newest()
