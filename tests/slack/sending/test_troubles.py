"""The operator's log: each trouble at once, then how often it came, and never for ever."""

import asyncio
from dataclasses import replace

import pytest

from bot.slack.sending.outbox import Outbox
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import refuses
from tests.slack.sending.outboxes import HASTY, at_once, logged, post, until, using

POST = "chat.postMessage"


def test_same_trouble_is_counted(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """Ten messages to a channel that is gone are a line, and a second one with the number."""
    slack.answer(POST, *[refuses("is_archived")] * 10)

    async def doing(outbox: Outbox) -> None:
        await at_once(outbox, [post(str(number)) for number in range(10)])
        assert len(logged(caplog)) == 1

    using(slack.api_url, doing)
    line, again = logged(caplog)
    assert again.startswith(line)
    assert "9 gange mere siden sidst" in again


def test_channels_are_told_apart(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """Each channel that is gone is told of: each may be mended."""
    slack.answer(POST, *[refuses("not_in_channel")] * 4)

    async def doing(outbox: Outbox) -> None:
        await at_once(outbox, [post("x", f"C{number % 2}") for number in range(4)])

    using(slack.api_url, doing)
    assert ["C0" in line for line in logged(caplog)[:2]] == [True, False]
    assert len(logged(caplog)) == 4


def test_token_is_one_trouble(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """A token that is not taken any more is one trouble, in however many channels."""
    slack.answer(POST, *[refuses("token_revoked")] * 6)

    async def doing(outbox: Outbox) -> None:
        await at_once(outbox, [post("x", f"C{number}") for number in range(6)])

    using(slack.api_url, doing)
    line, again = logged(caplog)
    assert "token_revoked" in line
    assert "5 gange mere siden sidst" in again


def test_trouble_that_lasts_is_told_again(
    slack: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """While a trouble lasts its number is told now and then; when it is over, nothing is."""
    slack.answer(POST, *[refuses("is_archived")] * 3)

    async def doing(outbox: Outbox) -> None:
        for number in range(3):
            await outbox.send(post(str(number)))
        await until(lambda: len(logged(caplog)) == 2)
        await asyncio.sleep(1.2)
        assert len(logged(caplog)) == 2
        slack.answer(POST, refuses("is_archived"))
        await outbox.send(post("4"))
        assert len(logged(caplog)) == 3

    using(slack.api_url, doing, replace(HASTY, quiet_seconds=0.5))
    first, again, anew = logged(caplog)
    assert "2 gange mere siden sidst" in again
    assert anew == first
