"""What Slack does not take as it is goes once more in a plainer form."""

from collections.abc import Sequence

import pytest
from slack_sdk.models.blocks import ImageBlock

from bot.slack.rendering.message import Message
from bot.slack.sending.letter import (
    Delivered,
    Failure,
    Letter,
    Post,
    Respond,
    Undelivered,
    Update,
    Whisper,
)
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack
from tests.slack.faults import fails, refuses
from tests.slack.sending.outboxes import CHANNEL_ID, THREAD, TS, logged, message, post, sent

POST = "chat.postMessage"


@pytest.mark.parametrize(
    "word", ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"]
)
def test_refused_blocks(slack: FakeSlack, caplog: pytest.LogCaptureFixture, word: str) -> None:
    """Where Slack does not take the blocks the text goes alone, and the operator hears of it."""
    slack.answer(POST, refuses(word))
    (fate,) = sent(slack.api_url, post())
    assert isinstance(fate, Delivered)
    first, second = slack.sent(POST)
    assert "blocks" in first
    assert "blocks" not in second
    assert (second["text"], second["thread_ts"]) == (first["text"], THREAD)
    (line,) = logged(caplog)
    assert word in line
    assert "section" in line


def test_picture_that_slack_cannot_fetch(slack: FakeSlack) -> None:
    """Where there are pictures they go first: the rest of the answer keeps its form."""
    picture = ImageBlock(image_url="https://x.example/a.png", alt_text="Kort")
    shown = Message(message().text, (*message().blocks, picture))
    slack.answer(POST, refuses("invalid_blocks"))
    (fate,) = sent(slack.api_url, Post(CHANNEL_ID, THREAD, shown))
    assert isinstance(fate, Delivered)
    first, second = slack.sent(POST)
    assert "image" in str(first["blocks"])
    assert "image" not in str(second["blocks"])
    assert "Kort" in str(second["blocks"])
    slack.answer(POST, refuses("invalid_blocks"), refuses("invalid_blocks"))
    (fate,) = sent(slack.api_url, Post(CHANNEL_ID, THREAD, shown))
    assert isinstance(fate, Delivered)
    assert "blocks" not in slack.sent(POST)[-1]


def test_refused_blocks_and_text(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """Where not even the text is taken there are two lines, and the letter is given back."""
    slack.answer(POST, refuses("invalid_blocks"), refuses("msg_too_long"))
    assert sent(slack.api_url, post()) == [Undelivered(Failure.REFUSED, "msg_too_long")]
    plain, lost = logged(caplog)
    assert "invalid_blocks" in plain
    assert "msg_too_long" in lost


def test_refused_metadata(slack: FakeSlack) -> None:
    """Where Slack takes no metadata the message goes without, with its blocks."""
    slack.answer(POST, refuses("metadata_too_large"))
    (fate,) = sent(slack.api_url, post())
    assert isinstance(fate, Delivered)
    first, second = slack.sent(POST)
    assert "metadata" in first
    assert "metadata" not in second
    assert first["blocks"] == second["blocks"]


def letters(url: str) -> Sequence[tuple[str, Letter]]:
    """Return a letter of each kind, with the method that it takes."""
    return (
        (POST, Post(CHANNEL_ID, None, message())),
        ("chat.update", Update(CHANNEL_ID, TS, message())),
        ("chat.postEphemeral", Whisper(CHANNEL_ID, "U0ASTRID", THREAD, message())),
        (RESPONSE_URL, Respond(url, message())),
    )


@pytest.mark.parametrize("place", range(4))
def test_every_kind_of_letter(slack: FakeSlack, place: int) -> None:
    """Every kind of letter survives a refusal of its blocks, one after the other with a hiccup."""
    method, letter = letters(slack.response_url)[place]
    ts = slack.workspace.say(CHANNEL_ID, "U0BOT", "før")
    if isinstance(letter, Update):
        letter = Update(CHANNEL_ID, ts, letter.message)
    slack.answer(method, fails(500), refuses("invalid_blocks"))
    (fate,) = sent(slack.api_url, letter)
    assert isinstance(fate, Delivered)
    assert len(slack.sent(method)) == 3
    assert not slack.sent(method)[-1].get("blocks")
    assert bool(fate.ts) == isinstance(letter, Post | Update)


def test_update_takes_the_old_blocks_away(slack: FakeSlack) -> None:
    """A message that is updated to plain text keeps none of the blocks that it had."""
    ts = str(
        slack.workspace.add(CHANNEL_ID, {"text": "før", "blocks": [{"type": "divider"}]})["ts"]
    )
    slack.answer("chat.update", refuses("invalid_blocks"))
    sent(slack.api_url, Update(CHANNEL_ID, ts, message("efter")))
    updated = slack.workspace.find(CHANNEL_ID, ts)
    assert updated
    assert (updated["text"], updated["blocks"]) == ("efter", [])
