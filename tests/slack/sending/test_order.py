"""Whatever is sent where, and whatever goes wrong: each channel has its messages in order."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.slack.sending.letter import Delivered, Update
from bot.slack.sending.tiers import Rate
from tests.slack.fake_slack import FakeSlack, fake_slack
from tests.slack.faults import fails, hangs_up, is_garbled, is_slow, takes_and
from tests.slack.sending.outboxes import CHANNEL_ID, HASTY, message, post, sent

POST = "chat.postMessage"
CHANNELS = ("C1", "C2", "C3")
HURRY = replace(HASTY, channel=Rate(1, 0.001), workspace=Rate(1000, 0.001), backoff_seconds=0.001)
FAULTS = {
    "none": None,
    "500": fails(500),
    "garbled, and taken": takes_and(is_garbled()),
    "hung up": hangs_up(),
    "hung up, and taken": takes_and(hangs_up()),
    "slow": is_slow(0.01),
}


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None, max_examples=40)
@given(
    channels=st.lists(st.sampled_from(CHANNELS), max_size=15),
    faults=st.lists(st.sampled_from(sorted(FAULTS)), max_size=6),
)
def test_any_interleaving(channels: list[str], faults: list[str]) -> None:
    """Letters over channels come once each, in the order in which they were handed in."""
    with fake_slack() as slack:
        slack.answer(POST, *[fault for name in faults if (fault := FAULTS[name])])
        letters = [post(str(number), channel) for number, channel in enumerate(channels)]
        fates = sent(slack.api_url, *letters, pace=replace(HURRY, attempts=len(faults) + 1))
        assert all(isinstance(fate, Delivered) for fate in fates)
        for channel in CHANNELS:
            numbers = [str(at) for at, each in enumerate(channels) if each == channel]
            assert slack.workspace.texts(channel) == numbers


def test_updates_of_a_message_are_in_order(slack: FakeSlack) -> None:
    """The last update of a message is the one that stays, also when the first is slow."""
    ts = slack.workspace.say(CHANNEL_ID, "U0BOT", "før")
    slack.answer("chat.update", is_slow(0.2), fails(500))
    letters = [Update(CHANNEL_ID, ts, message(text)) for text in ("en", "to", "tre")]
    fates = sent(slack.api_url, *letters)
    assert fates == [Delivered(ts)] * 3
    assert slack.workspace.texts(CHANNEL_ID) == ["tre"]
    texts = [each["text"] for each in slack.sent("chat.update")]
    assert texts == ["en", "to", "to", "tre"]
