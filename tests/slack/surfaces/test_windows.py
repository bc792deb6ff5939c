"""The windows: each valid and labelled in both languages, whatever it shows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.slack.rendering.mrkdwn import escaped
from bot.slack.surfaces.element import paragraph
from bot.slack.surfaces.look_up_view import SHARE, look_up_view, with_share
from bot.slack.surfaces.options import section_options
from bot.slack.surfaces.search_view import question_in, search_view
from bot.slack.surfaces.window import told
from bot.wording.catalogue import words_in
from index.search.completion import Suggestion
from index.search.language import Language
from tests.slack.surfaces.any_contents import LANGUAGES, NAMES
from tests.slack.surfaces.views import buttons, view_problems

pytestmark = pytest.mark.usefixtures("slack_types")


@settings(deadline=None)
@given(shown=st.lists(NAMES, max_size=150), language=LANGUAGES)
def test_any_findings_fit_a_window(shown: list[str], language: Language) -> None:
    """However much was found, the window with it is one that Slack takes, its button kept."""
    words, blocks = words_in(language), [paragraph(escaped(each)) for each in shown]
    assert view_problems(search_view(words, blocks)) == ()
    found = look_up_view(words, with_share(blocks, words), "{}")
    assert view_problems(found) == ()
    assert buttons(found)[-1]["action_id"] == SHARE
    assert view_problems(look_up_view(words, blocks, "{}", words.say("look-up-shared"))) == ()


@settings(deadline=None)
@given(said=NAMES, language=LANGUAGES)
def test_anything_can_be_told(said: str, language: Language) -> None:
    """Whatever is told in a window stands there as it is, and pings nobody."""
    assert view_problems(told(words_in(language), said)) == ()


SUGGESTIONS = st.lists(
    st.builds(
        Suggestion,
        key=st.text("abcXYZ09_-", min_size=24, max_size=24),
        heading=NAMES,
        breadcrumb=st.lists(NAMES, max_size=5).map(tuple),
    ),
    max_size=130,
)


@given(found=SUGGESTIONS)
def test_any_sections_fit_a_menu(found: list[Suggestion]) -> None:
    """Whatever sections are called, each is an option, and there are no more than Slack takes."""
    options = [each.to_dict() for each in section_options(found)]
    assert len(options) == min(len(found), 100)
    assert all(1 <= len(each["text"]["text"]) <= 75 for each in options)
    assert all(len(each["value"]) <= 150 for each in options)


def test_sections_of_one_name_are_told_apart() -> None:
    """Two sections of one name are told apart by what they stand below, however long the way."""
    ways = (("Løn", "Ferie"), ("Løn", "Sygdom"), ("x" * 90, "Ferie og fravær"), ("y" * 90, "Bil"))
    labels = [
        each.to_dict()["text"]["text"]
        for each in section_options(Suggestion("k", "Kontakt", way) for way in ways)
    ]
    assert labels[0] == "Kontakt · Løn › Ferie"
    assert labels[2].endswith("› Ferie og fravær")
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("view", [{}, {"state": {}}, {"state": {"values": {}}}])
def test_a_window_without_fields_asks_nothing(view: dict[str, object]) -> None:
    """What Slack leaves out was not asked."""
    assert question_in(view) == ""
