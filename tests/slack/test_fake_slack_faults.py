"""The real bot at a Slack that fails: nobody waits for ever, and no question is in the log."""

import logging

import pytest

from bot.answer import Answer
from index.search.scope import EVERYTHING, Scope
from tests.slack.deliveries import ASTRID, CHANNEL, Body, command, delivery, direct, mention
from tests.slack.fake_slack import RESPONSE_URL, Answering, FakeSlack
from tests.slack.faults import (
    fails,
    hangs_up,
    is_garbled,
    is_nonsense,
    puts_off,
    refuses,
)
from tests.slack.library import Shelf
from tests.slack.working import deliver

QUESTION = "hvem godkender fakturaer, spørger agent Xylofon?"
SECRET = "xylofon"  # noqa: S105 - a word that must not be logged

REFUSALS: dict[str, Answering] = {
    "channel_not_found": refuses("channel_not_found"),
    "not_in_channel": refuses("not_in_channel"),
}
HICCUPS: dict[str, Answering] = {
    "500": fails(500),
    "502 as plain text": fails(502, content_type="text/plain"),
    "garbled": is_garbled(),
    "nonsense": is_nonsense(),
    "hung up": hangs_up(),
}


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what an operator reads, one string a line of the log."""
    form = logging.Formatter()
    kept = [form.format(record) for record in caplog.records if record.levelno >= logging.INFO]
    return [line for text in kept for line in text.splitlines()]


@pytest.mark.parametrize("reason", ["invalid_blocks", "invalid_blocks_format"])
def test_refused_blocks_leave_the_text(slack: FakeSlack, shelf: Shelf, reason: str) -> None:
    """When Slack does not take the blocks, the same answer is posted as text alone."""
    slack.answer("chat.postMessage", refuses(reason))
    deliver(slack, shelf, delivery(mention(QUESTION)))
    first, second = slack.sent("chat.postMessage")
    assert "blocks" in first
    assert "blocks" not in second
    assert (second["text"], second["thread_ts"]) == (first["text"], first["thread_ts"])


def test_blocks_and_text_refused_leave_two_lines(
    slack: FakeSlack, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    """When not even the text is taken, the log says so without a traceback."""
    slack.answer("chat.postMessage", refuses("invalid_blocks"), refuses("msg_too_long"))
    deliver(slack, shelf, delivery(mention(QUESTION)))
    lines = logged(caplog)
    assert len(lines) == 2
    assert "invalid_blocks" in lines[0]
    assert "msg_too_long" in lines[1]


@pytest.mark.parametrize("fault", REFUSALS.values(), ids=REFUSALS.keys())
def test_refused_answer_is_one_line_of_the_log(
    slack: FakeSlack, shelf: Shelf, caplog: pytest.LogCaptureFixture, fault: Answering
) -> None:
    """A refusal is one line with the channel, the asker is told directly, the next is answered."""
    slack.answer("chat.postMessage", fault)
    later = delivery(mention(QUESTION, ts="1700000009.1"), "Ev2")
    assert deliver(slack, shelf, delivery(mention(QUESTION)), later) == [200, 200]
    (line,) = logged(caplog)
    assert CHANNEL in line
    assert not line.endswith("None")
    assert SECRET not in line.lower()
    assert len(slack.workspace.texts(CHANNEL)) == 1
    assert len(slack.workspace.texts(ASTRID)) == 2


@pytest.mark.parametrize("fault", HICCUPS.values(), ids=HICCUPS.keys())
def test_hiccup_loses_no_answer(
    slack: FakeSlack, shelf: Shelf, caplog: pytest.LogCaptureFixture, fault: Answering
) -> None:
    """A Slack that is not well for a moment gets the answer again, and nobody is bothered."""
    slack.answer("chat.postMessage", fault)
    deliver(slack, shelf, delivery(mention(QUESTION)))
    assert len(slack.workspace.texts(CHANNEL)) == 1
    assert logged(caplog) == []


def test_too_many_calls_are_waited_for(slack: FakeSlack, shelf: Shelf) -> None:
    """When Slack asks for patience, the answer comes after the seconds that it named."""
    slack.answer("chat.postMessage", puts_off(1))
    deliver(slack, shelf, delivery(mention(QUESTION)))
    assert len(slack.sent("chat.postMessage")) == 2


@pytest.mark.parametrize("fault", [fails(403), fails(404), refuses("invalid_blocks")])
def test_refused_command_answer_is_one_line_of_the_log(
    slack: FakeSlack, shelf: Shelf, caplog: pytest.LogCaptureFixture, fault: Answering
) -> None:
    """A command's answer that Slack does not take is one line of the log, without the question."""
    # Twice: where the blocks are refused, the text alone may be tried.
    slack.answer(RESPONSE_URL, fault, fault)
    assert deliver(slack, shelf, command(QUESTION, slack.response_url)) == [200]
    lines = logged(caplog)
    assert lines
    assert "Traceback" not in "".join(lines)
    assert SECRET not in "".join(lines).lower()


def test_command_with_refused_blocks_gets_the_text(slack: FakeSlack, shelf: Shelf) -> None:
    """A command whose blocks Slack does not take is answered in words alone."""
    slack.answer(RESPONSE_URL, refuses("invalid_blocks"))
    deliver(slack, shelf, command(QUESTION, slack.response_url))
    first, second = slack.sent(RESPONSE_URL)
    assert not second.get("blocks")
    assert (second["text"], second["response_type"]) == (first["text"], "ephemeral")


class Broken(Shelf):
    """A library with a bug in it."""

    def answer(self, text: str, scope: Scope = EVERYTHING) -> Answer:  # noqa: ARG002 - Library's
        """Fail as a bug would, with the question in the message."""
        raise ValueError(f"cannot answer {text}")


@pytest.mark.parametrize("way", ["mention", "direct", "command"])
def test_bug_becomes_a_sentence_with_a_reference(
    slack: FakeSlack, shelf: Shelf, caplog: pytest.LogCaptureFixture, way: str
) -> None:
    """A bug is told to the person by a reference, which the log has without the question."""
    buggy = Broken(shelf.publication)
    bodies: dict[str, Body] = {
        "mention": delivery(mention(QUESTION)),
        "direct": delivery(direct(QUESTION)),
        "command": command(QUESTION, slack.response_url),
    }
    deliver(slack, buggy, bodies[way])
    (told,) = [*slack.sent("chat.postMessage"), *slack.sent(RESPONSE_URL)]
    (line,) = logged(caplog)
    reference = line.split("Fejl ")[1].split()[0]
    assert reference in str(told["text"])
    assert "ValueError" in line
    assert "ValueError" not in str(told)
    assert SECRET not in line.lower()
    assert "cannot answer" not in line
