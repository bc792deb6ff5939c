"""A question that was edited: whether its words changed, and soon enough."""

import pytest

from bot.slack.asking.incoming import read_event
from bot.slack.asking.question import Edited, Incoming, Nothing, Question, Reason, Way
from tests.slack.deliveries import (
    ASTRID,
    BOT,
    CHANNEL,
    DIRECT,
    THREAD,
    TS,
    change,
    delivery,
    mention,
)

SOON = "1700000030.000000"
LAST_MOMENT = "1700000060.000100"
LATE = "1700000061.000000"
NAMED = f"<@{BOT}>"


def edited(now: str, before: str, at: str = SOON, **fields: object) -> Incoming:
    """Read the change of a message that Astrid edited `at`."""
    when = {"edited": {"user": ASTRID, "ts": at}, **fields}
    return read_event(delivery(change({"text": now, **when}, {"text": before}), "Ev2"), BOT)


@pytest.mark.parametrize("at", [TS, SOON, LAST_MOMENT])
def test_edited_within_a_minute(at: str) -> None:
    """New words within a minute are the same question, to be answered anew in the same place."""
    incoming = edited(f"{NAMED} hvem godkender?", f"{NAMED} hvem gdkender?", at)
    assert isinstance(incoming, Edited)
    question = incoming.question
    assert (question.text, question.way, question.thread) == ("hvem godkender?", Way.MENTION, TS)
    assert question.keys[0] == f"T0:{CHANNEL}:{TS}"
    assert incoming.keys == (f"T0:{CHANNEL}:{TS}:{at}", "Ev2")


@pytest.mark.parametrize("at", [LATE, "in a while", "nan", "inf"])
def test_edited_later(at: str) -> None:
    """What is corrected long after it was answered stays answered."""
    assert edited(f"{NAMED} ferie", f"{NAMED} løn", at) == Nothing(Reason.LATE)


@pytest.mark.parametrize(
    "now", [f"{NAMED} ferie?", f"{NAMED}  ferie? ", f"<@{BOT}|handbook> ferie?"]
)
def test_the_same_words_are_no_edit(now: str) -> None:
    """An edit that changes no words asks nothing again."""
    assert edited(now, f"{NAMED} ferie?") == Nothing(Reason.UNCHANGED)


def test_a_preview_is_no_edit() -> None:
    """Slack changes messages too: a preview came, a language was told. Nobody edited it."""
    preview = change({"text": "a", "attachments": [{}]}, {"text": "a"})
    assert read_event(delivery(preview), BOT) == Nothing(Reason.UNCHANGED)
    translated = change({"text": "b"}, {"text": "a"})
    assert read_event(delivery(translated), BOT) == Nothing(Reason.UNCHANGED)
    once_edited = {"text": "a", "edited": {"ts": SOON}}
    later = change({**once_edited, "attachments": [{}]}, once_edited)
    assert read_event(delivery(later), BOT) == Nothing(Reason.UNCHANGED)


@pytest.mark.parametrize("at", [SOON, LATE])
def test_an_edit_that_names_the_bot_asks_it(at: str) -> None:
    """Who forgot to name the bot and does it now asks now, however long ago the message was."""
    incoming = edited(f"{NAMED} ferie?", "ferie?", at)
    assert isinstance(incoming, Question)
    assert (incoming.way, incoming.text) == (Way.MENTION, "ferie?")
    assert incoming.keys == (f"T0:{CHANNEL}:{TS}", "Ev2", f"T0:{CHANNEL}:{TS}:{at}")


def test_the_name_in_a_direct_message_is_no_new_question() -> None:
    """Alone with the bot nobody has to name it: the answer that is there follows the words."""
    now = {"text": f"{NAMED} ferie?", "edited": {"ts": SOON}}
    event = change(now, {"text": "ferie?"}, channel=DIRECT, channel_type="im")
    incoming = read_event(delivery(event), BOT)
    assert isinstance(incoming, Edited)
    assert incoming.question.way is Way.DIRECT


def test_a_mention_that_slack_sends_once_more() -> None:
    """Slack sends an edited mention again as a mention, under another id: it is the same edit."""
    again = mention("hvem godkender?", edited={"user": ASTRID, "ts": SOON})
    incoming = read_event(delivery(again, "Ev3"), BOT)
    changed = edited(f"{NAMED} hvem godkender?", f"{NAMED} hvem gdkender?")
    assert isinstance(incoming, Edited)
    assert isinstance(changed, Edited)
    assert incoming.keys[0] == changed.keys[0]
    assert incoming.question.keys[0] == changed.question.keys[0]
    late = mention("hvem godkender?", edited={"user": ASTRID, "ts": LATE})
    assert read_event(delivery(late), BOT) == Nothing(Reason.LATE)


def test_a_message_whose_words_before_are_not_told() -> None:
    """Without the words before, an edit within a minute counts."""
    event = change({"text": f"{NAMED} ferie", "edited": {"ts": SOON}}, {})
    del event["previous_message"]
    assert isinstance(read_event(delivery(event), BOT), Edited)


def test_what_is_left_of_a_deleted_message_asks_nothing() -> None:
    """A message with replies that is deleted becomes one of Slack's own."""
    left = {"subtype": "tombstone", "user": "USLACKBOT", "text": "This message was deleted."}
    assert edited("", "ferie?", hidden=True, **left) == Nothing(Reason.MACHINE)
    assert edited("", "ferie?", subtype="tombstone") == Nothing(Reason.HAPPENING)


def test_an_edit_in_a_thread_stays_there() -> None:
    """The place of an edited question is that of the question."""
    incoming = edited("og hvem godkender?", "og hvem?", thread_ts=THREAD)
    assert isinstance(incoming, Edited)
    assert (incoming.question.way, incoming.question.thread) == (Way.THREAD, THREAD)
