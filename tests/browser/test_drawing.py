"""The pictures of newer blocks: what is drawn, and what is not."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing import DRAWN, Said, drawn_thread, drawn_view, show

pytestmark = pytest.mark.browser


def test_message_is_drawn(blank: Page) -> None:
    """Bold, links and the spaces before a line are read in verbatim text too, as Slack does."""
    text = "*<https://x.example|Løn>*\n• a\n      b"
    section = {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}
    asked = Said("Ny kollega", "hvad er <løn>?")
    assert show(blank, drawn_thread([asked, Said("handbook", blocks=[section])])) == []
    expect(blank.locator(".message").first).to_contain_text("hvad er <løn>?")
    expect(blank.locator("strong a[href='https://x.example']")).to_have_text("Løn")
    assert "\u00a0\u00a0b" in blank.locator(DRAWN).inner_text()


def test_undrawn_block_is_told(blank: Page) -> None:
    """A block that the package does not know is named, and no picture leaves it out unnoticed."""
    blocks = [{"type": "divider"}, {"type": "of_tomorrow"}]
    assert show(blank, drawn_thread([Said("handbook", blocks=blocks)])) == ["of_tomorrow"]


def test_modal_has_its_frame(blank: Page) -> None:
    """A modal is drawn with its title and its buttons, an App Home without."""
    label = {"type": "plain_text", "text": "Søg"}
    field = {"type": "plain_text_input", "action_id": "a"}
    blocks = [{"type": "input", "block_id": "a", "label": label, "element": field}]
    view = {"type": "modal", "title": label, "submit": label, "close": label, "blocks": blocks}
    assert show(blank, drawn_view(view)) == []
    expect(blank.locator(".modal")).to_have_count(1)
    assert show(blank, drawn_view({"type": "home", "blocks": blocks})) == []
    expect(blank.locator(".modal")).to_have_count(0)
