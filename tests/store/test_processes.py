"""Several processes with one store, and processes that are killed."""

import asyncio
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
import sqlalchemy

from tests.store.databases import Database, File
from tests.store.opened import SECONDS, back, opened, work

PROCESSES: Final = 4
MESSAGES: Final = 40
ROOT: Final = Path(__file__).parents[2]


def _process(url: str, *doing: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - this interpreter
        (sys.executable, "-m", "tests.store.taker", url, *doing),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_race(database: Database) -> None:
    """Of all deliveries of a message to several processes exactly one is taken.

    All open the store at once, too, which none of them has opened before.
    """
    racing = [
        _process(database.direct, "race", str(number), str(MESSAGES)) for number in range(PROCESSES)
    ]
    for each in racing:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in racing:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    taken = Counter[str]()
    for each in racing:
        out, _ = each.communicate(timeout=120)
        assert each.returncode == 0
        taken.update(out.split())
    assert taken == Counter(str(message) for message in range(MESSAGES))


@pytest.mark.parametrize("number", range(4))
def test_killed(database: Database, number: int) -> None:
    """A process that is killed while it writes leaves a sound store with all that it took."""
    chance = random.Random(number)  # noqa: S311 - to kill anywhere, the same each time
    with _process(database.direct, "work", str(number)) as victim:
        assert victim.stdout is not None
        taken = [victim.stdout.readline().strip() for _ in range(chance.randrange(1, 300))]
        victim.kill()
        taken += victim.stdout.read().split()
    if isinstance(database, File):
        with database.engine() as engine, engine.connect() as connection:
            sound = connection.execute(sqlalchemy.text("PRAGMA integrity_check")).scalar()
        assert sound == "ok"
    assert {f"{number}:{n}" for n in range(len(taken))} == set(taken)

    async def happen() -> None:
        async with opened(database.url) as store:
            await back(store)
            for key in taken:
                assert not await store.inbox.take(work(key))
            async with asyncio.timeout(SECONDS):
                while not (adopted := await store.inbox.adopt()):  # noqa: ASYNC110 - asked for again, as the bot does
                    await asyncio.sleep(0.02)
            # What was to be done just before the end may not have been written.
            undone = {each.keys[0] for each in adopted}
            assert {key for key in taken if int(key.split(":")[1]) % 2 == 0} <= undone
            assert list(await store.inbox.adopt()) == []

    asyncio.run(happen())
