"""Asking a person: seen before it is sent, sent once, and never lost in silence."""

import json
from dataclasses import replace

import pytest

from bot.slack.manners import Manners
from bot.slack.pressing.person_form import ADDED, QUESTION
from bot.slack.rendering.control import Carried, Control
from bot.store.channels import ChannelSettings
from index.search.index import Index
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import fails, refuses
from tests.slack.pressing import asked
from tests.slack.pressing.asked import carrying
from tests.slack.pressing.bots import ESCALATION, NOWHERE, Bot, shown, view_of, words_of
from tests.slack.pressing.presses import (
    ASTRID,
    CHANNEL,
    Body,
    Pressing,
    in_direct_message,
    in_thread,
    seen_by_one,
    sent,
)

REASONS = {
    "not_in_channel": "ikke med i kanalen",
    "channel_not_found": "Kanalen",
    "is_archived": "Kanalen",
    "missing_scope": "lader mig ikke",
    "msg_too_long": "kortere",
}
"""What Slack says, and what the asker is told of it."""


def opened_by(slack: FakeSlack, bot: Bot, press: Body) -> dict[str, object]:
    """Press, and return the modal that opened."""
    bot.take(press)
    return view_of(slack.sent("views.open")[-1])


def ask_in_thread(slack: FakeSlack, bot: Bot, index: Index) -> dict[str, object]:
    """Press below an answer in a channel, and return the modal that opened."""
    root = slack.workspace.say(CHANNEL, ASTRID, asked.QUESTION)
    press = in_thread(Control.PERSON, carrying("Ferie", index), slack.response_url)
    press["message"]["thread_ts"] = press["container"]["thread_ts"] = root
    return opened_by(slack, bot, press)


def test_everything_is_shown_before_it_is_sent(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """The modal has the question, the asker's name, the excerpt and where it goes; no post yet."""
    said = words_of(ask_in_thread(slack, bot, index))
    for shown_before in (asked.QUESTION, "Astrid", "Ferie", "link til tråden"):
        assert shown_before in said
    assert f"channel={ESCALATION}" in said
    assert slack.sent("chat.postMessage") == []


def test_question_is_posted_with_what_was_answered(
    slack: FakeSlack, bot: Bot, index: Index
) -> None:
    """What is posted has a name and no mention, the question as edited, the words, the answer."""
    opened = ask_in_thread(slack, bot, index)
    (response,) = bot.take(sent(opened, **{QUESTION: "Må jeg gemme ferie?", ADDED: "Til i år"}))
    assert "Sender" in words_of(shown(response))
    (posted,) = slack.sent("chat.postMessage")
    assert posted["channel"] == ESCALATION
    assert not posted.get("thread_ts")
    text = str(posted["text"])
    for part in ("Astrid", "Må jeg gemme ferie?", "Til i år", "Ferie (", "example/archives"):
        assert part in text
    assert ASTRID not in text
    excerpt = "der dækker for dig"
    assert excerpt in text
    assert excerpt in words_of(opened)
    (updated,) = slack.sent("views.update")
    assert "er sendt" in words_of(view_of(updated))


@pytest.mark.parametrize("press", [in_direct_message, seen_by_one])
def test_nobody_is_sent_where_only_the_asker_is(
    slack: FakeSlack, bot: Bot, index: Index, press: Pressing
) -> None:
    """Of a direct message, and of an answer that one person sees, no link is made."""
    made = press(Control.PERSON, carrying("Ferie", index), slack.response_url)
    opened = opened_by(slack, bot, made)
    assert "link til tråden" not in words_of(opened)
    bot.take(sent(opened))
    assert "archives" not in str(slack.sent("chat.postMessage")[0]["text"])
    assert slack.sent("chat.getPermalink") == []


def test_answer_that_had_nothing(slack: FakeSlack, bot: Bot) -> None:
    """Where the handbook had nothing, the question is sent without a section."""
    press = in_thread(Control.PERSON, Carried("Hvor er Blork?"), slack.response_url)
    opened = opened_by(slack, bot, press)
    assert "ikke hjalp" not in words_of(opened)
    bot.take(sent(opened))
    assert "Håndbogens svar" not in str(slack.sent("chat.postMessage")[0]["text"])


def test_section_that_is_gone(slack: FakeSlack, bot: Bot) -> None:
    """A section that the handbook lost keeps nobody from asking a person."""
    press = in_thread(Control.PERSON, Carried("Ferie?", "gone"), slack.response_url)
    bot.take(sent(opened_by(slack, bot, press)))
    assert len(slack.sent("chat.postMessage")) == 1


def test_channels_own_place_to_ask(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Where a channel has a place of its own for questions, they go there."""
    bot.set_channel(CHANNEL, ChannelSettings(escalation="C0HR"))
    opened = ask_in_thread(slack, bot, index)
    assert "channel=C0HR" in words_of(opened)
    # Set anew in between: it goes where the asker was told that it goes.
    bot.set_channel(CHANNEL, ChannelSettings(escalation="C0LATER"))
    bot.take(sent(opened))
    assert slack.sent("chat.postMessage")[0]["channel"] == "C0HR"


def test_nowhere_to_ask_is_said(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """A button of when there was a place to ask says that there is none."""
    nobody = replace(bot, manners=Manners("/handbook"))
    assert "ikke valgt" in words_of(ask_in_thread(slack, nobody, index))


def test_sent_twice_is_posted_once(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Two submissions of one modal post once, at once or after a restart, and both say so."""
    opened = ask_in_thread(slack, bot, index)
    bot.take_at_once(sent(opened), sent(opened))
    bot.take(sent(opened))
    assert len(slack.sent("chat.postMessage")) == 1
    assert "kun én gang" in words_of(view_of(slack.sent("views.update")[-1]))


@pytest.mark.parametrize(("word", "said"), REASONS.items(), ids=REASONS)
def test_refusal_is_told_with_the_words_kept(
    slack: FakeSlack, bot: Bot, index: Index, word: str, said: str
) -> None:
    """Why it was not sent is said, what was written still stands there, and can be sent again."""
    opened = ask_in_thread(slack, bot, index)
    slack.answer("chat.postMessage", refuses(word), refuses(word))
    bot.take(sent(opened, **{QUESTION: "Må jeg?", ADDED: "Det haster."}))
    again = view_of(slack.sent("views.update")[-1])
    for part in (said, "ikke sendt", "Må jeg?", "Det haster."):
        assert part in words_of(again)
    before = len(slack.sent("chat.postMessage"))
    bot.take(sent(again, state="2.second"))
    assert len(slack.sent("chat.postMessage")) == before + 1
    assert "Det haster." in str(slack.sent("chat.postMessage")[-1]["text"])


def test_slack_unwell_is_told(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """When Slack is not well, however often it is tried, the words are kept as well."""
    opened = ask_in_thread(slack, bot, index)
    slack.answer("chat.postMessage", *[fails(500)] * 20)
    bot.take(sent(opened, **{ADDED: "Det haster."}))
    again = words_of(view_of(slack.sent("views.update")[-1]))
    assert "svarer ikke" in again
    assert "Det haster." in again


@pytest.mark.parametrize("fate", ["sent", "lost"])
def test_closed_modal_is_followed_by_a_message(
    slack: FakeSlack, bot: Bot, index: Index, fate: str
) -> None:
    """Who closed the modal is told in a direct message, with their words where they are lost."""
    opened = ask_in_thread(slack, bot, index)
    slack.answer("views.update", *[refuses("not_found")] * 5)
    if fate == "lost":
        slack.answer("chat.postMessage", refuses("not_in_channel"))
    words = "Det haster meget. " * 110 + "Slut."
    bot.take(sent(opened, **{ADDED: words}))
    told = [call for call in slack.sent("chat.postMessage") if call["channel"] == ASTRID]
    assert told
    assert ("Slut." in str(told[-1]["text"])) == (fate == "lost")


def test_empty_question_is_asked_for(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """A question of spaces stays in the modal, which says what is missing."""
    opened = ask_in_thread(slack, bot, index)
    (response,) = bot.take(sent(opened, **{QUESTION: "  "}))
    answered = json.loads(response.body)
    assert answered["response_action"] == "errors"
    assert answered["errors"].keys() == {QUESTION}
    assert slack.sent("chat.postMessage") == []


def test_long_words_are_sent_whole(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """What is too long for one message goes on in its thread: nothing of it is cut."""
    words = [f"æøå&<{number}>" for number in range(180)]
    opened = ask_in_thread(slack, bot, index)
    bot.take(sent(opened, **{QUESTION: "ø" * 1_000, ADDED: " ".join(words)}))
    first, *others = slack.sent("chat.postMessage")
    assert all(other["thread_ts"] for other in others)
    text = "\n".join(str(each["text"]) for each in (first, *others))
    assert all(f"æøå&amp;&lt;{number}&gt;" in text for number in range(180))


def test_store_away_changes_nothing(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Without a store it is sent, to the place of the bot's own settings, once."""
    away = replace(bot, store=NOWHERE)
    opened = ask_in_thread(slack, away, index)
    away.take_at_once(sent(opened), sent(opened))
    assert [post["channel"] for post in slack.sent("chat.postMessage")] == [ESCALATION]


def test_english_speaker_asks_in_english(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """The modal is in the asker's language, the post in the handbook's, which others read."""
    slack.workspace.person(ASTRID, locale="en-GB")
    opened = ask_in_thread(slack, bot, index)
    assert "Until then nothing is sent" in words_of(opened)
    bot.take(sent(opened))
    assert "har et spørgsmål" in str(slack.sent("chat.postMessage")[0]["text"])
    assert "is sent" in words_of(view_of(slack.sent("views.update")[0]))
