"""Every button of an answer, pressed by a person who then sees what it did."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.person import COLLEAGUE, DANISH, Person, expect_drawn, press

pytestmark = pytest.mark.browser

STEPS = "fakturahåndtering og godkendelse"
"""Answered by seven steps, which are a part of their section."""

BEYOND_THE_STEPS = "Er der fejl i en faktura"
"""What the section says after them."""

NEAR = "hvad koster kaffe i kantinen?"
"""Near several sections, and answered by none for certain."""

NOWHERE = "hvor er svømmehallen i Ringkøbing?"
"""Not in the handbook."""


def buttons(answer: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands on the buttons of a message, with the addresses that they open."""
    elements = [element for block in answer["blocks"] for element in block.get("elements", ())]
    pressed = [element for element in elements if element["type"] == "button"]
    return {element["text"]["text"]: element.get("url", "") for element in pressed}


def private(person: Person) -> Locator:
    """Return what the thread shows them alone."""
    thread = person.page.locator(".thread-pane .thread-body")
    return thread.locator(".msg", has=person.page.locator(".badge-eph")).last


@pytest.fixture
def answer(person: Person) -> Locator:
    """An answer in a thread of the channel that the bot is in."""
    person.opens("spørgsmål")
    shown = person.asks(STEPS)
    expect(shown).to_contain_text("EAN-nummer")
    return shown


def test_more(person: Person, answer: Locator) -> None:
    """The whole section opens in a window, and closes."""
    expect(answer).not_to_contain_text(BEYOND_THE_STEPS)
    press(answer, DANISH.say("control-more"))
    expect(person.modal).to_contain_text(BEYOND_THE_STEPS)
    expect_drawn(person.modal)
    person.closes()


def test_helpful(person: Person, answer: Locator) -> None:
    """Who says that it helped is thanked, in private."""
    press(answer, DANISH.say("control-helpful"))
    expect(private(person)).to_contain_text(DANISH.say("feedback-thanks"))


def test_not_helpful(person: Person, answer: Locator) -> None:
    """Who says that it did not may say why, and is thanked."""
    press(answer, DANISH.say("control-not-helpful"))
    expect(person.modal).to_contain_text(DANISH.say("feedback-noted"))
    expect_drawn(person.modal)
    person.modal.get_by_text(DANISH.say("feedback-reason-outdated"), exact=True).click()
    person.fills(DANISH.say("feedback-comment"), "EAN-nummeret er et andet nu")
    person.sends()
    expect(person.modal).to_contain_text(DANISH.say("feedback-thanks"))
    person.closes()


def test_not_helpful_without_a_reason(person: Person, answer: Locator) -> None:
    """No reason has to be given."""
    press(answer, DANISH.say("control-not-helpful"))
    person.sends()
    expect(person.modal).to_contain_text(DANISH.say("feedback-thanks"))
    person.closes()


def test_ask_a_person(person: Person, answer: Locator) -> None:
    """They see what will be sent, send it, and it stands in the channel for it, once."""
    press(answer, DANISH.say("control-person"))
    expect(person.modal).to_contain_text(DANISH.say("person-with-name", name="Ny kollega"))
    expect(person.modal).to_contain_text("EAN-nummer")
    expect_drawn(person.modal)
    person.fills(DANISH.say("person-question"), "Hvem godkender, når Karen er syg?")
    person.fills(DANISH.say("person-added"), "Det haster lidt")
    person.sends()
    expect(person.modal).to_contain_text(DANISH.say("person-sent"))
    person.closes()
    person.opens("håndbogshjælp")
    posted = person.page.locator(".main .messages .msg", has_text="Hvem godkender, når Karen")
    expect(posted).to_have_count(1)
    expect(posted).to_contain_text(DANISH.say("person-post", name="Ny kollega"))
    expect(posted).to_contain_text("Det haster lidt")
    expect(posted).to_contain_text("EAN-nummer")
    expect_drawn(posted)


def test_missing_opens_the_tracker(person: Person, answer: Locator) -> None:
    """The button leads to a new issue with title and body filled in, and no name in it."""
    expect(answer).to_be_visible()
    address = buttons(person.sent("chat.postMessage")[-1])[DANISH.say("control-missing")]
    filled = parse_qs(urlsplit(address).query)
    assert STEPS in filled["title"][0]
    assert "Ny kollega" not in address
    press(answer, DANISH.say("control-missing"))
    expect(answer).to_contain_text("EAN-nummer")


def test_share(person: Person) -> None:
    """What only they saw is shown to everybody, in their name, and cannot be shared twice."""
    person.opens("spørgsmål")
    shown = person.commands("/handbook kørsel i egen bil")
    press(shown, DANISH.say("control-share"))
    shared = person.said(DANISH.say("share-lead", name="Ny kollega"))
    expect(shared).to_contain_text("kørsel i egen bil")
    expect(shared.locator(".badge-eph")).to_have_count(0)
    expect(person.page.get_by_text(DANISH.say("share-done"))).to_be_visible()


def test_choice(person: Person) -> None:
    """Of several sections, the one that is chosen is shown in the thread."""
    person.opens("spørgsmål")
    near = person.asks(NEAR)
    expect(near).to_contain_text(DANISH.say("uncertain"))
    press(near, "Forplejning og gaver")
    chosen = person.page.locator(".thread-pane .thread-body .msg").nth(2)
    expect(chosen).to_contain_text("kantinen@nordvang.example")
    expect(chosen).not_to_contain_text(DANISH.say("uncertain"))
    expect_drawn(chosen)


def test_choice_of_somebody_else(person: Person) -> None:
    """What somebody else chooses in the thread is shown to them alone."""
    person.opens("spørgsmål")
    near = person.asks(NEAR)
    expect(near).to_contain_text(DANISH.say("uncertain"))
    person.acts_as(COLLEAGUE)
    press(near, "Forplejning og gaver")
    expect(private(person)).to_contain_text("kantinen@nordvang.example")


def test_not_found_leads_on(person: Person) -> None:
    """Where the handbook has nothing, it says so, whom to ask, and opens the chapters."""
    person.opens("spørgsmål")
    nothing = person.asks(NOWHERE)
    expect(nothing).to_contain_text(DANISH.say("not-found"))
    expect(nothing).to_contain_text("It-servicedesken")
    expect_drawn(nothing)
    press(nothing, DANISH.say("control-browse"))
    expect(person.modal).to_contain_text("Processer og rutiner")
    expect_drawn(person.modal)
    person.closes()
