"""Every question is taken once, and none is lost with the process that took it."""

import asyncio
from dataclasses import replace

import pytest

from tests.store.databases import Database
from tests.store.opened import ANNA, BO, QUICK, back, gone, opened, work


def test_taken_once(database: Database) -> None:
    """A work is taken once: by any of its keys, in another process, after a restart."""

    async def happen() -> None:
        async with opened(database.url) as store, opened(database.url) as other:
            assert await store.inbox.take(work("E1", "C1:1"))
            for each in (store, other):
                for keys in (
                    ("E1", "C1:1"),
                    ("C1:1",),
                    ("E2", "C1:1"),
                    ("C1:1", "E3"),
                    ("E1", "E1"),
                ):
                    assert not await each.inbox.take(work(*keys))
            assert await other.inbox.take(work("E9"))
            assert not await store.inbox.take(work("E9"))
            # By then E2 and E3 are known to be the same.
            await back(store)
            await back(other)
        async with opened(database.url) as store:
            for key in ("E1", "C1:1", "E2", "E3", "E9"):
                assert not await store.inbox.take(work(key))
            assert await store.inbox.take(work("E10"))

    asyncio.run(happen())


def test_taken_at_once(database: Database) -> None:
    """Of many deliveries at the same time one is taken."""

    async def happen() -> None:
        async with opened(database.url) as store, opened(database.url) as other:
            for number in range(20):
                taking = (
                    each.inbox.take(work(f"E{number}-{copy}", f"C1:{number}"))
                    for copy in range(5)
                    for each in (store, other)
                )
                assert sum(await asyncio.gather(*taking)) == 1

    asyncio.run(happen())


def test_done(database: Database) -> None:
    """What is done has left nothing but its keys, and is answered by nobody again."""

    async def happen() -> None:
        async with opened(database.url) as store:
            one, two = work("E1", body="hemmelig"), work("E2", body="mere")
            assert await store.inbox.take(one)
            await back(store)
            assert "hemmelig" in database.texts()["works"]
            await store.inbox.done(one)
            assert await store.inbox.take(two)
            await store.inbox.done(two)
            await back(store)
            left = database.texts()["works"]
            assert "hemmelig" not in left
            assert "mere" not in left
            assert ANNA.person not in left
            assert not await store.inbox.take(one)
            assert list(await store.inbox.adopt()) == []
        async with opened(database.url) as store:
            assert not await store.inbox.take(one)
            assert list(await store.inbox.adopt()) == []

    asyncio.run(happen())


def test_released(database: Database) -> None:
    """What a process leaves when it ends is another's at once, as a whole, and only one's."""

    async def happen() -> None:
        left = work("E1", "C1:1", body='{"text": "æøå"}')
        nameless = work("E2", asker=None)
        async with opened(database.url) as store:
            assert await store.inbox.take(left)
            assert await store.inbox.take(nameless)
            finished = work("E3")
            assert await store.inbox.take(finished)
            await store.inbox.done(finished)
            await store.inbox.release()
            assert list(await store.inbox.adopt()) == []
        async with opened(database.url) as store, opened(database.url) as other:
            adopted = [*await store.inbox.adopt(), *await other.inbox.adopt()]
            assert sorted(adopted, key=lambda each: each.keys) == [left, nameless]
            assert list(await store.inbox.adopt()) == []
            assert not await store.inbox.take(left)
            await store.inbox.done(left)
            await store.inbox.done(nameless)
        async with opened(database.url) as store:
            assert list(await store.inbox.adopt()) == []

    asyncio.run(happen())


def test_taken_after_release(database: Database) -> None:
    """What is delivered to a process that ends is left to another."""

    async def happen() -> None:
        late = work("E1")
        async with opened(database.url) as store, opened(database.url) as other:
            await store.inbox.release()
            assert not await store.inbox.take(late)
            assert list(await other.inbox.adopt()) == [late]

    asyncio.run(happen())


def test_living_keep_theirs(database: Database) -> None:
    """What a living process works on is not taken from it, however long that takes."""

    async def happen() -> None:
        async with opened(database.url) as store, opened(database.url) as other:
            assert await store.inbox.take(work("E1"))
            for _ in range(20):
                assert list(await other.inbox.adopt()) == []
                await asyncio.sleep(QUICK.beat)

    asyncio.run(happen())


def test_absence_is_no_silence(database: Database) -> None:
    """While nobody could give signs of life nobody has ended."""

    async def happen() -> None:
        async with opened(database.url, QUICK) as store, opened(database.url, QUICK) as other:
            assert await store.inbox.take(work("E1"))
            with database.away():
                await gone(store)
                await gone(other)
                await asyncio.sleep(QUICK.beat * 6)
            await back(other)
            for _ in range(10):
                assert list(await other.inbox.adopt()) == []
                await asyncio.sleep(QUICK.beat / 2)

    asyncio.run(happen())


def test_taken_while_away(database: Database) -> None:
    """What is taken while the store is away is known to all once it is back, and can be adopted."""

    async def happen() -> None:
        async with opened(database.url, QUICK) as store:
            with database.away():
                await gone(store)
                assert await store.inbox.take(work("E1", "C1:1", asker=BO))
                assert not await store.inbox.take(work("C1:1"))
                assert await store.inbox.take(work("E2"))
                await store.inbox.done(work("E2"))
                assert list(await store.inbox.adopt()) == []
            await back(store)
            async with opened(database.url, QUICK) as other:
                assert not await other.inbox.take(work("C1:1"))
                assert not await other.inbox.take(work("E2"))
                await store.inbox.release()
                (adopted,) = await other.inbox.adopt()
                assert (adopted.keys, adopted.asker) == (("E1", "C1:1"), BO)

    asyncio.run(happen())


def test_memory_has_bounds(database: Database) -> None:
    """What memory has forgotten the store still knows."""

    async def happen() -> None:
        async with opened(database.url, replace(QUICK, keys=5)) as store:
            for number in range(20):
                assert await store.inbox.take(work(f"E{number}"))
            for number in range(20):
                assert not await store.inbox.take(work(f"E{number}"))

    asyncio.run(happen())


def test_done_before_taken(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    """What was done without having been taken is taken when it comes, and waits for its answer."""

    async def happen() -> None:
        async with opened(database.url) as store, opened(database.url) as other:
            await store.inbox.done(work("E1"))
            await back(store)
            late = work("E1")
            assert await store.inbox.take(late)
            await store.inbox.release()
            assert list(await other.inbox.adopt()) == [late]

    asyncio.run(happen())
    assert caplog.records == []


@pytest.mark.parametrize("key", ["\0", "\ud800", "x" * 10_000, "æ" * 300, ""])
def test_any_key(database: Database, key: str) -> None:
    """Whatever a delivery is known by, it is taken once."""

    async def happen() -> None:
        async with opened(database.url) as store, opened(database.url) as other:
            assert await store.inbox.take(work(f"{key}1", f"{key}2"))
            assert not await store.inbox.take(work(f"{key}2"))
            assert not await other.inbox.take(work(f"{key}3", f"{key}1"))
            assert await other.inbox.take(work(f"{key}4"))
            await store.inbox.release()
            (adopted,) = await other.inbox.adopt()
            await other.inbox.done(adopted)
        async with opened(database.url) as store:
            assert list(await store.inbox.adopt()) != []
            assert not await store.inbox.take(work(f"{key}1"))

    asyncio.run(happen())


def test_many_at_once(database: Database) -> None:
    """A thousand works at once are each taken, and of two processes by one."""

    async def happen() -> None:
        async with opened(database.url) as store, opened(database.url) as other:
            names = [f"E{number}" for number in range(1000)]
            ours, theirs = await asyncio.gather(
                asyncio.gather(*(store.inbox.take(work(name, f"A{name}")) for name in names)),
                asyncio.gather(*(other.inbox.take(work(f"B{name}", name)) for name in names)),
            )
            assert all(mine != theirs[number] for number, mine in enumerate(ours))

    asyncio.run(happen())
