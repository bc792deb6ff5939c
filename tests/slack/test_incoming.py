"""Which events are questions, how they were asked, and by what they are known again."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.asking.incoming import read_event
from bot.slack.asking.question import Asker, Edited, Nothing, Question, Reason, Way
from tests.slack.deliveries import (
    ASTRID,
    BOT,
    CHANNEL,
    DIRECT,
    THREAD,
    TS,
    change,
    delivery,
    direct,
    mention,
    talk,
)

BY_ASTRID = Asker(user=ASTRID, team="T0")
NO_QUESTIONS: dict[str, tuple[Mapping[str, object], Reason]] = {
    "a bot": ({"bot_id": "B1"}, Reason.MACHINE),
    "a bot's profile": ({"bot_profile": {}}, Reason.MACHINE),
    "a bot's message": ({"subtype": "bot_message"}, Reason.MACHINE),
    "the bot itself": ({"user": BOT}, Reason.MACHINE),
    "Slack's own": ({"user": "USLACKBOT"}, Reason.MACHINE),
    "nobody": ({"user": ""}, Reason.NOBODY),
    "nowhere": ({"channel": ""}, Reason.NOBODY),
    "at no time": ({"ts": None}, Reason.NOBODY),
    "a deletion": ({"subtype": "message_deleted"}, Reason.HAPPENING),
    "an arrival": ({"subtype": "channel_join"}, Reason.HAPPENING),
    "a new topic": ({"subtype": "channel_topic"}, Reason.HAPPENING),
    "what somebody does": ({"subtype": "me_message"}, Reason.HAPPENING),
    "a reply that is told of": ({"subtype": "message_replied"}, Reason.HAPPENING),
    "a reminder": ({"subtype": "reminder_add"}, Reason.HAPPENING),
    "a subtype that Slack may add": ({"subtype": "something_new"}, Reason.HAPPENING),
    "hidden": ({"hidden": True}, Reason.HAPPENING),
    "another event": ({"type": "reaction_added"}, Reason.HAPPENING),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
FIELDS = [
    *("type", "user", "text", "ts", "thread_ts", "channel", "channel_type", "hidden", "subtype"),
    *("message", "previous_message", "edited", "team", "user_team", "source_team"),
]
ODD = st.dictionaries(st.sampled_from(FIELDS), JSON | st.sampled_from(["message_changed", TS]))
MACHINES = st.sampled_from(
    [{"bot_id": "B1"}, {"bot_profile": {"id": "B1"}}, {"subtype": "bot_message"}, {"user": BOT}]
)


def read(event: Mapping[str, object], bot: str = BOT) -> Question | Edited | Nothing:
    """Read an event as Slack delivers it."""
    return read_event(delivery(event), bot)


def asked(event: Mapping[str, object]) -> Question:
    """Read an event that is a question."""
    question = read(event)
    assert isinstance(question, Question)
    return question


@pytest.mark.parametrize(("fields", "reason"), NO_QUESTIONS.values(), ids=NO_QUESTIONS.keys())
def test_what_is_no_question(fields: Mapping[str, object], reason: Reason) -> None:
    """Only a new message that a person wrote somewhere is a question."""
    for event in (mention("x"), direct("x"), talk("x")):
        assert read({**event, **fields}) == Nothing(reason)


@pytest.mark.parametrize("subtype", [None, "thread_broadcast", "file_share"])
def test_what_is_a_question(subtype: str | None) -> None:
    """A message, one shown to the channel too, and one with a file are questions."""
    for event in (mention("x"), direct("x"), talk("x")):
        assert asked({**event, "subtype": subtype}).text == "x"


def test_named_in_a_channel() -> None:
    """Who names the bot is answered in a thread below; in a thread, in it."""
    question = Question("x", Way.MENTION, CHANNEL, TS, TS, BY_ASTRID, (f"T0:{CHANNEL}:{TS}", "Ev1"))
    assert read(mention("x")) == question
    assert not question.inside
    inside = asked(mention("x", thread_ts=THREAD))
    assert (inside.way, inside.thread, inside.inside) == (Way.MENTION, THREAD, True)


def test_a_direct_message() -> None:
    """A direct message is answered where it stands."""
    keys = (f"T0:{DIRECT}:{TS}", "Ev1")
    question = Question("x", Way.DIRECT, DIRECT, TS, None, BY_ASTRID, keys)
    assert read(direct("x")) == question
    assert asked(direct("x", thread_ts=THREAD)).thread == THREAD
    assert asked(direct("x", thread_ts=TS)).thread is None
    assert asked(direct("x", channel_type=None)).way is Way.DIRECT
    assert asked(direct(f"<@{BOT}> x")).way is Way.DIRECT


@pytest.mark.parametrize("channel_type", ["channel", "group", "mpim"])
def test_talk_in_a_channel(channel_type: str) -> None:
    """What names nobody is told apart by whether it stands in a thread."""
    above = asked(talk("x", channel_type=channel_type))
    assert (above.way, above.thread, above.inside) == (Way.CHANNEL, TS, False)
    has_replies = asked(talk("x", channel_type=channel_type, thread_ts=TS))
    assert (has_replies.way, has_replies.thread) == (Way.CHANNEL, TS)
    inside = asked(talk("x", channel_type=channel_type, thread_ts=THREAD))
    assert (inside.way, inside.thread, inside.inside) == (Way.THREAD, THREAD, True)


@pytest.mark.parametrize(
    "typed", [f"<@{BOT}> hvem godkender", f"hvem <@{BOT}> godkender", f"hvem godkender <@{BOT}|h>"]
)
def test_the_name_may_stand_anywhere(typed: str) -> None:
    """A message that names the bot is a mention, whichever of the two events brings it."""
    as_message, as_mention = asked(talk(typed)), asked({**mention(""), "text": typed})
    assert as_message == as_mention
    assert (as_message.way, as_message.text) == (Way.MENTION, "hvem godkender")


def test_one_message_has_one_first_key() -> None:
    """The two events of a mention have different ids and the same first key."""
    typed = f"<@{BOT}> x"
    first = read_event(delivery(talk(typed), "Ev1"), BOT)
    second = read_event(delivery(mention("x"), "Ev2"), BOT)
    assert isinstance(first, Question)
    assert isinstance(second, Question)
    assert first.keys == (f"T0:{CHANNEL}:{TS}", "Ev1")
    assert second.keys == (f"T0:{CHANNEL}:{TS}", "Ev2")


@pytest.mark.parametrize("typed", [None, "", "  ", f"<@{BOT}>", f"<@{BOT}> ?", f"<@{BOT}> :eyes:"])
def test_message_without_words_asks_nothing_and_counts(typed: str | None) -> None:
    """A mention without words is taken, so that the person gets help instead of silence."""
    question = asked({**mention(""), "text": typed})
    assert (question.way, question.text) == (Way.MENTION, "")


def test_others_are_named_and_noted() -> None:
    """The names of others are no words of the question, and tell that it is put to them."""
    question = asked(talk(f"<@U0BO> og <!subteam^S1|@it>, ved <@{BOT}> hvem der godkender?"))
    assert question.addressed_to_others == ("U0BO", "S1")
    assert question.text == "og , ved hvem der godkender?"
    assert asked(mention("hvem godkender?")).addressed_to_others == ()


def test_a_shared_channel_tells_where_somebody_belongs() -> None:
    """With another organisation in the channel, theirs and ours are kept apart."""
    theirs = {"user_team": "T9", "source_team": "T9", "team": "T8"}
    body = {**delivery(mention("x", **theirs)), "team_id": "T9", "is_ext_shared_channel": True}
    question = read_event(body, BOT)
    assert isinstance(question, Question)
    assert question.asker == Asker(ASTRID, "T0", "T9", "T9", shared=True)
    assert question.keys[0] == f"T0:{CHANNEL}:{TS}"
    assert asked(mention("x", team="T0")).asker == Asker(ASTRID, "T0", "T0")


def test_without_authorizations_the_envelope_tells_the_workspace() -> None:
    """The workspace is found where Slack says it: an authorization, the envelope, the event."""
    body = delivery(mention("x", team="T2"))
    body["authorizations"] = []
    assert isinstance(question := read_event(body, BOT), Question)
    assert question.asker.team == "T0"
    del body["team_id"]
    assert isinstance(question := read_event(body, BOT), Question)
    assert question.asker.team == "T2"


def test_a_bot_that_does_not_know_its_own_name_is_named_all_the_same() -> None:
    """Slack's `app_mention` is a mention even while the bot's id is unknown."""
    question = read(mention("x"), bot="")
    assert isinstance(question, Question)
    assert question.way is Way.MENTION


@given(fields=ODD, envelope=st.dictionaries(st.sampled_from(["event", "authorizations"]), JSON))
def test_any_event_is_judged(fields: Mapping[str, object], envelope: Mapping[str, object]) -> None:
    """An event with fields of any kind is taken or left, and never a crash."""
    for event in (mention("x"), direct("x"), talk("x"), change({"text": "y"}, {}), {}):
        incoming = read({**event, **fields})
        if isinstance(incoming, Question):
            assert incoming.channel
            assert incoming.ts
            assert incoming.keys
        assert read_event({**delivery(event), **envelope}, BOT) is not None


@given(fields=ODD, machine=MACHINES)
def test_what_a_bot_caused_is_never_a_question(
    fields: Mapping[str, object], machine: Mapping[str, object]
) -> None:
    """Whatever else an event says: what a bot wrote, or changed of its own, is not answered."""
    for event in (mention("x"), direct("x"), talk(f"<@{BOT}> x")):
        assert isinstance(read({**event, **fields, **machine}), Nothing)
        now = {**event, "edited": {"ts": TS}, **fields, **machine}
        assert isinstance(read(change(now, {"text": "y"})), Nothing)
