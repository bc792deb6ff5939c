"""A whole section as a modal, and the beginning of one as the preview of its link."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.slack.limits import SECTION_CHARACTERS, VIEW_BLOCKS
from bot.slack.rendering.section_view import section_view
from bot.slack.rendering.unfurl import unfurl_blocks
from bot.wording.catalogue import words_in
from index.reading.page import Section
from index.search.language import Language
from tests.slack.answers import index_of
from tests.slack.big_pages import BIG
from tests.slack.rendering.shown import preview_problems, view_problems

ENGLISH = words_in(Language.ENGLISH)
TOO_LARGE = 250_000
"""Bytes: Slack's `view_too_large`."""


def section_of(markdown: str) -> Section:
    """Return the first section of a page, with a date and an owner."""
    section = index_of(markdown).passages[0].section
    return replace(section, updated=date(2026, 3, 14), owner="HR")


def texts(blocks: list[dict[str, Any]]) -> list[str]:
    """Return the texts of sections and notes."""
    found = [block["text"]["text"] for block in blocks if block["type"] == "section"]
    notes = [block["elements"][0]["text"] for block in blocks if block["type"] == "context"]
    return [*found, *notes]


def view_of(section: Section) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the view and its blocks."""
    view: dict[str, Any] = section_view(section, ENGLISH)
    return view, view["blocks"]


PAGE = """# Approving an invoice in the system

Before:

1. Look.
2. Approve.

|Code|Who|
|-|-|
|NV|Bo|

![Map](https://x.example/map.png)
"""


@pytest.mark.usefixtures("slack_types")
def test_modal_shows_all_of_a_section_in_order() -> None:
    """The link stands at the top, the text in its order, the sources at the end."""
    view, blocks = view_of(section_of(PAGE))
    assert view_problems(view) == ()
    assert view["title"]["text"] == "Approving an invoice in…"
    assert view["close"]["text"] == "Close"
    assert [block["type"] for block in blocks] == [
        "section",
        "context",
        "section",
        "image",
        "context",
    ]
    title, text, way, sources = texts(blocks)
    assert title.startswith("*<https://handbook.example/index.md#approving-an-invoice")
    assert text == "Before:\n1. Look.\n2. Approve.\n*Code · Who*\nNV · Bo"
    assert way == "Approving an invoice in the system"
    assert sources == "Updated 14 March 2026 · Responsible: HR"


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("markdown", BIG.values(), ids=BIG.keys())
def test_modal_without_measure_fits(markdown: str) -> None:
    """A section that keeps no measure is shown as far as a view goes, and says that it goes on."""
    view, blocks = view_of(section_of(markdown))
    assert view_problems(view) == ()
    assert len(blocks) <= VIEW_BLOCKS
    assert len(json.dumps(view)) < TOO_LARGE


def test_modal_that_is_cut_says_that_it_goes_on() -> None:
    """What a view has no room for stands in the handbook."""
    much = "# H\n\n" + "".join(f"![a](https://x.example/{n}.png)\n\nb\n\n" for n in range(300))
    blocks = view_of(section_of(much + "æ " * 150_000))[1]
    assert "The section goes on in the handbook: the link is at the top." in texts(blocks)
    whole = view_of(section_of(BIG["paragraph of words"]))[1]
    assert not any("goes on" in text for text in texts(whole))


def test_modal_has_its_ways_on_at_the_end() -> None:
    """Buttons below a section stand last, and there is always room for them."""
    section = section_of("# H\n\n" + "æ " * 400_000)
    below = list(unfurl_blocks(section_of("# Below\n\ntext"), ENGLISH))
    view: dict[str, Any] = section_view(section, ENGLISH, below=below)
    assert view["blocks"][-len(below) :] == [block.to_dict() for block in below]
    assert len(view["blocks"]) <= VIEW_BLOCKS


def shown_of(section: Section) -> list[str]:
    """Return the texts of the preview of a section."""
    return texts([block.to_dict() for block in unfurl_blocks(section, ENGLISH)])


def test_preview_is_title_beginning_and_sources() -> None:
    """A pasted link shows what it leads to, and from when it is."""
    title, text, way, sources = shown_of(section_of("# Pay\n\nOn the 25th."))
    assert title == "*<https://handbook.example/index.md#pay|Pay>*"
    assert text == "On the 25th."
    assert way == "Pay"
    assert sources == "Updated 14 March 2026 · Responsible: HR"


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("markdown", BIG.values(), ids=BIG.keys())
def test_preview_is_short(markdown: str) -> None:
    """Whatever a section is, its preview is no longer than a message has room for."""
    section = section_of(markdown)
    blocks = unfurl_blocks(section, ENGLISH)
    assert preview_problems(blocks) == ()
    assert sum(len(text) for text in shown_of(section)) <= 2 * SECTION_CHARACTERS


def test_preview_of_a_part_says_that_there_is_more() -> None:
    """Where the preview is not all of the section, it says so."""
    assert "There is more in the section." in shown_of(section_of(BIG["500 paragraphs"]))[-1]
    assert "There is more in the section." in shown_of(section_of(BIG["table of 3,000 rows"]))[-1]
