"""App Home: always a valid view, whatever the handbook holds, in the person's language."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.slack.surfaces.home_view import AS_IN_SLACK, LANGUAGE, SEARCH, Home, home_view
from bot.slack.surfaces.place import CHAPTERS, Place
from bot.wording.catalogue import words_in
from index.contents import Contents
from index.search.language import Language
from index.search.scope import EVERYTHING
from tests.slack.surfaces.any_contents import LANGUAGES, NAMES, contents
from tests.slack.surfaces.handbooks import handbook
from tests.slack.surfaces.views import buttons, menu, shown_text, view_problems

ENGLISH = words_in(Language.ENGLISH)
AS_OF = ("The handbook as of 14 March 2026 at 09:05.",)


def home_of(of: Contents | str, chosen: Language | None = None, there: Place = CHAPTERS) -> Home:
    """Return App Home over these contents."""
    return Home(of, "/handbook", AS_OF, chosen, there)


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(of=contents(), language=LANGUAGES, start=st.integers(0, 600))
def test_any_handbook_has_its_home(of: Contents, language: Language, start: int) -> None:
    """Whatever a handbook is called and however long it is, its App Home is a valid view."""
    view = home_view(home_of(of, language, Place(start=start)), words_in(language))
    assert view_problems(view) == ()


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None)
@given(said=NAMES, language=LANGUAGES)
def test_without_contents_home_says_why(said: str, language: Language) -> None:
    """While there is nothing to browse, Home is valid, says why, and has its language."""
    view = home_view(home_of(said), words_in(language))
    assert view_problems(view) == ()
    assert menu(view, LANGUAGE)
    assert not [one for one in buttons(view) if one["action_id"] == SEARCH]


@pytest.mark.parametrize("chosen", [None, *Language])
def test_language_menu_shows_what_was_chosen(chosen: Language | None) -> None:
    """The menu has what holds now, and both languages by their own names."""
    language = menu(home_view(home_of("–", chosen), ENGLISH), LANGUAGE)
    assert language["initial_option"]["value"] == (chosen or AS_IN_SLACK)
    assert [one["text"]["text"] for one in language["options"]] == [
        "As in Slack",
        "Dansk",
        "English",
    ]


def test_home_tells_what_it_is_and_from_when() -> None:
    """How to ask, with the command's name, and from when the handbook is, stand there."""
    shown = shown_text(home_view(home_of(handbook(2, 2, 2)), ENGLISH))
    assert "/handbook" in shown
    assert AS_OF[0] in shown
    assert "Nothing leaves the house" in shown


def test_latest_changes_with_their_day() -> None:
    """The newest change of each of a few pages stands there, with its page, link and day."""
    shown = shown_text(home_view(home_of(handbook(3, 2, 3, date(2026, 3, 14))), ENGLISH))
    assert shown.count("(14 March 2026)") == 5
    assert "Page 0 › <https://handbook.example/0/0.md#0|Section 0>" in shown


def test_a_history_without_dates_says_so() -> None:
    """Where the history tells no dates, that is said, and nothing is made up."""
    of = handbook(1, 1, 1)
    assert of.lately(date.min, EVERYTHING) == ()
    assert "does not tell when" in shown_text(home_view(home_of(of), ENGLISH))


def test_home_remembers_where_one_is() -> None:
    """What Slack sends back with a press says which list is shown."""
    there = Place(start=20)
    assert (
        home_view(home_of(handbook(45, 1, 1), None, there), ENGLISH).private_metadata
        == there.value()
    )
