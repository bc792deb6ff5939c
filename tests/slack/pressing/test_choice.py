"""A choice: the section that was meant, and no other, for those whom it concerns."""

from dataclasses import replace

import pytest

from bot.slack.rendering.control import Carried, Control, action_id
from index.search.index import Index
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack
from tests.slack.faults import refuses
from tests.slack.library import Shelf
from tests.slack.pressing.asked import QUESTION, carrying
from tests.slack.pressing.bots import NOWHERE, Bot, blocks_of, buttons_of
from tests.slack.pressing.presses import (
    BO,
    CHANNEL,
    DIRECT,
    ROOT,
    in_direct_message,
    in_thread,
    seen_by_one,
)

SECOND = action_id(Control.CHOICE, 2)


def test_asker_shows_it_to_the_thread(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Who asked shows the section to everybody in the thread, as an answer that is sure."""
    bot.take(in_thread(SECOND, carrying("Syg", index), slack.response_url))
    (posted,) = slack.sent("chat.postMessage")
    assert (posted["channel"], posted["thread_ts"]) == (CHANNEL, ROOT)
    assert str(posted["text"]).startswith("Syg (")
    assert Control.HELPFUL in buttons_of(blocks_of(posted))
    assert Control.SHARE not in buttons_of(blocks_of(posted))


def test_somebody_else_sees_it_alone(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Who did not ask sees the section, and the thread stays as it is."""
    bot.take(in_thread(SECOND, carrying("Syg", index), slack.response_url, user=BO))
    (told,) = slack.sent("chat.postEphemeral")
    assert (told["user"], told["thread_ts"]) == (BO, ROOT)
    assert str(told["text"]).startswith("Syg (")
    assert slack.sent("chat.postMessage") == []


def test_direct_message_is_replied_to(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """In a direct message there is only one person who can have asked."""
    bot.take(in_direct_message(SECOND, carrying("Syg", index), slack.response_url))
    (posted,) = slack.sent("chat.postMessage")
    assert posted["channel"] == DIRECT
    assert not posted.get("thread_ts")


def test_private_answer_becomes_the_section(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """An answer that one person sees is replaced, and can be shared as before."""
    bot.take(seen_by_one(SECOND, carrying("Syg", index), slack.response_url))
    (own,) = slack.sent(RESPONSE_URL)
    assert own["replace_original"]
    assert own["response_type"] == "ephemeral"
    assert str(own["text"]).startswith("Syg (")
    assert Control.SHARE in buttons_of(blocks_of(own))


@pytest.mark.parametrize("question", ["Hvem godkender fakturaer?", "blork", "", "?"])
def test_it_is_the_section_whatever_was_asked(
    slack: FakeSlack, bot: Bot, index: Index, question: str
) -> None:
    """What was chosen is shown, not what the words would find now."""
    carried = carrying("Syg", index, question)
    bot.take(in_thread(SECOND, carried, slack.response_url))
    assert str(slack.sent("chat.postMessage")[0]["text"]).startswith("Syg (")


def test_pressed_twice_is_shown_once(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """The same choice again is no second answer; another choice is one."""
    press = in_thread(SECOND, carrying("Syg", index), slack.response_url)
    bot.take_at_once(press, press)
    bot.take(press)
    assert len(slack.sent("chat.postMessage")) == 1
    assert ["allerede" in str(c["text"]) for c in slack.sent("chat.postEphemeral")] == [True, True]
    bot.take(in_thread(SECOND, carrying("Ferie", index), slack.response_url))
    assert len(slack.sent("chat.postMessage")) == 2


def test_gone_section_is_said_with_the_nearest(slack: FakeSlack, bot: Bot) -> None:
    """Where the section is gone, the presser gets what the question finds now."""
    gone = Carried(QUESTION, "gone")
    bot.take(in_thread(SECOND, gone, slack.response_url))
    (told,) = slack.sent("chat.postEphemeral")
    bot.take(seen_by_one(SECOND, gone, slack.response_url))
    (own,) = slack.sent(RESPONSE_URL)
    for said in (told, own):
        assert "ikke længere" in str(said["text"])
        assert "Ferie" in str(said["text"])
    assert own["replace_original"]


def test_not_posted_is_shown_to_who_pressed(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Where the bot may not post any more, who pressed sees the section all the same."""
    slack.answer("chat.postMessage", refuses("not_in_channel"))
    slack.answer("chat.postEphemeral", refuses("not_in_channel"))
    bot.take(in_thread(SECOND, carrying("Syg", index), slack.response_url))
    (told,) = slack.sent(RESPONSE_URL)
    assert str(told["text"]).startswith("Syg (")
    assert not told.get("replace_original")


def test_store_away_changes_nothing(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Without a store it is shown, once."""
    press = in_thread(SECOND, carrying("Syg", index), slack.response_url)
    replace(bot, store=NOWHERE).take_at_once(press, press)
    assert len(slack.sent("chat.postMessage")) == 1


def test_handbook_being_read_is_said(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """While there is nothing to show, who pressed is told why."""
    press = in_thread(SECOND, carrying("Syg", index), slack.response_url)
    replace(bot, shelf=Shelf()).take(press)
    assert "læse håndbogen" in str(slack.sent("chat.postEphemeral")[0]["text"])
