"""A person asks, reads the answer, and follows its link."""

from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.person import DANISH, Person, expect_drawn

pytestmark = pytest.mark.browser

QUESTION = "hvordan godkendes en faktura?"


def landed_on(page: Page, link: Locator) -> str:
    """Follow a link, hold it to land on a heading of the handbook, and return that heading."""
    with page.context.expect_page() as opened:
        link.click()
    handbook = opened.value
    handbook.wait_for_load_state()
    target = handbook.locator(":target")
    expect(target).to_have_count(1)
    assert target.evaluate("element => element.tagName") in {"H1", "H2", "H3", "H4"}
    expect(target).to_be_in_viewport()
    assert unquote(urlsplit(handbook.url).fragment) == target.get_attribute("id")
    heading = target.inner_text()
    handbook.close()
    return heading


def thread(person: Person) -> Locator:
    """Return the messages of the thread that is open."""
    return person.page.locator(".thread-pane .thread-body .msg")


def test_person_asks_in_a_channel(person: Person) -> None:
    """A mention is answered in its thread: heading, excerpt, and a link that lands on it."""
    person.opens("spørgsmål")
    answer = person.asks(QUESTION)
    link = answer.locator(".blocks a[href]").first
    expect(link).to_be_visible()
    expect(answer.locator(".blocks")).to_contain_text("faktura", ignore_case=True)
    expect_drawn(answer)
    assert landed_on(person.page, link) == link.inner_text()


def test_person_asks_in_a_direct_message(person: Person) -> None:
    """A direct message is answered below it, and every link of the answer lands on its heading."""
    person.opens("Ny kollega")
    person.says("hvem kontakter jeg om IT?")
    answer = person.page.locator(".main .messages .msg").nth(1)
    # An excerpt may link to other sites; the handbook's own pages are on this computer.
    links = answer.locator(".blocks a[href^='http://127.0.0.1']")
    expect(links.first).to_be_visible()
    for place in range(links.count()):
        assert landed_on(person.page, links.nth(place))


def test_person_looks_something_up(person: Person) -> None:
    """A slash command is answered with a note that only the asker sees it."""
    person.opens("spørgsmål")
    answer = person.commands("/handbook første dag")
    expect(answer.locator(".blocks")).to_contain_text("dag")


def test_answer_is_followed_up(person: Person) -> None:
    """In a thread, a further question needs no mention, and keeps the subject."""
    person.opens("spørgsmål")
    expect(person.asks("fakturahåndtering og godkendelse")).to_contain_text("EAN-nummer")
    person.replies("og hvem godkender?")
    expect(thread(person).nth(3)).to_contain_text("godkender")
    expect(thread(person).nth(3).locator("a[href*='invoice_approvers']").first).to_be_visible()


def test_stop_ends_it(person: Person) -> None:
    """Who says stop is left alone in that thread, until the bot is named again."""
    person.opens("spørgsmål")
    expect(person.asks("barsel").locator(".blocks")).to_be_visible()
    person.replies("stop")
    expect(thread(person).nth(3)).to_contain_text(DANISH.say("stopped"))
    person.replies("hvem godkender fakturaer?")
    person.replies("hvad er tidsregistrering?", mention=True)
    # An answer to the question in between would stand before this one.
    expect(thread(person).nth(6)).to_contain_text("tid")
    expect(thread(person)).to_have_count(7)


def test_mention_alone_gets_help(person: Person) -> None:
    """Who only names the bot is told how to ask."""
    person.opens("spørgsmål")
    help_offered = person.opens_thread(person.mentions("")).nth(1)
    expect(help_offered).to_contain_text(DANISH.say("help-what"))


def test_mention_asks_what_the_thread_asks(person: Person) -> None:
    """A mention in the thread of somebody's question answers that question."""
    person.opens("spørgsmål")
    asked = person.says("Kan nogen sige, hvem der godkender fakturaer?")
    asked.hover()
    asked.get_by_title("Reply in thread").click()
    person.replies("?", mention=True)
    expect(thread(person).nth(2)).to_contain_text("godkender")


def test_edited_question_is_answered_anew(person: Person) -> None:
    """A question that is edited at once has one answer, to what it says now."""
    person.opens("spørgsmål")
    asked = person.mentions("hvad er reglerne for barsle?")
    answer = person.opens_thread(asked).nth(1)
    expect(answer.locator(".blocks")).to_be_visible()
    person.edits(asked, "<@U0HANDBOOK> hvem kontakter jeg om IT?")
    expect(answer).to_contain_text("It-servicedesken")
    expect(thread(person)).to_have_count(2)


def test_command_alone_gets_help(person: Person) -> None:
    """The command without words tells how to ask, to the asker alone."""
    person.opens("spørgsmål")
    expect(person.commands("/handbook")).to_contain_text(DANISH.say("help-what"))
