"""Helpful, or not: thanked for in private, kept, changed, and never in anybody's way."""

from dataclasses import replace

import pytest

from bot.slack.manners import Manners
from bot.slack.rendering.control import Carried, Control
from bot.store.feedback import Reason, Verdict
from index.search.index import Index
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack
from tests.slack.faults import refuses
from tests.slack.pressing.asked import QUESTION, carrying, section_named
from tests.slack.pressing.bots import NOWHERE, Bot, buttons_of, shown, view_of, words_of
from tests.slack.pressing.presses import (
    ANSWER,
    ASTRID,
    BO,
    CHANNEL,
    DIRECT,
    ROOT,
    in_direct_message,
    in_modal,
    in_thread,
    seen_by_one,
    sent,
)

OFF = Manners("/handbook", feedback=False)
ISSUES = "https://issues.example/new?title={title}&body={body}"


def test_helpful_is_thanked_for_and_kept(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Who pressed sees a thank-you in the thread, alone; what was asked and shown is kept."""
    carried = carrying("Ferie", index)
    bot.take(in_thread(Control.HELPFUL, carried, slack.response_url))
    (told,) = slack.sent("chat.postEphemeral")
    assert (told["channel"], told["user"], told["thread_ts"]) == (CHANNEL, ASTRID, ROOT)
    assert "Tak" in str(told["text"])
    (kept,) = bot.kept_about(ASTRID)
    assert (kept.verdict, kept.question) == (Verdict.HELPFUL, QUESTION)
    assert (kept.section, kept.page) == (carried.section, section_named("Ferie", index).page)
    assert kept.answer == f"{CHANNEL}:{ANSWER}"


def test_thanked_in_a_direct_message(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """In a direct message it is no message that stays, either."""
    bot.take(in_direct_message(Control.HELPFUL, carrying("Ferie", index), slack.response_url))
    assert slack.sent("chat.postEphemeral")[0]["channel"] == DIRECT
    assert slack.sent("chat.postMessage") == []


def test_thanked_where_the_bot_is_not(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Where Slack does not let the bot whisper, the press's own address serves."""
    slack.answer("chat.postEphemeral", refuses("not_in_channel"))
    press = in_thread(Control.HELPFUL, carrying("Ferie", index), slack.response_url)
    bot.take(press, seen_by_one(Control.HELPFUL, carrying("Ferie", index), slack.response_url))
    told = slack.sent(RESPONSE_URL)
    assert ["Tak" in str(each["text"]) for each in told] == [True, True]
    assert not any(each.get("replace_original") for each in told)


def test_pressing_the_other_changes_the_verdict(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """What was pressed last counts, for each person apart."""
    carried, to = carrying("Ferie", index), slack.response_url
    bot.take(
        in_thread(Control.HELPFUL, carried, to),
        in_thread(Control.HELPFUL, carried, to),
        in_thread(Control.NOT_HELPFUL, carried, to),
        in_thread(Control.HELPFUL, carried, to, user=BO),
    )
    assert [each.verdict for each in bot.kept_about(ASTRID)] == [Verdict.NOT_HELPFUL]
    assert [each.verdict for each in bot.kept_about(BO)] == [Verdict.HELPFUL]


def test_not_helpful_is_kept_before_a_reason(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """The verdict stands when the modal is closed; a reason and words are added to it."""
    bot.take(in_thread(Control.NOT_HELPFUL, carrying("Ferie", index), slack.response_url))
    (kept,) = bot.kept_about(ASTRID)
    assert (kept.verdict, kept.reason, kept.comment) == (Verdict.NOT_HELPFUL, None, "")
    opened = view_of(slack.sent("views.open")[0])
    said = "Satserne er fra i fjor."
    (response,) = bot.take(sent(opened, reason=Reason.OUTDATED, comment=said))
    assert "Tak" in words_of(shown(response))
    (kept,) = bot.kept_about(ASTRID)
    assert (kept.reason, kept.comment, kept.question) == (Reason.OUTDATED, said, QUESTION)
    assert kept.answer == f"{CHANNEL}:{ANSWER}"


def test_empty_form_may_be_sent(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Neither a reason nor words are asked for."""
    bot.take(in_thread(Control.NOT_HELPFUL, carrying("Ferie", index), slack.response_url))
    (response,) = bot.take(sent(view_of(slack.sent("views.open")[0])))
    assert "Tak" in words_of(shown(response))
    assert bot.kept_about(ASTRID)[0].reason is None


def test_what_helps_next_is_offered(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """A person and the issue tracker are offered, before a reason is sent and after."""
    manners = replace(bot.manners, issues=ISSUES)
    asked = replace(bot, manners=manners)
    asked.take(in_thread(Control.NOT_HELPFUL, carrying("Ferie", index), slack.response_url))
    opened = view_of(slack.sent("views.open")[0])
    (response,) = asked.take(sent(opened))
    for view in (opened, shown(response)):
        buttons = buttons_of(view["blocks"])
        assert buttons.keys() == {Control.PERSON, Control.MISSING}
        assert buttons[Control.MISSING]["url"].startswith("https://issues.example/")


def test_nobody_to_ask_is_not_offered(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Where no channel was chosen and no tracker is known, neither is offered."""
    alone = replace(bot, manners=Manners("/handbook"))
    alone.take(in_thread(Control.NOT_HELPFUL, carrying("Ferie", index), slack.response_url))
    assert buttons_of(view_of(slack.sent("views.open")[0])["blocks"]) == {}


def test_words_are_not_lost_on_the_way_to_a_person(
    slack: FakeSlack, bot: Bot, index: Index
) -> None:
    """What was written of why it did not help stands in the question to a person."""
    bot.take(in_thread(Control.NOT_HELPFUL, carrying("Ferie", index), slack.response_url))
    opened = view_of(slack.sent("views.open")[0])
    button = buttons_of(opened["blocks"])[Control.PERSON]
    bot.take(in_modal(Control.PERSON, button["value"], opened, comment="Hvad med børnene?"))
    assert "Hvad med børnene?" in words_of(view_of(slack.sent("views.update")[0]))


@pytest.mark.parametrize("control", [Control.HELPFUL, Control.NOT_HELPFUL])
def test_switched_off_is_said(slack: FakeSlack, bot: Bot, index: Index, control: Control) -> None:
    """A button of before feedback was switched off says so, and nothing is kept."""
    replace(bot, manners=OFF).take(in_thread(control, carrying("Ferie", index), slack.response_url))
    whispers = [str(told["text"]) for told in slack.sent("chat.postEphemeral")]
    modals = [words_of(view_of(call)) for call in slack.sent("views.open")]
    (said,) = (*whispers, *modals)
    assert "ikke gemt" in said
    assert bot.kept_about(ASTRID) == ()


def test_form_of_before_it_was_switched_off(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """A modal that was open then is thanked for with the truth: nothing more is kept."""
    bot.take(in_thread(Control.NOT_HELPFUL, carrying("Ferie", index), slack.response_url))
    opened = view_of(slack.sent("views.open")[0])
    (response,) = replace(bot, manners=OFF).take(sent(opened, comment="Nej"))
    assert "ikke gemt" in words_of(shown(response))
    assert bot.kept_about(ASTRID)[0].comment == ""


@pytest.mark.parametrize("control", [Control.HELPFUL, Control.NOT_HELPFUL])
def test_store_away_changes_nothing(
    slack: FakeSlack, bot: Bot, index: Index, control: Control
) -> None:
    """Without a store the person sees what they see otherwise."""
    away = replace(bot, store=NOWHERE)
    away.take(in_thread(control, carrying("Ferie", index), slack.response_url))
    told = [str(each["text"]) for each in slack.sent("chat.postEphemeral")]
    told += [words_of(view_of(call)) for call in slack.sent("views.open")]
    assert ["Tak" in each for each in told] == [True]


def test_english_speaker_reads_english(slack: FakeSlack, bot: Bot) -> None:
    """Thanks and questions are in the language of who pressed, also when a modal is sent."""
    slack.workspace.person(ASTRID, locale="en-US")
    carried = Carried(QUESTION, "gone")
    bot.take(in_thread(Control.HELPFUL, carried, slack.response_url))
    assert "Thank you" in str(slack.sent("chat.postEphemeral")[0]["text"])
    bot.take(in_thread(Control.NOT_HELPFUL, carried, slack.response_url))
    opened = view_of(slack.sent("views.open")[0])
    assert "What was wrong?" in words_of(opened)
    assert "Thank you" in words_of(shown(bot.take(sent(opened))[0]))
