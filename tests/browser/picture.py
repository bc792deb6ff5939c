"""The pictures of the documents: taken at each run, kept when they are wanted anew."""

import os
from collections.abc import Sequence
from typing import Final

from playwright.sync_api import Locator, Page

from tests.browser.drawing import DRAWN, Said, drawn_thread, drawn_view, show
from tests.browser.person import Person
from tests.browser.small_png import small_png
from tests.handbooks import REPOSITORY

FOLDER: Final = REPOSITORY / "docs" / "images"
SCREENSHOTS: Final = "HANDBOOK_SCREENSHOTS"
"""Set, the pictures of the documents are taken anew."""

MOST_BYTES: Final = 150_000
"""A page of documents with five of them still opens at once."""


def take(shown: Locator, name: str) -> None:
    """Take a picture of what is shown; it is kept where that is wanted."""
    taken = small_png(shown.screenshot(animations="disabled", caret="hide"), shown.page)
    assert len(taken) < MOST_BYTES, f"{name}: {len(taken)} bytes"
    if os.environ.get(SCREENSHOTS):
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / f"{name}.png").write_bytes(taken)


def take_thread(page: Page, messages: Sequence[Said], name: str) -> None:
    """Take a picture of a thread that is drawn; nothing of it is left out."""
    assert show(page, drawn_thread(messages)) == []
    take(page.locator(DRAWN), name)


def take_view(page: Page, person: Person, method: str, name: str) -> None:
    """Take a picture of the view that the bot sent last, drawn; nothing of it is left out."""
    assert show(page, drawn_view(person.sent(method)[-1]["view"])) == []
    take(page.locator(DRAWN), name)
