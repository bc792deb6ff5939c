"""A person at the page of `handbook try`: asks, reads the answer, and follows its link."""

import os
import shutil
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.handbooks import REPOSITORY
from tests.peers.trying import Trial, trying

pytestmark = pytest.mark.browser

PICTURE = REPOSITORY / "docs" / "images" / "answer.png"
SCREENSHOTS = "HANDBOOK_SCREENSHOTS"
"""Set, the picture of the documentation is taken anew."""

TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""The page puts the caret back a frame after a mention; what is typed earlier lands before it."""

QUESTION = "hvordan godkendes en faktura?"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window, or the test is left out with the reason."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        # A container's root has no user namespace for Chromium's own sandbox.
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    """A running `handbook try`."""
    with trying(tmp_path_factory.mktemp("try")) as running:
        yield running


@pytest.fixture
def page(browser: Browser, trial: Trial) -> Iterator[Page]:
    """The local Slack's page, with the bot connected."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=2)
    page.goto(trial.address)
    expect(page.locator(".topbar .status.ok", has_text="connected")).to_be_visible()
    yield page
    page.close()


def ask_in_channel(page: Page, question: str) -> Locator:
    """Mention the bot as a person does, open the thread, and return the bot's answer in it."""
    page.locator(".sidebar .sidebar-item", has_text="spørgsmål").click()
    composer = page.locator(".main .composer-input")
    composer.click()
    composer.press_sequentially("@hand")
    page.wait_for_selector(".mention-option.active")
    composer.press("Enter")
    page.evaluate(TWO_FRAMES)
    composer.press_sequentially(question)
    composer.press("Enter")
    asked = page.locator(".main .msg", has_text=question).last
    asked.locator(".thread-summary").click()
    return page.locator(".thread-pane .thread-body .msg").nth(1)


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


def take_picture(page: Page, answer: Locator) -> None:
    """Take the documentation's picture of the thread, as high as the answer in it."""
    box = answer.bounding_box()
    assert box is not None
    composer_below = 110
    page.set_viewport_size(
        {"width": 1280, "height": int(box["y"] + box["height"]) + composer_below}
    )
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    page.locator(".thread-pane .thread-body").screenshot(path=PICTURE)


def test_person_asks_in_a_channel(page: Page) -> None:
    """A mention is answered in its thread: heading, excerpt, and a link that lands on it."""
    answer = ask_in_channel(page, QUESTION)
    link = answer.locator(".blocks a[href]").first
    expect(link).to_be_visible()
    expect(answer.locator(".blocks")).to_contain_text("faktura", ignore_case=True)
    expect(answer.locator(".bk-unknown")).to_have_count(0)
    if os.environ.get(SCREENSHOTS):
        take_picture(page, answer)
    assert landed_on(page, link) == link.inner_text()


def test_person_asks_in_a_direct_message(page: Page) -> None:
    """A direct message is answered below it, and every link of the answer lands on its heading."""
    page.locator(".sidebar .sidebar-item", has_text="Ny kollega").click()
    composer = page.locator(".main .composer-input")
    composer.press_sequentially("hvem kontakter jeg om IT?")
    composer.press("Enter")
    answer = page.locator(".main .messages .msg").nth(1)
    # An excerpt may link to other sites; the handbook's own pages are on this computer.
    links = answer.locator(".blocks a[href^='http://127.0.0.1']")
    expect(links.first).to_be_visible()
    for place in range(links.count()):
        assert landed_on(page, links.nth(place))


def test_person_looks_something_up(page: Page) -> None:
    """A slash command is answered with a note that only the asker sees it."""
    page.locator(".sidebar .sidebar-item", has_text="spørgsmål").click()
    composer = page.locator(".main .composer-input")
    composer.press_sequentially("/handbook første dag")
    composer.press("Enter")
    answer = page.locator(".main .msg", has=page.locator(".badge-eph")).last
    expect(answer.locator(".blocks")).to_contain_text("dag")
