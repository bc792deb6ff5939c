"""Which events are questions, what their words are, and by what they are known again."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.asking.incoming import Asked, asked_directly, asked_in_channel, question_text
from tests.slack.deliveries import CHANNEL, DIRECT, THREAD, TS, direct, mention

NO_QUESTIONS: dict[str, Mapping[str, object]] = {
    "a bot": {"bot_id": "B1"},
    "a bot's profile": {"bot_profile": {}},
    "nobody": {"user": ""},
    "an edit": {"subtype": "message_changed"},
    "a deletion": {"subtype": "message_deleted"},
    "an arrival": {"subtype": "channel_join"},
    "a new topic": {"subtype": "channel_topic"},
    "a bot's message": {"subtype": "bot_message"},
    "a reminder": {"subtype": "reminder_add"},
    "a subtype that Slack may add": {"subtype": "something_new"},
    "hidden": {"hidden": True},
    "nowhere": {"channel": ""},
    "at no time": {"ts": None},
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@pytest.mark.parametrize("fields", NO_QUESTIONS.values(), ids=NO_QUESTIONS.keys())
def test_what_is_no_question(fields: Mapping[str, object]) -> None:
    """Only a new message that a person wrote somewhere is a question."""
    assert asked_in_channel({**mention("x"), **fields}, "Ev1") is None
    assert asked_directly({**direct("x"), **fields}, "Ev1") is None


@pytest.mark.parametrize("channel_type", ["channel", "group", "mpim", "app_home", None])
def test_other_channels_are_no_direct_messages(channel_type: str | None) -> None:
    """Talk in a channel is not for the bot, unless it is named."""
    assert asked_directly(direct("x", channel_type=channel_type), "Ev1") is None


@pytest.mark.parametrize("subtype", [None, "thread_broadcast", "file_share"])
def test_what_is_a_question(subtype: str | None) -> None:
    """A message, one shown to the channel too, and one with a file are questions."""
    assert asked_in_channel(mention("x", subtype=subtype), "Ev1") is not None
    assert asked_directly(direct("x", subtype=subtype), "Ev1") is not None


def test_where_an_answer_goes() -> None:
    """A mention is answered in its thread or in one below it, a direct message where it stands."""
    keys = (f"{CHANNEL}:{TS}", "Ev1")
    assert asked_in_channel(mention("x"), "Ev1") == Asked("x", CHANNEL, TS, keys)
    inside = asked_in_channel(mention("x", thread_ts=THREAD), "Ev1")
    assert inside == Asked("x", CHANNEL, THREAD, keys)
    place = (f"{DIRECT}:{TS}",)
    assert asked_directly(direct("x"), "") == Asked("x", DIRECT, None, place)
    assert asked_directly(direct("x", thread_ts=THREAD), "") == Asked("x", DIRECT, THREAD, place)


def test_message_without_words_asks_nothing_and_counts() -> None:
    """A mention without words is taken, so that the person gets help instead of silence."""
    for text in (None, "", "  ", "<@U0BOT>"):
        asked = asked_in_channel({**mention(""), "text": text}, "Ev1")
        assert asked is not None
        assert asked.text == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("<@U0BOT> hvem godkender?", "hvem godkender?"),
        ("hvem <@U0BOT|handbook> godkender", "hvem godkender"),
        ("<!here> <!subteam^S1|@økonomi> løn", "løn"),
        ("se <#C1|økonomi> og <#C2>", "se økonomi og"),
        ("hvad er <https://x.example/a?b=1&amp;c|x.example>", "hvad er x.example"),
        ("hvad er <https://x.example/a?b=1&amp;c>", "hvad er https://x.example/a?b=1&c"),
        ("<mailto:a@x.example|a@x.example>", "a@x.example"),
        ("løn &amp; ferie &lt;3 &gt;", "løn & ferie <3 >"),
        ("&amp;lt;", "&lt;"),
        ("to\nlinjer\t og  luft", "to linjer og luft"),
    ],
)
def test_words_of_a_question(typed: str, words: str) -> None:
    """Slack's markup is taken off: names go, links and channels are read as they are shown."""
    assert question_text(typed) == words


@given(text=st.text() | st.text("<>@#!|&amp;lt ", max_size=40))
def test_any_text_has_words(text: str) -> None:
    """Whatever is typed, its words stand on one line."""
    words = question_text(text)
    assert words == " ".join(words.split())


@given(
    fields=st.dictionaries(
        st.sampled_from(["user", "text", "ts", "thread_ts", "channel", "channel_type", "hidden"]),
        JSON,
    )
)
def test_any_event_is_judged(fields: Mapping[str, object]) -> None:
    """An event with fields of any kind is taken or left, and never a crash."""
    for event in ({**mention("x"), **fields}, {**direct("x"), **fields}, fields):
        for asked in (asked_in_channel(event, "Ev1"), asked_directly(event, "Ev1")):
            assert asked is None or asked.channel
