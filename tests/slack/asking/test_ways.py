"""Every way of asking, over Bolt, a real index and a real store: where it is answered, and once."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from bot.slack.manners import Manners
from tests.slack.deliveries import ASTRID, CHANNEL, TS, command, delivery, direct, mention
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import puts_off
from tests.slack.library import Shelf
from tests.slack.working import Bot, at_work

INVOICE = "hvordan betales en faktura?"


@pytest.fixture
def bot(slack: FakeSlack, shelf: Shelf, tmp_path: Path) -> Iterator[Bot]:
    """A bot with the example handbook."""
    with at_work(slack, shelf, tmp_path) as working:
        yield working


def posts(slack: FakeSlack) -> list[dict[str, Any]]:
    """Return what was posted."""
    return [dict(sent) for sent in slack.sent("chat.postMessage")]


def test_a_mention_is_answered_in_its_thread(bot: Bot, slack: FakeSlack) -> None:
    """Who names the bot in a channel is answered below their message, with a link."""
    bot.deliver(delivery(mention(INVOICE)))
    (sent,) = posts(slack)
    assert (sent["channel"], sent["thread_ts"]) == (CHANNEL, TS)
    assert "faktura" in sent["text"].lower()


def test_a_direct_message_is_answered(bot: Bot, slack: FakeSlack) -> None:
    """Who writes to the bot alone is answered there, in the thread that the agent view makes."""
    bot.deliver(delivery(direct(INVOICE)))
    (sent,) = posts(slack)
    assert sent["thread_ts"] == TS


def test_without_the_agent_view_direct_messages_are_no_threads(
    slack: FakeSlack, shelf: Shelf, tmp_path: Path
) -> None:
    """An app without it answers below nothing."""
    with at_work(slack, shelf, tmp_path, Manners("/handbook", agent=False)) as bot:
        bot.deliver(delivery(direct(INVOICE)))
    (sent,) = posts(slack)
    assert "thread_ts" not in sent


@pytest.mark.parametrize("again", ["Ev1", "Ev2"])
def test_the_same_message_is_answered_once(bot: Bot, slack: FakeSlack, again: str) -> None:
    """Delivered twice, or as a mention and as a message, a question has one answer."""
    as_message = {**mention(INVOICE), "type": "message", "channel_type": "channel"}
    bot.deliver(delivery(mention(INVOICE)), delivery(as_message, again))
    assert len(posts(slack)) == 1


def test_once_over_a_restart(slack: FakeSlack, shelf: Shelf, tmp_path: Path) -> None:
    """What was answered is known to the next process."""
    for _ in range(2):
        with at_work(slack, shelf, tmp_path) as bot:
            bot.deliver(delivery(mention(INVOICE)))
    assert len(posts(slack)) == 1


def test_a_store_that_does_not_answer_stops_nobody(
    slack: FakeSlack, shelf: Shelf, tmp_path: Path
) -> None:
    """While another process has the store to itself, a question is answered all the same, once."""
    with (
        at_work(slack, shelf, tmp_path) as bot,
        closing(sqlite3.connect(tmp_path / "store.db", isolation_level=None)) as other,
    ):
        _take_for_itself(other, bot)
        assert bot.deliver(*[delivery(mention(INVOICE))] * 2) == [200, 200]
        other.execute("ROLLBACK")
    assert len(posts(slack)) == 1


def _take_for_itself(other: sqlite3.Connection, bot: Bot) -> None:
    """Lock the store as soon as the bot is between two writes of its own."""
    for _ in range(1_000):
        with suppress(sqlite3.OperationalError):
            other.execute("BEGIN EXCLUSIVE")
            return
        bot.run(asyncio.sleep(0.01))
    raise AssertionError


def test_what_waits_is_handed_over(slack: FakeSlack, shelf: Shelf, tmp_path: Path) -> None:
    """A process that ends leaves what it has not answered, the waiting ones too, to the next."""
    asked = [
        delivery(mention(INVOICE, ts=f"170000000{number}.000100", thread_ts=TS), f"Ev{number}")
        for number in range(3)
    ]
    slack.answer("chat.postMessage", puts_off(30))
    with at_work(slack, shelf, tmp_path) as bot:
        bot.begin(*asked)
        bot.wait_for("chat.postMessage", 1)
    assert len(posts(slack)) == 1
    with at_work(slack, shelf, tmp_path) as bot:
        bot.wait_for("chat.postMessage", 4)
        bot.deliver(*asked)
    assert len(posts(slack)) == 4


def test_a_follow_up_needs_no_mention(bot: Bot, slack: FakeSlack) -> None:
    """In a thread that the bot was asked in, a question goes on with its subject."""
    bot.deliver(delivery(mention(INVOICE)))
    bot.deliver(delivery(in_thread("og hvem godkender?", "1700000001.000100"), "Ev2"))
    assert len(posts(slack)) == 2
    assert "faktura" in posts(slack)[1]["text"].lower()


@pytest.mark.parametrize("said", ["tak!", "jeg tager den", "<@U0OTHER> kan du se på den?"])
def test_other_talk_in_the_thread_is_left_alone(bot: Bot, slack: FakeSlack, said: str) -> None:
    """People may talk with each other below an answer."""
    bot.deliver(delivery(mention(INVOICE)))
    bot.deliver(delivery(in_thread(said, "1700000001.000100"), "Ev2"))
    assert len(posts(slack)) == 1


def test_stop_ends_it_until_the_next_mention(bot: Bot, slack: FakeSlack) -> None:
    """After "stop" the bot keeps out of the thread; a mention brings it back."""
    bot.deliver(delivery(mention(INVOICE)))
    bot.deliver(delivery(in_thread("stop", "1700000001.000100"), "Ev2"))
    bot.deliver(delivery(in_thread("hvem godkender fakturaer?", "1700000002.000100"), "Ev3"))
    assert len(posts(slack)) == 2
    again = mention("hvem godkender fakturaer?", ts="1700000003.000100", thread_ts=TS)
    bot.deliver(delivery(again, "Ev4"))
    bot.deliver(delivery(in_thread("hvor finder jeg skabelonen?", "1700000004.000100"), "Ev5"))
    assert len(posts(slack)) == 4


def test_a_thread_that_nobody_asked_in_is_left_alone(bot: Bot, slack: FakeSlack) -> None:
    """Without a mention there is no answer in a channel."""
    bot.deliver(delivery(in_thread("hvordan betales en faktura?", "1700000001.000100")))
    assert posts(slack) == []


def test_a_mention_alone_offers_help(bot: Bot, slack: FakeSlack) -> None:
    """Who only names the bot learns what it can do."""
    bot.deliver(delivery(mention("")))
    (sent,) = posts(slack)
    assert "/handbook" in sent["text"]


def test_a_mention_below_a_question_answers_it(bot: Bot, slack: FakeSlack) -> None:
    """`@handbook ?` in a thread answers what somebody else asked there."""
    asked = slack.workspace.say(CHANNEL, "U0OTHER", INVOICE)
    bot.deliver(delivery(mention("?", thread_ts=asked)))
    (sent,) = posts(slack)
    assert sent["thread_ts"] == asked
    assert "faktura" in sent["text"].lower()


def test_the_command_answers_the_asker_alone(bot: Bot, slack: FakeSlack) -> None:
    """What the slash command finds only the asker sees, until they share it."""
    bot.deliver(command(INVOICE, slack.response_url))
    (sent,) = slack.sent("response_url")
    assert sent["response_type"] == "ephemeral"
    assert "faktura" in str(sent["text"]).lower()
    assert posts(slack) == []


def in_thread(text: str, ts: str) -> dict[str, object]:
    """Return the event of a message below the mention, without naming the bot."""
    return {
        "type": "message",
        "channel_type": "channel",
        "user": ASTRID,
        "text": text,
        "ts": ts,
        "thread_ts": TS,
        "channel": CHANNEL,
    }
