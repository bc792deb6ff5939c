"""Slack's pace: a burst gets no 429, nobody waits without need, and a long queue is told."""

import asyncio
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.slack.sending.letter import Delivered, Post, Update, Whisper
from bot.slack.sending.outbox import Outbox
from bot.slack.sending.pace import SLACKS_PACE, Pace
from bot.slack.sending.tiers import CHANNEL, Rate
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import is_slow, puts_off
from tests.slack.sending.outboxes import (
    CHANNEL_ID,
    HASTY,
    at_once,
    handed_in,
    logged,
    message,
    post,
    sent,
    until,
    using,
)

POST = "chat.postMessage"
SMALL = Rate(8, 0.5)
NARROW = replace(HASTY, workspace=SMALL, tiers=dict.fromkeys(HASTY.tiers, SMALL))
"""A workspace in which everything is little."""


def refusals(slack: FakeSlack, method: str, letters: int) -> int:
    """Return how many calls of a method there were beyond those that it takes."""
    return len(slack.sent(method)) - letters


def test_burst_to_one_channel(slack: FakeSlack) -> None:
    """Twenty messages to one channel come one a while, in order, and none is put off."""
    slack.enforce(HASTY)
    fates = sent(slack.api_url, *[post(str(number)) for number in range(20)])
    assert all(isinstance(fate, Delivered) for fate in fates)
    assert slack.workspace.texts(CHANNEL_ID) == [str(number) for number in range(20)]
    assert refusals(slack, POST, 20) == 0
    gaps = [later.at - earlier.at for earlier, later in pairwise(slack.calls)]
    assert min(gaps) >= HASTY.channel.seconds


@pytest.mark.parametrize("pace", [HASTY, NARROW], ids=["hasty", "narrow"])
def test_burst_over_channels(slack: FakeSlack, pace: Pace) -> None:
    """A burst over channels, of messages and whispers, keeps to every limit."""
    slack.enforce(pace)
    posts = [post(str(number), f"C{number % 5}") for number in range(20)]
    whispers = [
        Whisper(f"C{number % 5}", "U0ASTRID", None, message(str(number))) for number in range(10)
    ]
    fates = sent(slack.api_url, *posts, *whispers, pace=pace)
    assert all(isinstance(fate, Delivered) for fate in fates)
    assert refusals(slack, POST, 20) == 0
    assert refusals(slack, "chat.postEphemeral", 10) == 0


def test_burst_of_updates_and_calls(slack: FakeSlack) -> None:
    """A burst of updates and of other calls keeps to the tiers of their methods."""
    slack.enforce(NARROW)
    stamps = [slack.workspace.say(CHANNEL_ID, "U0BOT", "før") for _ in range(20)]

    async def doing(outbox: Outbox) -> None:
        updates = [Update(CHANNEL_ID, ts, message("efter")) for ts in stamps]
        asked = [outbox.call("users.info", user=f"U{number}") for number in range(20)]
        fates, *people = await asyncio.gather(at_once(outbox, updates), *asked)
        assert all(isinstance(fate, Delivered) for fate in fates)
        assert [each["user"]["id"] for each in people] == [f"U{number}" for number in range(20)]

    using(slack.api_url, doing, NARROW)
    assert refusals(slack, "chat.update", 20) == refusals(slack, "users.info", 20) == 0


def test_limits_are_enforced(slack: FakeSlack) -> None:
    """The Slack of our own does put off who is too fast, or these tests would show nothing."""
    slack.enforce(SLACKS_PACE)
    fates = sent(slack.api_url, post("en"), post("to"))
    assert all(isinstance(fate, Delivered) for fate in fates)
    assert slack.workspace.texts(CHANNEL_ID) == ["en", "to"]
    assert refusals(slack, POST, 2) >= 1


def test_nobody_waits_without_need(slack: FakeSlack) -> None:
    """A message to a quiet channel does not wait, however long another channel's queue is."""

    async def doing(outbox: Outbox) -> None:
        assert outbox.wait_for("C1") == 0.0
        busy = await handed_in(outbox, [post(str(each), "C1") for each in range(5)])
        await outbox.send(post("straks", "C2"))
        assert outbox.wait_for("C3") == 0.0
        assert outbox.wait_for("C1") > 0.0
        assert not busy.done()
        await busy

    using(slack.api_url, doing, replace(HASTY, channel=Rate(1, 0.2)))
    assert "straks" in [call.payload["text"] for call in slack.calls[:2]]


def test_wait_is_foretold(slack: FakeSlack) -> None:
    """How long a message would wait is told by those before it."""
    slack.answer(POST, is_slow(0.5))

    async def doing(outbox: Outbox) -> None:
        queue = await handed_in(outbox, [post(str(each)) for each in range(4)])
        assert 3 * CHANNEL.seconds <= outbox.wait_for(CHANNEL_ID) <= 4 * CHANNEL.seconds
        assert outbox.backlog().waiting == 4
        await outbox.close(0)
        await queue
        assert outbox.backlog().waiting == 0

    using(slack.api_url, doing, SLACKS_PACE)


def test_wait_of_a_workspace_is_foretold(slack: FakeSlack) -> None:
    """Where the whole workspace is at its limit, a quiet channel waits too, and it is told."""

    async def doing(outbox: Outbox) -> None:
        await at_once(outbox, [post("x", f"C{number}") for number in range(SMALL.times)])
        assert 0.0 < outbox.wait_for("C99") <= SMALL.seconds

    using(slack.api_url, doing, NARROW)


def test_put_off_method_is_foretold(slack: FakeSlack) -> None:
    """While Slack has put a method off, everybody waits for it."""
    slack.answer(POST, puts_off(2))

    async def doing(outbox: Outbox) -> None:
        first = asyncio.ensure_future(outbox.send(post("en", "C1")))
        await until(lambda: outbox.wait_for("C2") > 1.0)
        assert isinstance(await outbox.send(post("to", "C2")), Delivered)
        assert isinstance(await first, Delivered)

    using(slack.api_url, doing)
    assert slack.calls[1].at - slack.calls[0].at >= 2.0


def test_long_queue_is_told(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """A queue that is long is one line with its length, however many more join it."""
    pace = replace(HASTY, long_seconds=5 * HASTY.channel.seconds)
    sent(slack.api_url, *[post(str(number)) for number in range(20)], pace=pace)
    first, again = logged(caplog)
    assert "beskeder venter på at komme til Slack" in first
    assert "gange mere siden sidst" in again


def test_short_queue_is_not_told(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """A queue that is not long is not worth a line."""
    sent(slack.api_url, *[post(str(number)) for number in range(5)])
    assert logged(caplog) == []


def test_backlog_tells_the_oldest(slack: FakeSlack) -> None:
    """What waits is counted, with the age of the oldest."""
    slack.answer(POST, is_slow(0.3))

    async def doing(outbox: Outbox) -> None:
        both = await handed_in(outbox, [post("en"), post("to")])
        await asyncio.sleep(0.2)
        backlog = outbox.backlog()
        assert backlog.waiting == 2
        assert backlog.longest >= 0.1
        await both

    using(slack.api_url, doing)


def test_update_does_not_wait_for_messages(slack: FakeSlack) -> None:
    """A message is updated at once, however long the queue of its channel is."""
    ts = slack.workspace.say(CHANNEL_ID, "U0BOT", "før")

    async def doing(outbox: Outbox) -> None:
        queue = await handed_in(outbox, [post(str(each)) for each in range(5)])
        await outbox.send(Update(CHANNEL_ID, ts, message("efter")))
        assert not queue.done()
        await queue

    using(slack.api_url, doing, replace(HASTY, channel=Rate(1, 0.2)))


def test_channel_is_remembered_while_it_has_to_wait(slack: FakeSlack) -> None:
    """A message that comes alone, soon after the last one was answered, waits for its second."""
    pace = replace(HASTY, channel=Rate(1, 0.4))
    slack.enforce(pace)

    async def doing(outbox: Outbox) -> None:
        for number in range(3):
            await outbox.send(Post(CHANNEL_ID, None, message(str(number))))

    using(slack.api_url, doing, pace)
    assert refusals(slack, POST, 3) == 0
