"""A browser, and a running `handbook try` to look at."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.person import Person, arrive
from tests.peers.trying import Trial, trying

ISSUES = "https://git.example.org/nordvang/handbook/issues/new?title={title}&body={body}"
"""Where people tell what is missing in the handbook."""


@pytest.fixture(scope="session")
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
    env = {"HANDBOOK_ISSUES_URL": ISSUES}
    with trying(tmp_path_factory.mktemp("try"), env=env) as running:
        yield running


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """A page with nothing on it."""
    page = browser.new_page(viewport={"width": 800, "height": 900}, device_scale_factor=2)
    yield page
    page.close()


@pytest.fixture
def person(browser: Browser, trial: Trial) -> Iterator[Person]:
    """A new colleague at the local Slack's page, with the bot connected."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=2)
    yield arrive(page, trial.address)
    page.close()
