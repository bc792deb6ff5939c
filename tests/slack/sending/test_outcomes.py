"""Each fault of Slack's with its fate for the letter and its one line for the operator."""

from dataclasses import dataclass

import pytest

from bot.slack.sending.letter import (
    Delivered,
    Failure,
    Post,
    Undelivered,
    Whisper,
)
from tests.slack.fake_slack import Answering, FakeSlack, fake_slack
from tests.slack.faults import (
    fails,
    hangs_up,
    is_garbled,
    is_nonsense,
    is_unwell,
    nobody_there,
    puts_off,
    refuses,
)
from tests.slack.sending.outboxes import (
    CHANNEL_ID,
    HASTY,
    logged,
    message,
    post,
    sent,
)

POST = "chat.postMessage"
MANY = HASTY.attempts * 2


@dataclass(frozen=True, slots=True)
class Fault:
    """What Slack says for ever, and what comes of it."""

    answering: Answering
    """How every call is answered."""
    failure: Failure
    """What the caller is told."""
    word: str
    """With which word."""


NEVER = {
    **{
        word: Fault(refuses(word), Failure.NO_CHANNEL, word)
        for word in (
            "channel_not_found",
            "is_archived",
            "channel_is_archived",
            "restricted_action",
            "restricted_action_read_only_channel",
            "messages_tab_disabled",
        )
    },
    "not_in_channel": Fault(refuses("not_in_channel"), Failure.NOT_IN_CHANNEL, "not_in_channel"),
    **{
        word: Fault(refuses(word), Failure.TOKEN, word)
        for word in (
            "invalid_auth",
            "token_revoked",
            "account_inactive",
            "missing_scope",
            "not_authed",
            "token_expired",
        )
    },
    **{
        word: Fault(refuses(word), Failure.REFUSED, word)
        for word in ("no_text", "a_word_that_nobody_knows")
    },
    "404 of a proxy": Fault(fails(404), Failure.REFUSED, "HTTP 404"),
    "500": Fault(fails(500), Failure.UNREACHABLE, "HTTP 500"),
    "502 as plain text": Fault(
        fails(502, content_type="text/plain"), Failure.UNREACHABLE, "HTTP 502"
    ),
    "503": Fault(is_unwell(503, "service_unavailable"), Failure.UNREACHABLE, "service_unavailable"),
    "a page of a proxy": Fault(fails(200), Failure.UNREACHABLE, "HTTP 200"),
    "internal_error": Fault(refuses("internal_error"), Failure.UNREACHABLE, "internal_error"),
    "garbled": Fault(is_garbled(), Failure.UNREACHABLE, "HTTP 200"),
    "a list": Fault(is_nonsense(["ok"]), Failure.UNREACHABLE, "JSON"),
    "null": Fault(is_nonsense(None), Failure.UNREACHABLE, "HTTP 200"),
    "reset": Fault(hangs_up(), Failure.UNREACHABLE, "ClientOSError"),
}


@pytest.mark.parametrize("fault", NEVER.values(), ids=NEVER.keys())
def test_letter_that_never_arrives(
    slack: FakeSlack, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    """What Slack does not take at all is told to the caller, and to the operator in one line."""
    slack.answer(POST, *[fault.answering] * MANY)
    (fate,) = sent(slack.api_url, post())
    assert fate == Undelivered(fault.failure, fault.word)
    (line,) = logged(caplog)
    assert CHANNEL_ID in line
    assert fault.word in line
    tries = HASTY.attempts if fault.failure is Failure.UNREACHABLE else 1
    assert len(slack.sent(POST)) == tries
    assert slack.workspace.texts(CHANNEL_ID) == []


ONCE = (
    "500",
    "503",
    "502 as plain text",
    "a page of a proxy",
    "internal_error",
    "garbled",
    "reset",
)


@pytest.mark.parametrize("name", ONCE)
def test_hiccup(slack: FakeSlack, caplog: pytest.LogCaptureFixture, name: str) -> None:
    """What goes wrong once is tried again, arrives, and is worth no line."""
    slack.answer(POST, NEVER[name].answering)
    (fate,) = sent(slack.api_url, post())
    assert isinstance(fate, Delivered)
    assert slack.workspace.find(CHANNEL_ID, fate.ts)
    assert logged(caplog) == []


def test_slack_that_is_not_there(caplog: pytest.LogCaptureFixture) -> None:
    """A Slack that nobody can connect to is one line, and the letter is given back."""
    with nobody_there() as address:
        (fate,) = sent(f"{address}/api/", post())
    assert fate == Undelivered(Failure.UNREACHABLE, "ClientConnectorError")
    (line,) = logged(caplog)
    assert CHANNEL_ID in line


def test_too_many_calls(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """Put off by Slack, a letter keeps its place for the seconds that Slack named."""
    slack.answer(POST, puts_off(1))
    fates = sent(slack.api_url, post("første"), post("anden"))
    assert all(isinstance(fate, Delivered) for fate in fates)
    assert slack.workspace.texts(CHANNEL_ID) == ["første", "anden"]
    first, again, _ = [call.at for call in slack.calls]
    assert again - first >= 1.0
    assert logged(caplog) == []


def test_whisper_to_somebody_elsewhere(slack: FakeSlack, caplog: pytest.LogCaptureFixture) -> None:
    """A whisper to somebody who is not in the channel is refused with Slack's word for it."""
    slack.answer("chat.postEphemeral", refuses("user_not_in_channel"))
    (fate,) = sent(slack.api_url, Whisper(CHANNEL_ID, "U0ASTRID", None, message()))
    assert fate == Undelivered(Failure.REFUSED, "user_not_in_channel")
    (line,) = logged(caplog)
    assert "user_not_in_channel" in line


def test_bug_raises_nothing(caplog: pytest.LogCaptureFixture, slack: FakeSlack) -> None:
    """A fault of ours is told to the caller like any other, with a reference in the log."""
    (fate,) = sent(slack.api_url, Post(CHANNEL_ID, None, None))  # type: ignore[arg-type]
    assert fate == Undelivered(Failure.REFUSED, "AttributeError")
    (line,) = logged(caplog)
    assert "Fejl" in line


def test_lenient_slack_takes_what_a_strict_one_does_not() -> None:
    """A test that sends what Slack would not take fails, unless it asks for a lenient Slack."""
    empty = Post(CHANNEL_ID, None, message("<!here>"))
    with fake_slack(strict=False) as lenient:
        sent(lenient.api_url, empty)
        assert any("<!here>" in problem for problem in lenient.problems())
    with pytest.raises(AssertionError, match="is a mention"), fake_slack() as strict:
        sent(strict.api_url, empty)
