"""The pictures of the README and of docs/slack.md, of the example handbook."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing import Said
from tests.browser.person import DANISH, Person, press
from tests.browser.picture import take, take_thread, take_view

pytestmark = pytest.mark.browser


def ask(person: Person, question: str) -> list[Said]:
    """Ask in the channel, and return question and answer as they were sent."""
    person.opens("spørgsmål")
    expect(person.asks(question).locator(".blocks")).to_be_visible()
    answer = person.sent("chat.postMessage")[-1]
    return [Said("Ny kollega", f"@handbook {question}"), Said("handbook", blocks=answer["blocks"])]


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("invoice", "fakturahåndtering og godkendelse"),
        ("contact", "hvem kontakter jeg om IT?"),
        ("not-found", "hvor er svømmehallen i Ringkøbing?"),
    ],
)
def test_answer(person: Person, blank: Page, name: str, question: str) -> None:
    """An answer as it is sent is drawn whole."""
    take_thread(blank, ask(person, question), name)


def test_home(person: Person, blank: Page) -> None:
    """App Home, with its buttons beside what they open: the local Slack has them below."""
    person.opens("handbook")
    expect(person.home).to_contain_text(DANISH.say("browse-chapters"))
    take_view(blank, person, "views.publish", "home")


def test_search(person: Person, blank: Page) -> None:
    """The search window, whose menu the local Slack cannot draw."""
    person.opens("handbook")
    press(person.home, DANISH.say("home-search"))
    expect(person.modal).to_be_visible()
    take_view(blank, person, "views.open", "search")
    person.closes()


def test_person(person: Person) -> None:
    """What will be sent to a person, in the local Slack."""
    person.opens("spørgsmål")
    press(person.asks("fakturahåndtering og godkendelse"), DANISH.say("control-person"))
    expect(person.modal).to_contain_text("EAN-nummer")
    person.page.set_viewport_size({"width": 1000, "height": 1100})
    take(person.modal, "person")
    person.closes()
