"""A person asks, reads the answer, and follows its link."""

from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.person import Person, expect_drawn

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
