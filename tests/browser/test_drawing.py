"""The pictures of newer blocks: what is drawn, and what is not."""

import base64

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawing import DRAWN, Said, drawn_thread, drawn_view, show
from tests.browser.small_png import small_png

pytestmark = pytest.mark.browser

FURTHEST = """async sources => {
  const pixels = async source => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height).data;
  };
  const [one, other] = await Promise.all(sources.map(pixels));
  if (one.length !== other.length) return 255;
  return one.reduce((most, shade, place) => Math.max(most, Math.abs(shade - other[place])), 0);
}"""
"""How far the shades of two pictures are apart where they are furthest."""


def as_source(picture: bytes) -> str:
    """Return a picture as an address."""
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


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


def test_picture_is_small_and_the_same(blank: Page) -> None:
    """A palette makes a picture smaller, of the same size, and no pixel another to the eye."""
    show(blank, drawn_thread([Said("Ny kollega", "hvem godkender fakturaer? " * 40)]))
    large = blank.locator(DRAWN).screenshot()
    small = small_png(large, blank)
    assert len(small) < len(large) / 2
    assert blank.evaluate(FURTHEST, [as_source(large), as_source(small)]) <= 255 / 31 / 2 + 1
