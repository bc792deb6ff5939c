"""A person at the local Slack's page: what they open, type, press and see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import httpx
from playwright.sync_api import Locator, Page, expect

from bot.wording.catalogue import words_in
from index.search.language import Language

COLLEAGUE: Final = "Kollega"
"""Somebody else in the local Slack."""

DANISH: Final = words_in(Language.DANISH)
ENGLISH: Final = words_in(Language.ENGLISH)
"""What the bot says; the example handbook is Danish."""

KEYSTROKE_MILLISECONDS: Final = 40
"""The page loses letters that come faster."""

TWO_FRAMES: Final = (
    "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
)
"""The page puts the caret back a frame after a mention; what is typed earlier lands before it."""

UNDRAWN: Final = ".bk-unknown"
"""A red word in place of a block or an element that the page cannot draw."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who looks at the page."""

    page: Page
    """The page."""
    address: str
    """Where the local Slack is."""

    def opens(self, place: str) -> None:
        """Open a channel, a direct message or the bot's App Home by its name in the sidebar."""
        self.page.locator(".sidebar .sidebar-item", has_text=place).click()

    def acts_as(self, name: str) -> None:
        """Be somebody else from now on."""
        self.page.locator(".topbar .actas select").select_option(label=name)

    def says(self, text: str) -> Locator:
        """Write a message in what is open, and return it."""
        _write(self.page.locator(".main .composer-input"), text)
        return self.said(text)

    def mentions(self, text: str) -> Locator:
        """Write a message that names the bot, and return it."""
        composer = self.page.locator(".main .composer-input")
        written = self.page.locator(".main .messages .msg")
        before = written.count()
        _mention(composer)
        _write(composer, text)
        return self.said(text) if text else written.nth(before)

    def replies(self, text: str, *, mention: bool = False) -> None:
        """Write a message in the thread that is open."""
        composer = self.page.locator(".thread-pane .composer-input")
        if mention:
            _mention(composer)
        _write(composer, text)

    def edits(self, message: Locator, text: str) -> None:
        """Write a message of theirs anew."""
        message.hover()
        message.get_by_title("Edit message").click()
        field = self.page.locator(".main .msg-edit-input")
        field.fill(text)
        field.press("Enter")

    def said(self, text: str) -> Locator:
        """Return the latest message with a text."""
        return self.page.locator(".main .messages .msg", has_text=text).last

    def opens_thread(self, message: Locator) -> Locator:
        """Open the thread below a message once there is one, and return what stands in it."""
        message.locator(".thread-summary").click()
        return self.page.locator(".thread-pane .thread-body .msg")

    def asks(self, question: str) -> Locator:
        """Ask by a mention, open the thread, and return the bot's answer in it."""
        return self.opens_thread(self.mentions(question)).nth(1)

    def commands(self, line: str) -> Locator:
        """Give a slash command, and return its answer, which only they see."""
        private = self.page.locator(".main .msg", has=self.page.locator(".badge-eph"))
        before = private.count()
        self.gives(line)
        return private.nth(before)

    def gives(self, line: str) -> None:
        """Give a slash command."""
        _write(self.page.locator(".main .composer-input"), line)

    def presses_beside(self, name: str, text: str) -> None:
        """Press the button that stands beside something in App Home."""
        press(self.home.locator(".bk-section", has_text=name), text)

    def fills(self, label: str, text: str) -> None:
        """Write in a field of the modal."""
        field = self.modal.locator(".bk-input", has_text=label)
        field.locator("input.bk-plain-input").fill(text)

    @property
    def modal(self) -> Locator:
        """The modal that is open."""
        return self.page.locator(".modal")

    @property
    def home(self) -> Locator:
        """The bot's App Home."""
        return self.page.locator(".home")

    def sends(self) -> None:
        """Send the modal."""
        self.modal.locator(".modal-btn.primary").click()

    def closes(self) -> None:
        """Close the modal."""
        self.modal.locator(".modal-x").click()
        expect(self.modal).to_have_count(0)

    def sent(self, method: str) -> list[Mapping[str, Any]]:
        """Return what the bot has sent to a method of Slack's Web API, the latest last."""
        log = httpx.get(f"{self.address}/_control/log", trust_env=False).json()["log"]
        calls = [entry for entry in log if entry["kind"] == "web_api"]
        return [entry["detail"] for entry in calls if entry["summary"] == method]


def arrive(page: Page, address: str) -> Person:
    """Open the local Slack's page, and wait until the bot is connected."""
    page.goto(address)
    expect(page.locator(".topbar .status.ok", has_text="connected")).to_be_visible()
    return Person(page, address)


def press(shown: Locator, text: str) -> None:
    """Press a button by what stands on it."""
    shown.get_by_role("button", name=text, exact=True).last.click()


def expect_drawn(shown: Locator) -> None:
    """Nothing of it is a red word for what the page cannot draw."""
    expect(shown.locator(UNDRAWN)).to_have_count(0)


def _mention(composer: Locator) -> None:
    composer.click()
    composer.press_sequentially("@hand", delay=KEYSTROKE_MILLISECONDS)
    composer.page.wait_for_selector(".mention-option.active")
    composer.press("Enter")
    composer.page.evaluate(TWO_FRAMES)


def _write(composer: Locator, text: str) -> None:
    composer.press_sequentially(text, delay=KEYSTROKE_MILLISECONDS)
    composer.press("Enter")
