"""The end: what can still go out does, what cannot is given back, and nothing is taken any more."""

import asyncio
from dataclasses import replace

import pytest

from bot.slack.sending.fate import CLOSED
from bot.slack.sending.letter import Delivered
from bot.slack.sending.outbox import Outbox
from bot.slack.sending.tiers import Rate
from tests.slack.fake_slack import Answering, FakeSlack
from tests.slack.faults import fails, is_slow, puts_off
from tests.slack.sending.outboxes import CHANNEL_ID, HASTY, handed_in, logged, post, until, using

POST = "chat.postMessage"
SLOW = replace(HASTY, channel=Rate(1, 0.5))


def numbered(count: int) -> list[str]:
    """Return texts in order."""
    return [str(number) for number in range(count)]


def test_all_that_can_go_out_does(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """With time enough, everything that waits is sent."""

    async def doing(outbox: Outbox) -> None:
        waiting = await handed_in(outbox, [post(text) for text in numbered(5)])
        await outbox.close(10)
        assert all(isinstance(fate, Delivered) for fate in await waiting)

    using(slack.api_url, doing)
    assert slack.workspace.texts(CHANNEL_ID) == numbered(5)
    assert logged(caplog) == []


def test_close_in_the_middle(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """What is given back is not in Slack, what is in Slack is not given back, in one line."""

    async def doing(outbox: Outbox) -> list[bool]:
        waiting = await handed_in(outbox, [post(text) for text in numbered(20)])
        await outbox.close(3.0)
        fates = await waiting
        assert all(isinstance(fate, Delivered) or fate == CLOSED for fate in fates)
        return [isinstance(fate, Delivered) for fate in fates]

    delivered = using(slack.api_url, doing, SLOW)
    assert 0 < sum(delivered) < 20
    assert delivered == sorted(delivered, reverse=True)
    assert slack.workspace.texts(CHANNEL_ID) == numbered(sum(delivered))
    (line,) = logged(caplog)
    assert str(20 - sum(delivered)) in line


def test_nothing_new_is_taken(slack: FakeSlack) -> None:
    """After the end nothing is sent, and the caller keeps it."""

    async def doing(outbox: Outbox) -> None:
        await outbox.close(1)
        assert await outbox.send(post()) == CLOSED
        assert await outbox.call("users.info", user="U0ASTRID") == CLOSED

    using(slack.api_url, doing)
    assert slack.calls == []


def test_call_on_its_way_is_waited_for(slack: FakeSlack) -> None:
    """A message that Slack is just taking is not given back: it would be there twice."""
    slack.answer(POST, is_slow(0.5))

    async def doing(outbox: Outbox) -> None:
        waiting = await handed_in(outbox, [post("en"), post("to")])
        await until(lambda: slack.calls)
        await outbox.close(2)
        first, second = await waiting
        assert isinstance(first, Delivered)
        assert second == CLOSED

    using(slack.api_url, doing)
    assert slack.workspace.texts(CHANNEL_ID) == ["en"]


def test_end_at_once(slack: FakeSlack) -> None:
    """With no time at all everything is given back, and nothing is left running."""
    slack.answer(POST, is_slow(30))

    async def doing(outbox: Outbox) -> None:
        waiting = await handed_in(outbox, [post("en"), post("to")])
        await until(lambda: slack.calls)
        await outbox.close(0)
        assert await waiting == [CLOSED, CLOSED]
        assert asyncio.all_tasks() == {asyncio.current_task()}

    using(slack.api_url, doing)


@pytest.mark.parametrize("fault", [fails(500), puts_off(30)], ids=["unwell", "put off"])
def test_retry_does_not_hold_up_the_end(slack: FakeSlack, fault: Answering) -> None:
    """What would have to be tried again is given back when the time is over."""
    slack.answer(POST, *[fault] * 100)

    async def doing(outbox: Outbox) -> None:
        waiting = asyncio.ensure_future(outbox.send(post()))
        await until(lambda: slack.calls)
        await outbox.close(0.2)
        assert await waiting == CLOSED

    using(slack.api_url, doing, replace(HASTY, attempts=100))


def test_caller_that_gives_up(slack: FakeSlack) -> None:
    """A caller that is cancelled is cancelled, and those behind it are sent."""

    async def doing(outbox: Outbox) -> None:
        first, second, third = (
            asyncio.ensure_future(outbox.send(post(text))) for text in numbered(3)
        )
        await first
        second.cancel()
        with pytest.raises(asyncio.CancelledError):
            await second
        assert isinstance(await third, Delivered)

    using(slack.api_url, doing, SLOW)
    assert slack.workspace.texts(CHANNEL_ID) == ["0", "2"]
