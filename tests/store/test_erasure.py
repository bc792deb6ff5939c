"""What is kept about a person is told and forgotten, wherever it is."""

import asyncio
from datetime import UTC, datetime
from typing import Final

from bot.store.channels import ChannelSettings, Mode
from bot.store.columns import PERSON, PERSON_WORKSPACE, Stake
from bot.store.feedback import Feedback, Reason, Verdict
from bot.store.replies import Reply
from bot.store.store import Store
from bot.store.tables import METADATA, STAKE
from bot.store.threads import Following, Thread
from bot.store.who import Where, Who
from tests.store.databases import Database
from tests.store.opened import ANNA, BO, HERE, QUICK, back, gone, opened, work

SAME_ID: Final = Who("T2", ANNA.person)
"""Somebody else, in another workspace."""

SETTINGS: Final = ChannelSettings(Mode.QUESTIONS)

NAMES_NOBODY: Final = {
    "taken": {"key", "at"},
    "works": {"name", "keys", "body", "owner", "at"},
    "owners": {"owner", "beat", "at"},
    "threads": {"workspace", "channel", "thread", "following", "subject", "at"},
    "replies": {"workspace", "channel", "question", "messages", "at"},
    "channels": {"workspace", "channel", "mode", "chapters", "escalation", "at"},
    "feedback": {"answer", "section", "page", "verdict", "reason", "comment", "question", "at"},
    "preferences": {"language", "at"},
}
"""Columns in which nobody's id stands. Whoever adds one says here that it doesn't, or names the
person in the two columns that forgetting goes by."""


def test_every_column_was_thought_of() -> None:
    """Each column of each table is known to name nobody, or is one that forgetting goes by."""
    people = {PERSON, PERSON_WORKSPACE}
    assert {
        name: set(table.columns.keys()) - people for name, table in METADATA.tables.items()
    } == NAMES_NOBODY
    for table in METADATA.tables.values():
        assert people.isdisjoint(table.columns.keys()) or people <= set(table.columns.keys())
        assert (PERSON in table.columns) == isinstance(table.info.get(STAKE), Stake)


async def _keep_all(store: Store, who: Who, number: int) -> None:
    """Keep something in every table that names people."""
    where = Where("T1", "C1", f"{number}.0")
    assert await store.inbox.take(work(f"E{number}", asker=who))
    await store.replies.keep(where, f"{number}.0", Reply(("1.0",), who))
    await store.channels.keep(Where("T1", f"C{number}"), SETTINGS, who)
    verdict = (Verdict.NOT_HELPFUL, Reason.UNCLEAR, "hvad mener I?", "hvornår er der løn?")
    await store.feedback.keep(Feedback(who, f"C1:{number}", "s", "p.md", *verdict))
    await store.preferences.choose(who, "da")


def test_forgotten(database: Database) -> None:
    """All is told and then gone, from every table; of others nothing is."""

    async def happen() -> None:
        before = datetime.now(UTC)
        async with opened(database.url) as store:
            for number, who in enumerate((ANNA, BO, SAME_ID)):
                await _keep_all(store, who, number)
            await back(store)
            named = {name for name, text in database.texts().items() if ANNA.person in text}
            assert named == {name for name, table in METADATA.tables.items() if PERSON in table.c}
            kept = await store.kept_about(ANNA)
            assert kept.counts == {"works": 1, "replies": 1, "channels": 1}
            assert kept.language == "da"
            (said,) = kept.feedback
            assert (said.comment, said.question) == ("hvad mener I?", "hvornår er der løn?")
            assert kept.oldest is not None
            assert before <= kept.oldest <= datetime.now(UTC)

            others = await store.kept_about(BO), await store.kept_about(SAME_ID)
            assert await store.forget(ANNA) == kept
            assert (await store.kept_about(BO), await store.kept_about(SAME_ID)) == others
            await store.forget(SAME_ID)
            assert not [name for name, text in database.texts().items() if ANNA.person in text]

            nothing = await store.kept_about(ANNA)
            assert (nothing.feedback, nothing.language, nothing.oldest) == ((), None, None)
            assert set(nothing.counts.values()) == {0}
            # The channel goes on as it was set.
            assert await store.channels.find(Where("T1", "C0")) == SETTINGS
            assert await store.replies.find(Where("T1", "C1"), "0.0") is None
            assert not await store.inbox.take(work("E0"))
            await store.inbox.done(work("E0"))
            await back(store)
            assert ANNA.person not in database.texts()["works"]

    asyncio.run(happen())


def test_forgotten_by_memory(database: Database) -> None:
    """What was forgotten is not known while the store is away either."""

    async def happen() -> None:
        async with opened(database.url, QUICK) as store:
            await _keep_all(store, ANNA, 0)
            assert await store.preferences.language(ANNA) == "da"
            await store.forget(ANNA)
            with database.away():
                await gone(store)
                assert await store.preferences.language(ANNA) is None
                assert await store.replies.find(Where("T1", "C1"), "0.0") is None
            await back(store)
            assert not [name for name, text in database.texts().items() if ANNA.person in text]

    asyncio.run(happen())


def test_what_waits_is_forgotten(database: Database) -> None:
    """What waited in memory while the store was away is told and forgotten with the rest."""

    async def happen() -> None:
        async with opened(database.url, QUICK) as store:
            with database.away():
                await gone(store)
                assert await store.inbox.take(work("E1", asker=ANNA))
                await store.preferences.choose(ANNA, "en")
                await store.feedback.keep(Feedback(ANNA, "a", "", "", Verdict.HELPFUL))
                await store.preferences.choose(BO, "en")
            await back(store)
            kept = await store.forget(ANNA)
            assert (kept.language, len(kept.feedback), kept.counts["works"]) == ("en", 1, 1)
            assert not [name for name, text in database.texts().items() if ANNA.person in text]
            assert await store.preferences.language(BO) == "en"

    asyncio.run(happen())


def test_forgotten_while_written(database: Database) -> None:
    """What is kept while forgetting goes on is either gone or was kept after it, never half."""

    async def happen() -> None:
        async with opened(database.url) as store:
            for number in range(20):
                await store.preferences.choose(ANNA, "en")
                forgetting = asyncio.ensure_future(store.forget(ANNA))
                for _ in range(number):
                    await asyncio.sleep(0)
                await store.feedback.keep(Feedback(ANNA, "a", "", "", Verdict.HELPFUL))
                await store.threads.keep(HERE, Thread(Following.ON, str(number)))
                await forgetting
                kept = await store.forget(ANNA)
                assert kept.language is None
                assert not [name for name, text in database.texts().items() if ANNA.person in text]
                assert await store.threads.find(HERE) == Thread(Following.ON, str(number))

    asyncio.run(happen())
