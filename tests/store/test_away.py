"""A store that is away stops nobody, and what was to be kept is kept once it is back."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.store.channels import USUAL, ChannelSettings, Mode
from bot.store.feedback import Feedback, Verdict
from bot.store.replies import Reply
from bot.store.store import Store, StoreAwayError
from bot.store.threads import Following, Thread
from bot.store.who import Where, Who
from tests.store.databases import Database, Served
from tests.store.opened import ANNA, HASTY, HERE, QUICK, STEADY, back, gone, opened, work

THREAD = Thread(Following.ON, "hvem godkender")
SILENT = ChannelSettings(Mode.SILENT)


def _where(number: int) -> Where:
    return Where("T1", "C1", f"{number}.0")


def _said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what the operator reads."""
    return [record.message for record in caplog.records if record.name.startswith("bot.")]


def test_nothing_is_lost(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """What is kept while it is away is known at once, and found after a restart; two log lines."""
    caplog.set_level(logging.INFO, logger="bot")

    async def happen() -> None:
        async with opened(database.url, QUICK) as store:
            await store.threads.keep(_where(0), THREAD)
            await back(store)
            with database.away():
                await gone(store)
                for number in range(1, 300):
                    await store.threads.keep(_where(number), THREAD)
                await store.threads.keep(_where(1), Thread(Following.STOPPED, "nyt"))
                await store.replies.keep(HERE, "1.0", Reply(("2.0",), ANNA))
                await store.preferences.choose(ANNA, "en")
                await store.feedback.keep(Feedback(ANNA, "a", "", "", Verdict.HELPFUL))
                assert await store.inbox.take(work("E1", "C1:1.0"))
                await store.inbox.done(work("E1", "C1:1.0"))
                for number in (0, 2, 299):
                    assert await store.threads.find(_where(number)) == THREAD
                assert await store.preferences.language(ANNA) == "en"
            await back(store)
            said = _said(caplog)
            assert len(said) == 2
            assert said[0].startswith("The store ")
            assert " is away (" in said[0]
            assert said[1].endswith(" is there again; what waited is written now")
        async with opened(database.url, QUICK) as store:
            assert await store.threads.find(_where(299)) == THREAD
            assert await store.threads.find(_where(1)) == Thread(Following.STOPPED, "nyt")
            assert await store.replies.find(HERE, "1.0") == Reply(("2.0",), ANNA)
            assert await store.preferences.language(ANNA) == "en"
            assert len((await store.kept_about(ANNA)).feedback) == 1
            assert not await store.inbox.take(work("E1"))

    asyncio.run(happen())


def test_what_does_not_wait(database: Database) -> None:
    """Channel settings, what is kept about somebody and forgetting are refused while it is away."""

    async def happen() -> None:
        async with opened(database.url, QUICK) as store:
            await store.channels.keep(HERE, SILENT, ANNA)
            with database.away():
                await gone(store)
                asked: tuple[Awaitable[object], ...] = (
                    store.channels.keep(HERE, USUAL, ANNA),
                    store.kept_about(ANNA),
                    store.forget(ANNA),
                )
                for each in asked:
                    with pytest.raises(StoreAwayError):
                        await each
                assert await store.channels.find(HERE) == SILENT
            await back(store)
            assert await store.channels.find(HERE) == SILENT
            assert (await store.kept_about(ANNA)).counts["channels"] == 1

    asyncio.run(happen())


def test_away_at_the_start(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """A start goes on without the store, and it is opened as soon as it is there."""
    caplog.set_level(logging.INFO, logger="bot")

    async def happen() -> None:
        limits = replace(QUICK, opening=0.5)
        with database.away():
            entered = opened(database.url, limits)
            store = await entered.__aenter__()
            assert await store.threads.find(HERE) is None
            assert await store.channels.find(HERE) == USUAL
            assert await store.inbox.take(work("E1"))
            assert not await store.inbox.take(work("E1"))
            await store.threads.keep(HERE, THREAD)
            assert await store.threads.find(HERE) == THREAD
        await back(store)
        await entered.__aexit__(None, None, None)
        async with opened(database.url, QUICK) as again:
            assert await again.threads.find(HERE) == THREAD
            assert not await again.inbox.take(work("E1"))

    asyncio.run(happen())
    assert len(_said(caplog)) == 2


def test_bounded(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """Where too much waits the oldest is dropped, which is told once with how much it was."""

    async def happen() -> None:
        async with opened(database.url, replace(QUICK, waiting=10)) as store:
            with database.away():
                await gone(store)
                for number in range(25):
                    await store.threads.keep(_where(number), THREAD)
                # Kept anew it is the newest.
                await store.threads.keep(_where(15), Thread(Following.STOPPED, ""))
                await store.threads.keep(_where(25), THREAD)
            await back(store)
        kept = {float(row.thread) for row in database.rows("threads")}
        assert kept == {15, *range(17, 26)}
        (told,) = [said for said in _said(caplog) if " dropped" in said]
        assert told.endswith(": the 16 oldest entries were dropped")

    asyncio.run(happen())


def test_never_back(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """An end does not wait for ever for a store that is away, and tells what is lost."""

    async def happen() -> None:
        with database.away():
            async with opened(database.url, replace(QUICK, closing=0.2, opening=0.5)) as store:
                await store.threads.keep(HERE, THREAD)
                await store.preferences.choose(ANNA, "en")

    asyncio.run(happen())
    # Beside the two, that this process ends.
    assert "3 entries that waited for it are lost" in _said(caplog)[-1]


Asking = Callable[[Store], Awaitable[object]]
ASKED: dict[str, Asking] = {
    "thread": lambda store: store.threads.find(HERE),
    "reply": lambda store: store.replies.find(HERE, "1.0"),
    "channel": lambda store: store.channels.find(HERE),
    "language": lambda store: store.preferences.language(ANNA),
    "take": lambda store: store.inbox.take(work(str(time.monotonic_ns()))),
    "keep": lambda store: store.threads.keep(HERE, THREAD),
    "done": lambda store: store.inbox.done(work("E1")),
    "adopt": lambda store: store.inbox.adopt(),
}


@pytest.mark.parametrize("name", ASKED)
def test_stalled(served: Served, name: str) -> None:
    """A way that swallows everything is waited for once, together, and not again.

    The first hundred calls end when patience does; those after them don't touch the network, which
    the test sees by their ending before anything else of the loop gets its turn.
    """

    async def happen() -> None:
        limits = replace(HASTY, again=60.0, beat=60.0, closing=0.1)
        async with opened(served.url, limits) as store:
            with served.stalled():
                async with asyncio.timeout(20):
                    await asyncio.gather(*(ASKED[name](store) for _ in range(100)))
                await gone(store)
                turns = asyncio.ensure_future(_turns())
                for _ in range(100):
                    await ASKED[name](store)
                turns.cancel()
                assert TURNS == []

    TURNS.clear()
    asyncio.run(happen())


TURNS: list[int] = []


async def _turns() -> None:
    """Note when the loop has had time for others."""
    await asyncio.sleep(0)
    TURNS.append(1)


def test_stalled_and_gone_on(served: Served) -> None:
    """What was held back on the way and arrives after all does no harm to what was kept since."""

    async def happen() -> None:
        async with opened(served.url, HASTY) as store:
            for number in range(5):
                await store.threads.keep(HERE, Thread(Following.ON, f"før {number}"))
                await back(store)
                with served.stalled():
                    await store.threads.keep(HERE, Thread(Following.STOPPED, f"under {number}"))
                    assert await store.inbox.take(work(f"E{number}"))
                    await gone(store)
                    await store.threads.keep(HERE, Thread(Following.ON, f"efter {number}"))
                await back(store)
                found = await store.threads.find(HERE)
                assert found == Thread(Following.ON, f"efter {number}")
        async with opened(served.url, HASTY) as store:
            assert await store.threads.find(HERE) == Thread(Following.ON, "efter 4")
            for number in range(5):
                assert not await store.inbox.take(work(f"E{number}"))

    asyncio.run(happen())


def test_dead_connections(served: Served, caplog: pytest.LogCaptureFixture) -> None:
    """A server that was restarted meanwhile is not away: dead connections are replaced."""

    async def happen() -> None:
        async with opened(served.url, replace(QUICK, beat=60.0, pruning=3600.0)) as store:
            await store.channels.keep(HERE, SILENT, ANNA)
            assert await store.inbox.take(work("E1"))
            await asyncio.to_thread(served.hang_up)
            assert not await store.inbox.take(work("E2", "E1"))
            assert await store.inbox.take(work("E3"))
            assert await store.channels.find(HERE) == SILENT

    asyncio.run(happen())
    assert _said(caplog) == []


def test_refused_row(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """A row that the database refuses for what it is keeps no other from being written."""

    async def happen() -> None:
        async with opened(database.url, QUICK) as store:
            if isinstance(database, Served):
                rule = "ALTER TABLE preferences ADD CHECK (language <> 'xx')"
            else:
                rule = (
                    "CREATE TRIGGER refuse BEFORE INSERT ON preferences WHEN NEW.language = 'xx'"
                    " BEGIN SELECT RAISE(ABORT, 'refused'); END"
                )
            await back(store)
            database.execute(rule)
            for number in range(20):
                await store.preferences.choose(
                    Who("T1", f"U{number}"), "xx" if number == 7 else "da"
                )
            await back(store)
            assert len(database.rows("preferences")) == 19

    asyncio.run(happen())
    assert [said for said in _said(caplog) if "refuses an entry" in said] == [
        "The store refuses an entry for what it is (IntegrityError); it was dropped"
        if "postgresql" not in database.url
        else "The store refuses an entry for what it is (CheckViolation); it was dropped"
    ]


def test_busy_process(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """A process that is busy itself does not take its store for away."""

    async def happen() -> None:
        limits = replace(STEADY, patience=0.3, beat=60.0)
        async with opened(database.url, limits) as store:
            for number in range(3):
                taking = asyncio.ensure_future(store.inbox.take(work(f"E{number}")))
                for _ in range(6):
                    await asyncio.sleep(0)
                    time.sleep(0.1)  # noqa: ASYNC251 - it is the point
                assert await taking

    asyncio.run(happen())
    assert _said(caplog) == []
