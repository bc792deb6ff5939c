"""What Slack took before the connection broke is there once, and what it did not take comes."""

import pytest

from bot.slack.sending.letter import Delivered, Failure, Post, Respond, To, Undelivered, Whisper
from tests.slack.fake_slack import RESPONSE_URL, Answering, FakeSlack
from tests.slack.faults import (
    fails,
    hangs_up,
    is_garbled,
    is_nonsense,
    is_unwell,
    puts_off,
    refuses,
    takes_and,
)
from tests.slack.sending.outboxes import CHANNEL_ID, THREAD, logged, message, post, sent

POST = "chat.postMessage"
LOST: dict[str, Answering] = {
    "reset": takes_and(hangs_up()),
    "500": takes_and(fails(500)),
    "503": takes_and(is_unwell(503, "service_unavailable")),
    "a page of a proxy": takes_and(fails(200)),
    "garbled": takes_and(is_garbled()),
    "nonsense": takes_and(is_nonsense()),
    "fatal_error": takes_and(refuses("fatal_error")),
}
"""Slack did it, and nobody was told."""


@pytest.mark.parametrize("fault", LOST.values(), ids=LOST.keys())
@pytest.mark.parametrize("thread", [THREAD, None], ids=["thread", "channel"])
def test_taken_and_untold(
    slack: FakeSlack, caplog: pytest.LogCaptureFixture, fault: Answering, thread: str | None
) -> None:
    """A message whose answer got lost is found by its mark, and not posted again."""
    slack.workspace.say(CHANNEL_ID, "U0ASTRID", "noget andet", thread)
    slack.answer(POST, fault)
    (fate,) = sent(slack.api_url, post("svaret", thread=thread))
    assert slack.workspace.texts(CHANNEL_ID) == ["noget andet", "svaret"]
    (there,) = [each for each in slack.workspace.everything() if each["text"] == "svaret"]
    assert fate == Delivered(there["ts"])
    assert logged(caplog) == []


def test_two_of_the_same_words(slack: FakeSlack) -> None:
    """A message of the same words that stands there already is another one."""
    slack.answer(POST, takes_and(refuses("channel_not_found")), hangs_up())
    sent(slack.api_url, post("svaret"))
    (fate,) = sent(slack.api_url, post("svaret"))
    assert slack.workspace.texts(CHANNEL_ID) == ["svaret", "svaret"]
    assert isinstance(fate, Delivered)


def test_not_taken(slack: FakeSlack) -> None:
    """A message that is not found is posted once more, with the same mark."""
    slack.workspace.say(CHANNEL_ID, "U0ASTRID", "spørgsmål", THREAD)
    slack.answer(POST, hangs_up())
    sent(slack.api_url, post("svaret"))
    assert slack.workspace.texts(CHANNEL_ID) == ["spørgsmål", "svaret"]
    first, second = slack.sent(POST)
    assert first["metadata"] == second["metadata"]


def test_every_message_has_its_own_mark(slack: FakeSlack) -> None:
    """No two messages have the same mark."""
    sent(slack.api_url, post("en"), post("to"))
    first, second = slack.sent(POST)
    assert first["metadata"] != second["metadata"]


@pytest.mark.parametrize("word", ["missing_scope", "not_in_channel", "thread_not_found"])
def test_bot_that_may_not_look(
    slack: FakeSlack, caplog: pytest.LogCaptureFixture, word: str
) -> None:
    """Where the bot may not look, the answer is rather there twice than not at all."""
    slack.answer(POST, takes_and(hangs_up()))
    slack.answer("conversations.replies", refuses(word))
    (fate,) = sent(slack.api_url, post("svaret"))
    assert isinstance(fate, Delivered)
    assert slack.workspace.texts(CHANNEL_ID) == ["svaret", "svaret"]
    assert logged(caplog) == []


def test_looking_is_put_off_and_fails(slack: FakeSlack) -> None:
    """As long as it cannot be seen whether a message is there, it is not posted again."""
    slack.answer(POST, takes_and(hangs_up()))
    slack.answer("conversations.replies", puts_off(1), fails(502))
    (fate,) = sent(slack.api_url, post("svaret"))
    assert isinstance(fate, Delivered)
    assert slack.workspace.texts(CHANNEL_ID) == ["svaret"]
    assert len(slack.sent("conversations.replies")) == 3


def test_connection_that_breaks_twice(slack: FakeSlack) -> None:
    """A message that is taken at the second try, untold as well, is there once."""
    slack.answer(POST, hangs_up(), takes_and(hangs_up()))
    (fate,) = sent(slack.api_url, post("svaret"))
    assert isinstance(fate, Delivered)
    assert slack.workspace.texts(CHANNEL_ID) == ["svaret"]


def test_response_to_everybody(slack: FakeSlack) -> None:
    """A response that everybody sees cannot be looked for: it is not sent twice."""
    slack.answer(RESPONSE_URL, takes_and(hangs_up()))
    everybody = Respond(slack.response_url, message(), To.EVERYBODY)
    (fate,) = sent(slack.api_url, everybody)
    assert isinstance(fate, Undelivered)
    assert fate.failure is Failure.UNREACHABLE
    assert len(slack.sent(RESPONSE_URL)) == 1


@pytest.mark.parametrize("replace", [True, False])
def test_response_that_does_no_harm_twice(slack: FakeSlack, replace: bool) -> None:  # noqa: FBT001 - a case
    """A response that one person sees, or that takes a message's place, is sent again."""
    slack.answer(RESPONSE_URL, takes_and(hangs_up()))
    to = To.EVERYBODY if replace else To.ASKER
    fates = sent(slack.api_url, Respond(slack.response_url, message(), to, replace=replace))
    assert fates == [Delivered("")]
    first, second = slack.sent(RESPONSE_URL)
    assert first == second


def test_response_address_is_used_five_times(
    slack: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """After five uses of an address Slack is not asked any more, and another address works."""
    url = slack.response_url
    fates = sent(slack.api_url, *[Respond(url, message(str(number))) for number in range(6)])
    assert fates == [Delivered("")] * 5 + [Undelivered(Failure.REFUSED, "used_url")]
    assert [each["text"] for each in slack.sent(RESPONSE_URL)] == ["0", "1", "2", "3", "4"]
    assert len(logged(caplog)) == 1
    assert sent(slack.api_url, Respond(slack.response_url, message())) == [Delivered("")]


def test_whisper_is_sent_again(slack: FakeSlack) -> None:
    """A whisper cannot be found again and is rather seen twice than not at all."""
    slack.answer("chat.postEphemeral", takes_and(hangs_up()))
    assert sent(slack.api_url, Whisper(CHANNEL_ID, "U0ASTRID", None, message())) == [Delivered("")]
    assert len(slack.sent("chat.postEphemeral")) == 2


def test_previews_are_off(slack: FakeSlack) -> None:
    """Nothing that is sent grows previews of its links."""
    sent(slack.api_url, Post(CHANNEL_ID, None, message()), Respond(slack.response_url, message()))
    for method in (POST, RESPONSE_URL):
        (given,) = slack.sent(method)
        assert (given["unfurl_links"], given["unfurl_media"]) == (False, False)
