"""Whatever is pressed, by whom and in which state: acknowledged at once, and never silence."""

import asyncio
import json
import threading
from dataclasses import replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from aiohttp import web
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.answer import Answer
from bot.slack.manners import Manners
from bot.slack.rendering.control import Carried, Control, action_id
from index.contents import section_key
from index.search.index import Index
from index.search.scope import EVERYTHING, Scope
from tests.slack.any_markdown import TYPED
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack, Regular, fake_slack
from tests.slack.library import Shelf, shelf_of
from tests.slack.pressing.asked import INVOICES, carrying, section_named
from tests.slack.pressing.bots import Bot, database, view_of, words_of
from tests.slack.pressing.presses import (
    ASTRID,
    BO,
    Body,
    in_direct_message,
    in_modal,
    in_thread,
    seen_by_one,
    sent,
)

PLACES = {"thread": in_thread, "direct": in_direct_message, "private": seen_by_one}
SAYING = [control for control in Control if control not in (Control.MISSING, Control.BROWSE)]
"""Those of this folder that do something; browsing is the surfaces'."""

VALUES = st.text(max_size=60) | st.builds(
    lambda question, section: Carried(question, section).value(),
    TYPED | st.text(max_size=200),
    st.text("abcdef0123456789", max_size=24) | st.just(""),
)


def feedback(slack: FakeSlack) -> list[str]:
    """Return everything that somebody has seen by now."""
    messages = ("chat.postMessage", "chat.postEphemeral", RESPONSE_URL)
    told = [str(call["text"]) for method in messages for call in slack.sent(method)]
    shown = [call for method in ("views.open", "views.update") for call in slack.sent(method)]
    return [*told, *(words_of(view_of(call)) for call in shown)]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(control=st.sampled_from(SAYING), place=st.sampled_from(sorted(PLACES)), value=VALUES)
@example(control=Control.SHARE, place="private", value="[" * 1_900)
@example(control=Control.PERSON, place="thread", value=Carried("<!here>" * 140).value())
@example(control=Control.CHOICE, place="thread", value="")
@example(control=Control.NOT_HELPFUL, place="direct", value=Carried("\U0001f469" * 900).value())
def test_any_value_is_answered(
    slack_types: None, index: Index, control: Control, place: str, value: str
) -> None:
    """Whatever a button carries, whoever presses it sees something, which Slack takes."""
    assert slack_types is None
    with fake_slack() as slack, TemporaryDirectory() as folder:
        bot = Bot(slack, shelf_of(index), database(Path(folder)))
        (response,) = bot.take(PLACES[place](control, value, slack.response_url))
        assert response.status == 200
        assert any(said.strip() for said in feedback(slack))


@pytest.mark.parametrize("control", Control)
def test_acknowledged_before_anything_else(
    slack: FakeSlack, bot: Bot, index: Index, control: Control
) -> None:
    """Slack's word comes after ours: three seconds are kept, however slow it is."""
    acknowledged = threading.Event()

    async def after(_request: web.Request, regular: Regular) -> web.StreamResponse:
        await asyncio.to_thread(acknowledged.wait)
        return regular()

    slack.answer("users.info", after)
    if control is not Control.BROWSE:
        press = in_thread(control, carrying("Ferie", index), slack.response_url)
        (response,) = bot.take_at_once(press, then=acknowledged.set)
        assert response.status == 200


def test_opened_issue_tracker_is_acknowledged(slack: FakeSlack, bot: Bot) -> None:
    """The link to the issue tracker does no more than to open it."""
    (response,) = bot.take(in_thread(Control.MISSING, "", slack.response_url))
    assert response.status == 200
    assert feedback(slack) == []


@pytest.mark.parametrize("action", ["escalate", "more-or-less", "shared"])
def test_unknown_button_is_answered(slack: FakeSlack, bot: Bot, action: str) -> None:
    """A button of an older version says that it does not work any more."""
    bot.take(in_thread(action, "x", slack.response_url))
    (told,) = slack.sent("chat.postEphemeral")
    assert "virker ikke længere" in str(told["text"])


class Broken(Shelf):
    """A library that fails as a bug would, with the question in its message."""

    def answer(self, text: str, scope: Scope = EVERYTHING) -> Answer:
        """Fail."""
        raise ValueError(f"cannot answer {text} in {scope}")


@pytest.mark.parametrize(
    ("control", "place", "section"),
    [*product((Control.MORE, Control.SHARE, Control.CHOICE), PLACES, ("", "gone"))],
)
def test_fault_is_a_sentence_with_a_reference(
    bot: Bot,
    index: Index,
    caplog: pytest.LogCaptureFixture,
    control: Control,
    place: str,
    section: str,
) -> None:
    """A fault of ours is told to who pressed alone, and the log has it without the question."""
    slack, broken = bot.slack, replace(bot, shelf=Broken(shelf_of(index).publication))
    carried = Carried("hemmelig?", section)
    broken.take(PLACES[place](control, carried, slack.response_url))
    assert feedback(slack)
    assert slack.sent("chat.postMessage") == []
    assert not [call for call in slack.sent(RESPONSE_URL) if call["response_type"] == "in_channel"]
    (fault,) = [line for line in caplog.messages if "ValueError" in line]
    assert "hemmelig" not in fault


STRANGER = {"team_id": "T0OTHER", "is_stranger": True}
GUEST = {"is_restricted": True}


@pytest.mark.parametrize("control", SAYING)
@pytest.mark.parametrize("fields", [STRANGER, GUEST], ids=["stranger", "guest"])
def test_who_may_not_ask_may_not_press(
    slack: FakeSlack, bot: Bot, index: Index, control: Control, fields: dict[str, object]
) -> None:
    """Who is not answered gets a polite refusal, and nothing of the handbook."""
    slack.workspace.person(BO, **fields)
    bot.take(in_thread(control, carrying("Ferie", index), slack.response_url, user=BO))
    (said,) = feedback(slack)
    assert "feriedage" not in said
    assert slack.sent("chat.postMessage") == []
    assert bot.kept_about(BO) == ()


def test_strangers_see_public_pages_alone(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """Where some pages are public, a stranger sees sections of those and of no others."""
    slack.workspace.person(BO, **STRANGER)
    public = replace(bot, manners=Manners("/handbook", public=(INVOICES,)))
    for heading in ("Ferie", "Hvem godkender fakturaer?"):
        carried = carrying(heading, index)
        public.take(in_thread(Control.MORE, carried, slack.response_url, user=BO))
    hidden, seen = (words_of(view_of(call)) for call in slack.sent("views.open"))
    assert "feriedage" not in hidden
    assert "Hvem godkender fakturaer?" in seen


def test_channel_that_is_not_answered_in(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """In a channel that the settings leave out, a press is refused as a question is."""
    elsewhere = replace(bot, manners=Manners("/handbook", channels=frozenset({"C0HR"})))
    elsewhere.take(in_thread(Control.MORE, carrying("Ferie", index), slack.response_url))
    assert "feriedage" not in words_of(view_of(slack.sent("views.open")[0]))


def test_modal_of_any_age_is_answered(slack: FakeSlack, bot: Bot, index: Index) -> None:
    """A modal that remembers nothing, or something that is not ours, still leads on."""
    key = section_key(section_named("Ferie", index))
    for metadata in ("", "{", "[]\n[]", json.dumps({"c": 1, "l": "xx"})):
        opened = {"blocks": [], "private_metadata": metadata}
        bot.take(in_modal(action_id(Control.CHOICE, 1), Carried("", key), opened))
        assert "Ferie" in words_of(view_of(slack.sent("views.update")[-1]))


@pytest.mark.parametrize("control", [Control.PERSON, Control.NOT_HELPFUL])
def test_modal_is_sent_by_who_may_not_press(slack: FakeSlack, bot: Bot, control: Control) -> None:
    """Who may not press any more when a modal is sent is told so, and nothing comes of it."""
    bot.take(in_thread(control, Carried("Ferie?"), slack.response_url))
    opened = view_of(slack.sent("views.open")[0])
    kept = bot.kept_about(ASTRID)
    slack.workspace.person(ASTRID, **STRANGER)
    bot.take(sent(opened, comment="Nej"))
    assert slack.sent("chat.postMessage") == []
    assert bot.kept_about(ASTRID) == kept
    assert "organisation" in words_of(view_of(slack.sent("views.update")[-1]))


def body_without(body: Body, *names: str) -> Body:
    """Return a payload that lacks some of its parts."""
    return {name: part for name, part in body.items() if name not in names}


@pytest.mark.parametrize("missing", ["message", "container", "team", "channel"])
@pytest.mark.parametrize("control", SAYING)
def test_payload_that_lacks_something(
    slack: FakeSlack, bot: Bot, index: Index, control: Control, missing: str
) -> None:
    """A payload that lacks what it should have is answered as far as that goes."""
    press = in_thread(control, carrying("Ferie", index), slack.response_url)
    bot.take(body_without(press, missing))
    assert slack.sent("users.info")[0]["user"] == ASTRID
