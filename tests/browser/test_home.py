"""App Home, the search, and what is set in windows."""

import pytest
from playwright.sync_api import expect

from tests.browser.person import DANISH, ENGLISH, Person, expect_drawn, press

pytestmark = pytest.mark.browser


def test_browsing(person: Person) -> None:
    """From the chapters down to a section, which opens, and back."""
    person.opens("handbook")
    chapters = DANISH.say("browse-chapters")
    expect(person.home).to_contain_text(chapters)
    expect_drawn(person.home)
    person.presses_beside("Processer og rutiner", DANISH.say("browse-open"))
    person.presses_beside("Fravær og ferie", DANISH.say("browse-open"))
    expect(person.home).not_to_contain_text(chapters)
    person.presses_beside("Barsel og orlov", DANISH.say("browse-show"))
    expect(person.modal).to_contain_text("orlov")
    expect_drawn(person.modal)
    person.closes()
    press(person.home, DANISH.say("browse-to-pages"))
    expect(person.home).to_contain_text("Tjekliste for onboarding")
    press(person.home, DANISH.say("browse-to-chapters"))
    expect(person.home).to_contain_text(chapters)


def test_language(person: Person) -> None:
    """Who chooses English is written to in English, and in Danish again as in Slack."""
    person.opens("handbook")
    menu = person.home.locator("select.bk-select")
    menu.select_option(label=DANISH.say("home-language-en"))
    expect(person.home).to_contain_text(ENGLISH.say("browse-chapters"))
    person.opens("spørgsmål")
    expect(person.commands("/handbook")).to_contain_text(ENGLISH.say("help-what"))
    person.opens("handbook")
    menu.select_option(label=ENGLISH.say("home-language-slack"))
    expect(person.home).to_contain_text(DANISH.say("browse-chapters"))


def test_search(person: Person) -> None:
    """The search opens from App Home, and shows in its window what is asked there."""
    person.opens("handbook")
    press(person.home, DANISH.say("home-search"))
    person.fills(DANISH.say("search-ask"), "hvem kontakter jeg om IT?")
    person.sends()
    expect(person.modal).to_contain_text("It-servicedesken")
    person.closes()


def test_search_for_nothing(person: Person) -> None:
    """Who sends an empty search is told what to do, in the window."""
    person.opens("handbook")
    press(person.home, DANISH.say("home-search"))
    expect(person.modal).to_be_visible()
    person.sends()
    expect(person.modal).to_contain_text(DANISH.say("search-nothing-typed"))
    person.closes()


def test_channel_is_set(person: Person) -> None:
    """A channel that is set to all questions answers one without a mention, and set back not."""
    person.opens("spørgsmål")
    for mode, answered in (("questions", 1), ("mentions", 0)):
        person.gives("/handbook settings")
        person.modal.get_by_text(DANISH.say(f"channel-mode-{mode}"), exact=True).click()
        person.sends()
        expect(person.modal).to_contain_text(DANISH.say("channel-saved"))
        person.closes()
        asked = person.says(f"hvor finder jeg skabeloner til breve ({mode})?")
        # An answer to something later shows that the earlier had its time.
        person.asks("barsel")
        expect(asked.locator(".thread-summary")).to_have_count(answered)
