"""Browsing the handbook: every list fits a view, and every section can be reached."""

import pytest
from hypothesis import HealthCheck, given, settings
from slack_sdk.models.views import View

from bot.slack.surfaces.browsing import BROWSE, LATER, SECTION, browse_blocks
from bot.slack.surfaces.place import CHAPTERS, Place, place
from bot.slack.surfaces.window import window
from bot.wording.catalogue import words_in
from index.contents import Contents
from index.search.language import Language
from tests.slack.surfaces.any_contents import LANGUAGES, contents
from tests.slack.surfaces.handbooks import handbook
from tests.slack.surfaces.views import buttons, shown_text, view_problems


def listing(of: Contents, there: Place, language: Language = Language.ENGLISH) -> View:
    """Return a window with the list at a place."""
    words = words_in(language)
    return window(words, browse_blocks(of, there, words))


def leading(view: View, action: str) -> list[str]:
    """Return where the buttons of an action lead."""
    return [str(one["value"]) for one in buttons(view) if one["action_id"] == action]


def every_list(of: Contents, language: Language, most: int) -> list[View]:
    """Return the lists that one comes to by pressing button after button."""
    seen: dict[str, View] = {}
    left = [CHAPTERS.value()]
    while left and len(seen) < most:
        value = left.pop()
        if value not in seen:
            seen[value] = listing(of, place(value), language)
            ways = [one for one in buttons(seen[value]) if one["action_id"] != SECTION]
            left += [str(one["value"]) for one in ways]
    return [*seen.values()]


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(of=contents(), language=LANGUAGES)
def test_any_contents_fit(of: Contents, language: Language) -> None:
    """Whatever a handbook is called and however long it is, each of its lists is a valid view."""
    for view in every_list(of, language, 8):
        assert view_problems(view) == ()


@pytest.mark.parametrize("sizes", [(1, 1, 1), (45, 1, 3), (3, 45, 2), (2, 3, 61)])
def test_every_section_can_be_reached(sizes: tuple[int, int, int]) -> None:
    """By pressing what stands there one comes to every section, each once."""
    of = handbook(*sizes)
    found: list[str] = []
    left, seen = [CHAPTERS.value()], set[str]()
    while left:
        value = left.pop()
        if value in seen:
            continue
        seen.add(value)
        view = listing(of, place(value))
        found += leading(view, SECTION)
        left += [*leading(view, BROWSE), *leading(view, LATER)]
    every = [entry.key for each in of.chapters for page in each.pages for entry in page.sections]
    assert sorted(found) == sorted(every)


def test_what_is_gone_leads_to_the_nearest_list() -> None:
    """A button of a list that the handbook lost leads to what is left of the way to it."""
    before, after = handbook(2, 3, 1), handbook(1, 3, 1)
    pages = leading(listing(before, CHAPTERS), BROWSE)[1]
    section = leading(listing(before, place(pages)), BROWSE)[2]
    assert shown_text(listing(after, place(section))) == shown_text(listing(after, CHAPTERS))
    fewer = handbook(2, 2, 1)
    assert shown_text(listing(fewer, place(section))) == shown_text(listing(fewer, place(pages)))


def test_a_list_that_became_shorter_shows_its_end() -> None:
    """Later in a list than it is long now, its last part is shown."""
    assert "Chapter 44" in shown_text(listing(handbook(45, 1, 1), Place(start=999)))


@pytest.mark.parametrize("value", ["", "x", "..", "..-1", "a.b.c", "..99999999999", "{}"])
def test_a_value_that_is_not_ours_leads_to_the_chapters(value: str) -> None:
    """What nobody's button carries leads to where everybody begins."""
    assert place(value) == CHAPTERS


def test_every_button_says_where_it_leads() -> None:
    """Of buttons with one label, each is called by what it opens."""
    labels = [
        str(one["accessibility_label"]) for one in buttons(listing(handbook(3, 2, 1), CHAPTERS))
    ]
    assert labels == ["Open Chapter 0", "Open Chapter 1", "Open Chapter 2"]
