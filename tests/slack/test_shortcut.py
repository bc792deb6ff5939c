"""Looking up a message that stands there already."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.asking.question import Asker, Question, Way
from bot.slack.asking.shortcut import looked_up
from tests.slack.deliveries import ASTRID, BOT, CHANNEL, THREAD, TS

BODY: Mapping[str, object] = {
    "type": "message_action",
    "callback_id": "look-up",
    "trigger_id": "1.2.abc",
    "message_ts": TS,
    "team": {"id": "T0", "domain": "havn"},
    "user": {"id": ASTRID, "name": "astrid", "team_id": "T0"},
    "channel": {"id": CHANNEL, "name": "spørgsmål"},
    "message": {"type": "message", "user": "U0BO", "ts": TS, "text": f"<@{BOT}> hvem godkender?"},
}


def test_whoever_looks_a_message_up_asks() -> None:
    """The words are the message's, the question is that of whoever looks it up."""
    assert looked_up(BODY) == Question(
        text="hvem godkender?",
        way=Way.SHORTCUT,
        channel=CHANNEL,
        ts=TS,
        thread=TS,
        asker=Asker(ASTRID, "T0", "T0"),
        keys=(f"T0:{CHANNEL}:{TS}:{ASTRID}:1.2.abc",),
    )


def test_a_message_of_a_bot_may_be_looked_up() -> None:
    """A workflow's message is as good a question: a person asks it."""
    message = {"subtype": "bot_message", "bot_id": "B1", "ts": TS, "thread_ts": THREAD}
    question = looked_up({**BODY, "message": {**message, "text": "Ny: <#C1|ferie>"}})
    assert question is not None
    assert (question.text, question.thread) == ("Ny: ferie", THREAD)


@pytest.mark.parametrize("missing", ["user", "channel"])
def test_nobody_and_nowhere_ask_nothing(missing: str) -> None:
    """Without somebody or a place there is nobody to answer."""
    assert looked_up({**BODY, missing: None}) is None


@given(
    fields=st.dictionaries(st.sampled_from(list(BODY)), st.none() | st.text() | st.lists(st.text()))
)
def test_any_shortcut_is_judged(fields: Mapping[str, object]) -> None:
    """A shortcut with fields of any kind is taken or left."""
    question = looked_up({**BODY, **fields})
    assert question is None or question.ts
