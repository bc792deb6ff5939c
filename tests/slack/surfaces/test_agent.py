"""The agent view: questions to begin with, the thread's title, and that an answer is coming."""

import asyncio
from pathlib import Path

import pytest

from bot.slack.surfaces import agent
from bot.slack.surfaces.agent import name_thread, suggest, working
from index.search.index import Index
from tests.slack.deliveries import DIRECT, THREAD
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import refuses
from tests.slack.surfaces.bench import Bench, on_bench
from tests.slack.surfaces.test_home import opening

PROMPTS = "assistant.threads.setSuggestedPrompts"
STATUS = "assistant.threads.setStatus"
TITLE = "assistant.threads.setTitle"


def test_opening_the_messages_suggests_questions(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """Who opens the bot's messages is suggested up to four questions of the handbook's own."""

    async def story(bench: Bench) -> None:
        await bench.deliver(opening("messages"))
        made = bench.last(PROMPTS)
        assert made["channel_id"] == DIRECT
        assert "thread_ts" not in made
        assert 1 <= len(made["prompts"]) <= 4
        assert slack.sent("views.publish") == []

    on_bench(slack, tmp_path, index, story)


def test_without_the_agent_view_nothing_is_suggested(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """An app that has no agent view is not asked to suggest anything."""

    async def story(bench: Bench) -> None:
        await bench.deliver(opening("messages"))
        assert slack.sent(PROMPTS) == []

    on_bench(slack, tmp_path, index, story, agent=False)


def test_no_question_no_suggestion(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """Where there is nothing to suggest, and no title to give, Slack is not called."""

    async def story(bench: Bench) -> None:
        await suggest(bench.desk.outbox, DIRECT, ["", " \n"], bench.desk.words)
        await name_thread(bench.desk.outbox, DIRECT, THREAD, "  ")
        assert slack.calls == []

    on_bench(slack, tmp_path, index, story)


def test_a_thread_is_named_after_its_question(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """The title is the question on one line, and of a long one its beginning."""

    async def story(bench: Bench) -> None:
        await name_thread(bench.desk.outbox, DIRECT, THREAD, "hvem\ngodkender " + "x" * 500)
        made = bench.last(TITLE)
        assert (made["channel_id"], made["thread_ts"]) == (DIRECT, THREAD)
        assert made["title"].startswith("hvem godkender xxx")
        assert len(made["title"]) == agent.TITLE_CHARACTERS

    on_bench(slack, tmp_path, index, story)


def test_an_answer_at_once_sets_no_status(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """An answer that is there at once needs no word that it is coming."""

    async def story(bench: Bench) -> None:
        async with working(bench.desk.outbox, DIRECT, THREAD, bench.desk.words):
            pass
        assert slack.sent(STATUS) == []

    on_bench(slack, tmp_path, index, story)


@pytest.mark.parametrize("refused", [False, True])
def test_a_status_is_always_taken_back(
    slack: FakeSlack,
    tmp_path: Path,
    index: Index,
    monkeypatch: pytest.MonkeyPatch,
    *,
    refused: bool,
) -> None:
    """Who waits longer is told, and no longer than until the end, whatever the end is."""
    monkeypatch.setattr(agent, "MOMENT_SECONDS", 0.0)
    if refused:
        slack.answer(STATUS, refuses("channel_not_found"))

    async def story(bench: Bench) -> None:
        async def answering() -> None:
            async with working(bench.desk.outbox, DIRECT, THREAD, bench.desk.words):
                await asyncio.to_thread(slack.wait_for, STATUS)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await answering()
        said = [call["status"] for call in slack.sent(STATUS)]
        assert said == ["slår op i håndbogen …", ""]

    on_bench(slack, tmp_path, index, story)
