"""What is kept is found again: by the same process, by another, after a restart."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.store.channels import USUAL, ChannelSettings, Mode
from bot.store.feedback import Feedback, Reason, Verdict
from bot.store.replies import Reply
from bot.store.store import Store
from bot.store.threads import Following, Thread
from bot.store.who import Where
from tests.store.databases import Database
from tests.store.opened import ANNA, BO, HERE, back, opened

THREAD = Thread(Following.ON, "hvem godkender fakturaer")
REPLY = Reply(("101.1", "101.2"), ANNA)
SETTINGS = ChannelSettings(Mode.SILENT, ("processes/*", "æøå/*"), "C9")


async def _keep_all(store: Store) -> None:
    await store.threads.keep(HERE, THREAD)
    await store.replies.keep(HERE, "100.1", REPLY)
    await store.channels.keep(HERE, SETTINGS, ANNA)
    await store.preferences.choose(ANNA, "en")


async def _assert_all_there(store: Store) -> None:
    assert await store.threads.find(HERE) == THREAD
    assert await store.replies.find(HERE, "100.1") == REPLY
    assert await store.channels.find(HERE) == SETTINGS
    assert await store.preferences.language(ANNA) == "en"


def test_found_again(database: Database) -> None:
    """What is kept is found at once, by another process once it is written, and after a restart."""

    async def happen() -> None:
        async with opened(database.url) as store, opened(database.url) as other:
            await _keep_all(store)
            await _assert_all_there(store)
            await back(store)
            await _assert_all_there(other)
        async with opened(database.url) as store:
            await _assert_all_there(store)

    asyncio.run(happen())


def test_nothing_kept(database: Database) -> None:
    """Of what was never kept nothing is known, and channels are as usual."""

    async def happen() -> None:
        async with opened(database.url) as store:
            assert await store.threads.find(HERE) is None
            assert await store.replies.find(HERE, "100.1") is None
            assert await store.channels.find(HERE) == USUAL
            assert await store.preferences.language(ANNA) is None

    asyncio.run(happen())


def test_kept_anew(database: Database) -> None:
    """What is kept again takes the place of what was; a choice can be taken back."""

    async def happen() -> None:
        stopped = Thread(Following.STOPPED, "ferie")
        async with opened(database.url) as store, opened(database.url) as other:
            await _keep_all(store)
            await back(store)
            await other.threads.keep(HERE, stopped)
            await other.channels.keep(HERE, USUAL, BO)
            await other.preferences.choose(ANNA, None)
            await back(other)
            for each in (store, other):
                assert await each.threads.find(HERE) == stopped
                assert await each.channels.find(HERE) == USUAL
                assert await each.preferences.language(ANNA) is None

    asyncio.run(happen())


def test_apart(database: Database) -> None:
    """Workspaces, channels, threads and people are kept apart; a channel is one for its threads."""

    async def happen() -> None:
        async with opened(database.url) as store:
            await _keep_all(store)
            await back(store)
            for where in (Where("T2", "C1", "100.1"), Where("T1", "C2", "100.1")):
                assert await store.threads.find(where) is None
                assert await store.replies.find(where, "100.1") is None
                assert await store.channels.find(where) == USUAL
            assert await store.threads.find(Where("T1", "C1")) is None
            assert await store.channels.find(Where("T1", "C1")) == SETTINGS
            assert await store.replies.find(HERE, "100.2") is None
            assert await store.preferences.language(BO) is None

    asyncio.run(happen())


def test_feedback(database: Database) -> None:
    """A second verdict on the same answer takes the first one's place, the newest is told first."""

    async def happen() -> None:
        at = datetime(2026, 3, 14, 9, 5, tzinfo=timezone(timedelta(hours=1)))
        said = Feedback(ANNA, "C1:101.1", "pay#when", "pay.md", Verdict.HELPFUL, at=at)
        other = Feedback(
            ANNA,
            "C1:102.1",
            "",
            "",
            Verdict.NOT_HELPFUL,
            Reason.OUTDATED,
            "Det er fra før æraen 🙂",
            "hvornår får jeg løn?",
            at + timedelta(minutes=1),
        )
        async with opened(database.url) as store:
            await store.feedback.keep(said)
            again = Feedback(
                ANNA, "C1:101.1", "pay#when", "pay.md", Verdict.NOT_HELPFUL, Reason.OTHER, at=at
            )
            await store.feedback.keep(again)
            await store.feedback.keep(other)
            kept = await store.kept_about(ANNA)
            assert kept.feedback == (other, again)
            assert kept.oldest == at
            assert len(database.rows("feedback")) == 2

    asyncio.run(happen())


def test_feedback_without_a_moment(database: Database) -> None:
    """What is said without a moment is said now."""

    async def happen() -> None:
        before = datetime.now(UTC)
        async with opened(database.url) as store:
            await store.feedback.keep(Feedback(ANNA, "a", "", "", Verdict.HELPFUL))
            (kept,) = (await store.kept_about(ANNA)).feedback
            assert kept.at is not None
            assert before <= kept.at <= datetime.now(UTC)

    asyncio.run(happen())


@pytest.mark.parametrize(
    "text", ["\0", "a\0b", "\ud800", "æøå 🙂", "x" * 100_000, "'; --", "%s :x"]
)
def test_any_text(database: Database, text: str) -> None:
    """Whatever somebody writes, it keeps nothing else from being written, nor from being found."""

    async def happen() -> None:
        where = Where(text, text, text)
        async with opened(database.url) as store:
            await store.threads.keep(where, Thread(Following.ON, text))
            await store.feedback.keep(Feedback(ANNA, text, text, text, Verdict.HELPFUL))
            await store.preferences.choose(BO, "da")
            await back(store)
        async with opened(database.url) as store:
            found = await store.threads.find(where)
            assert found is not None
            assert found.subject == text.replace("\0", "").replace("\ud800", "?")
            assert await store.preferences.language(BO) == "da"
            assert await store.channels.find(where) == USUAL

    asyncio.run(happen())
