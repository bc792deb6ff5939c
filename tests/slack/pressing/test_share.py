"""Share: in sight of all, once, in the asker's name and in nobody's ear."""

from dataclasses import replace

import pytest

from bot.slack.rendering.control import Carried, Control
from index.search.index import Index
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack
from tests.slack.faults import fails
from tests.slack.library import Shelf
from tests.slack.pressing.asked import QUESTION, carrying, section_named
from tests.slack.pressing.bots import NOWHERE, Bot, blocks_of, buttons_of
from tests.slack.pressing.presses import ASTRID, CHANNEL, ROOT, seen_by_one

INVOICES = "Hvem godkender fakturaer?"


def test_answer_is_shown_to_the_channel(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Everybody sees who shares it, what was asked, and the answer, where the bot need not be."""
    bot.take(seen_by_one(Control.SHARE, carrying(INVOICES, index, INVOICES), slack.response_url))
    shared, own = slack.sent(RESPONSE_URL)
    assert shared["response_type"] == "in_channel"
    assert not shared.get("replace_original")
    text = str(shared["text"])
    assert text.startswith("Astrid deler")
    assert text.count(INVOICES) >= 2
    assert ASTRID not in str(shared["blocks"])
    assert Control.SHARE not in buttons_of(blocks_of(shared))
    assert own["response_type"] == "ephemeral"
    assert own["replace_original"]
    assert "delt" in str(own["text"])
    assert Control.SHARE not in buttons_of(blocks_of(own))
    assert Control.HELPFUL in buttons_of(blocks_of(own))


def test_pressed_twice_is_shared_once(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Two presses share once, at once or after a restart, and the second is answered as well."""
    press = seen_by_one(Control.SHARE, carrying(INVOICES, index, INVOICES), slack.response_url)
    bot.take_at_once(press, press)
    bot.take(press)
    sent = slack.sent(RESPONSE_URL)
    assert [each["response_type"] for each in sent].count("in_channel") == 1
    assert ["allerede" in str(each["text"]) for each in sent].count(True) == 2


def test_what_was_seen_is_shared(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Where another section ranks first by now, the one that was shown is shared all the same."""
    bot.take(seen_by_one(Control.SHARE, carrying("Syg", index, INVOICES), slack.response_url))
    shared = str(slack.sent(RESPONSE_URL)[0]["text"])
    assert shared.index("Syg (") < shared.index("Se også")


def test_gone_section_is_not_shared(slack: FakeSlack, bot: Bot) -> None:
    """A section that is gone is shown to nobody: the asker gets a new answer to look at first."""
    bot.take(seen_by_one(Control.SHARE, Carried(INVOICES, "gone"), slack.response_url))
    (own,) = slack.sent(RESPONSE_URL)
    assert own["response_type"] == "ephemeral"
    assert own["replace_original"]
    assert "ikke længere" in str(own["text"])
    assert Control.SHARE in buttons_of(blocks_of(own))


def test_shared_in_the_thread_where_it_was_asked(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """A private answer in a thread is shared in that thread, which a response would miss."""
    press = seen_by_one(Control.SHARE, carrying(INVOICES, index, INVOICES), slack.response_url)
    press["container"]["thread_ts"] = ROOT
    bot.take(press)
    (shared,) = slack.sent("chat.postMessage")
    assert (shared["channel"], shared["thread_ts"]) == (CHANNEL, ROOT)
    assert [each["response_type"] for each in slack.sent(RESPONSE_URL)] == ["ephemeral"]


def test_not_shared_is_said_with_another_try(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """What Slack did not take is said to be not shared, with a button that tries again."""
    slack.answer(RESPONSE_URL, fails(404), fails(404))
    carried = carrying(INVOICES, index, INVOICES)
    bot.take(seen_by_one(Control.SHARE, carried, slack.response_url))
    told = slack.sent(RESPONSE_URL)[-1]
    assert "ikke delt" in str(told["text"])
    button = buttons_of(blocks_of(told))[Control.SHARE]
    bot.take(seen_by_one(Control.SHARE, button["value"], slack.response_url, ts="1700000009.1"))
    assert slack.sent(RESPONSE_URL)[-2]["response_type"] == "in_channel"


def test_section_alone_is_shared(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """A section that nothing was asked for is shared as a section."""
    bot.take(seen_by_one(Control.SHARE, carrying("Syg", index, ""), slack.response_url))
    assert "afsnit" in str(slack.sent(RESPONSE_URL)[0]["text"]).splitlines()[0]


def test_store_away_changes_nothing(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Without a store it is shared, and twice in a row shared once."""
    press = seen_by_one(Control.SHARE, carrying(INVOICES, index, INVOICES), slack.response_url)
    replace(bot, store=NOWHERE).take_at_once(press, press)
    sent = [each["response_type"] for each in slack.sent(RESPONSE_URL)]
    assert sent.count("in_channel") == 1


def test_handbook_being_read_is_said(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """While there is nothing to share, the asker is told why."""
    press = seen_by_one(Control.SHARE, carrying(INVOICES, index), slack.response_url)
    replace(bot, shelf=Shelf()).take(press)
    (told,) = slack.sent(RESPONSE_URL)
    assert told["response_type"] == "ephemeral"
    assert "læse håndbogen" in str(told["text"])


@pytest.mark.parametrize("name", ["<!channel> & <@U0BO>", "*Astrid*\n_Holm_", ""])
def test_name_calls_nobody(slack: FakeSlack, bot: Bot, index: Index, name: str) -> None:
    """Whatever somebody calls themselves, sharing notifies nobody."""
    slack.workspace.person(ASTRID, real_name=name, profile={"real_name": name}, name="")
    bot.take(seen_by_one(Control.SHARE, carrying(INVOICES, index, INVOICES), slack.response_url))
    assert slack.sent(RESPONSE_URL)[0]["response_type"] == "in_channel"


def test_english_answer_is_shared_in_english(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """What is shared reads in the question's language, what the asker is told in theirs."""
    english = "Who approves invoices?"
    bot.take(seen_by_one(Control.SHARE, carrying(INVOICES, index, english), slack.response_url))
    shared, own = slack.sent(RESPONSE_URL)
    assert str(shared["text"]).startswith("Astrid shares")
    assert "delt" in str(own["text"])
    assert section_named(INVOICES, index).heading in str(own["text"])
    assert QUESTION not in str(shared["text"])
