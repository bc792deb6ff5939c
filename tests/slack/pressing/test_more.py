"""More: the whole section, from wherever it is pressed, or why there is none."""

import asyncio
from dataclasses import replace

import pytest
from aiohttp import web

from bot.slack.rendering.control import Carried, Control
from index.contents import section_key
from index.reading.plain import plain_text
from index.search.index import Index
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack, Regular
from tests.slack.faults import refuses
from tests.slack.library import Shelf
from tests.slack.pressing.asked import QUESTION, carrying, section_named
from tests.slack.pressing.bots import Bot, buttons_of, view_of, words_of
from tests.slack.pressing.presses import (
    ASTRID,
    CHANNEL,
    ROOT,
    VIEW,
    Pressing,
    in_direct_message,
    in_modal,
    in_thread,
    seen_by_one,
)

GONE = Carried(QUESTION, "gone")


@pytest.mark.parametrize("press", [in_thread, in_direct_message, seen_by_one])
def test_whole_section_opens(slack: FakeSlack, bot: Bot, index: Index, press: Pressing) -> None:
    """Wherever the answer stands, the section is shown from its beginning to its end."""
    bot.take(press(Control.MORE, carrying("Ferie", index), slack.response_url))
    (opened,) = slack.sent("views.open")
    assert opened["trigger_id"] == "102.33.2e25"
    said = words_of(view_of(opened))
    assert set(plain_text(section_named("Ferie", index).blocks).split()) <= set(said.split())
    assert slack.sent("chat.postMessage") == slack.sent("chat.postEphemeral") == []


def test_further_section_opens_in_the_same_modal(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """What was found beside it is a button in the modal, and the way on from there too."""
    bot.take(in_thread(Control.MORE, carrying("Ferie", index), slack.response_url))
    opened = view_of(slack.sent("views.open")[0])
    buttons = buttons_of(opened["blocks"])
    assert len(buttons) == 2
    action, button = next(iter(buttons.items()))
    bot.take(in_modal(action, button["value"], opened))
    (updated,) = slack.sent("views.update")
    assert updated["view_id"] == VIEW
    assert button["text"]["text"] in words_of(view_of(updated))
    assert len(buttons_of(view_of(updated)["blocks"])) == 2


def test_gone_section_is_said_with_the_nearest(slack: FakeSlack, bot: Bot) -> None:
    """A section that the handbook lost is said to be gone; the question finds what is nearest."""
    bot.take(in_thread(Control.MORE, GONE, slack.response_url))
    opened = view_of(slack.sent("views.open")[0])
    assert "ikke længere" in words_of(opened)
    action, button = next(iter(buttons_of(opened["blocks"]).items()))
    bot.take(in_modal(action, button["value"], opened))
    assert button["text"]["text"] in words_of(view_of(slack.sent("views.update")[0]))


def test_gone_section_without_a_question_is_said(slack: FakeSlack, bot: Bot) -> None:
    """Where nothing was asked, there is nothing to ask again."""
    bot.take(in_thread(Control.MORE, Carried("", "gone"), slack.response_url))
    opened = view_of(slack.sent("views.open")[0])
    assert "ikke længere" in words_of(opened)
    assert buttons_of(opened["blocks"]) == {}


def test_handbook_being_read_is_said(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """While there is nothing to show, the modal says why."""
    reading = replace(bot, shelf=Shelf())
    reading.take(in_thread(Control.MORE, carrying("Ferie", index), slack.response_url))
    assert "læse håndbogen" in words_of(view_of(slack.sent("views.open")[0]))


def test_english_speaker_reads_english(slack: FakeSlack, bot: Bot) -> None:
    """What is said around the section is in the language of who pressed."""
    slack.workspace.person(ASTRID, locale="en-GB")
    bot.take(in_thread(Control.MORE, GONE, slack.response_url))
    assert "not in the handbook any more" in words_of(view_of(slack.sent("views.open")[0]))


def test_late_press_is_told_below_the_answer(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """When Slack does not open the modal any more, who pressed is told to press again."""
    slack.answer("views.open", refuses("expired_trigger_id"))
    bot.take(in_thread(Control.MORE, carrying("Ferie", index), slack.response_url))
    (told,) = slack.sent("chat.postEphemeral")
    assert (told["channel"], told["user"], told["thread_ts"]) == (CHANNEL, ASTRID, ROOT)
    assert "igen" in str(told["text"])


def test_late_press_is_told_where_the_bot_is_not(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Below an answer that one person sees, they are told by the press's own address."""
    slack.answer("views.open", refuses("expired_trigger_id"))
    bot.take(seen_by_one(Control.MORE, carrying("Ferie", index), slack.response_url))
    (told,) = slack.sent(RESPONSE_URL)
    assert "igen" in str(told["text"])
    assert told["response_type"] == "ephemeral"
    assert not told.get("replace_original")


@pytest.mark.parametrize(("word", "told"), [("not_found", 0), ("view_too_large", 1)])
def test_modal_that_cannot_be_filled(
    slack: FakeSlack, bot: Bot, index: Index, word: str, told: int
) -> None:
    """Who closed the modal is left in peace; who looks at it is told that there is nothing new."""
    opened = {"blocks": [], "private_metadata": ""}
    slack.answer("views.update", refuses(word))
    bot.take(in_modal(Control.MORE, carrying("Ferie", index), opened))
    said = [words_of(view_of(call)) for call in slack.sent("views.update")]
    assert ["kunne ikke vises" in each for each in said] == [False, *[True] * told]


def test_slow_slack_is_waited_for_in_the_modal(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """When it takes long to learn who pressed, the modal opens in time and is filled then."""

    async def once_open(_request: web.Request, regular: Regular) -> web.StreamResponse:
        await asyncio.to_thread(slack.wait_for, "views.open")
        return regular()

    slack.answer("users.info", once_open)
    bot.take(in_thread(Control.MORE, carrying("Ferie", index), slack.response_url))
    assert "Et øjeblik" in words_of(view_of(slack.sent("views.open")[0]))
    (filled,) = slack.sent("views.update")
    assert "Ferie" in words_of(view_of(filled))


def test_every_section_can_be_opened(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """The button of every section shows that section, in a modal that Slack takes."""
    sections = {section_key(passage.section): passage.section for passage in index.passages}
    presses = [
        # A trigger of its own tells which press a modal belongs to.
        in_thread(Control.MORE, Carried("", key), slack.response_url) | {"trigger_id": key}
        for key in sections
    ]
    bot.take_at_once(*presses)
    opened = {call["trigger_id"]: words_of(view_of(call)) for call in slack.sent("views.open")}
    assert opened.keys() == sections.keys()
    for key, section in sections.items():
        assert section.heading[:20] in opened[key]
