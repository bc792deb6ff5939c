"""What changed lately: by day, with page and link, and plainly where there is nothing to tell."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.slack.surfaces.lately import lately_message
from bot.wording.catalogue import words_in
from index.contents import Contents
from index.search.language import Language
from index.search.scope import EVERYTHING
from tests.slack.answers import posted
from tests.slack.surfaces.any_contents import LANGUAGES, contents
from tests.slack.surfaces.handbooks import handbook
from tests.slack.validator import problems

ENGLISH = words_in(Language.ENGLISH)
TODAY = date(2026, 3, 20)
THEN = date(2026, 3, 14)


def said(of: Contents, today: date = TODAY) -> str:
    """Return what is told of these contents."""
    return lately_message(of, EVERYTHING, today, ENGLISH).text


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(of=contents(), language=LANGUAGES, today=st.dates(date(1999, 3, 1), date(2038, 1, 1)))
def test_any_changes_fit(of: Contents, language: Language, today: date) -> None:
    """Whatever changed, and however much, the message is one that Slack takes."""
    message = lately_message(of, EVERYTHING, today, words_in(language))
    assert problems("chat.postMessage", posted(message)) == ()


def test_changes_stand_below_their_day_with_their_link() -> None:
    """Each change stands below its day, with its page and where it is read."""
    text = said(handbook(1, 1, 2, THEN))
    day, first, second = text.splitlines()[1:]
    assert day == "14 March 2026"
    assert first == "• Page 0 › Section 0 (https://handbook.example/0/0.md#0)"
    assert second.startswith("• Page 0 › Section 1")


def test_many_changes_are_counted() -> None:
    """What does not fit is counted, and none is lost on the way."""
    text = said(handbook(10, 10, 10, THEN))
    told = text.count("• ") + sum(map(int, re.findall(r"and (\d+) more sections? of", text)))
    assert f"and {1000 - told} more sections" in text.splitlines()


def test_nothing_changed_lately() -> None:
    """Where the history has dates and none is new, nothing changed."""
    assert "Nothing in the handbook has changed" in said(handbook(1, 1, 1, date(2025, 1, 1)))


def test_no_dates() -> None:
    """Where the history has no dates, it is not said that nothing changed."""
    assert "does not tell when" in said(handbook(1, 1, 1))


def test_only_what_one_may_see() -> None:
    """Of changes that somebody may not see nothing is told."""
    scope = EVERYTHING.narrowed("1/*")
    text = lately_message(handbook(2, 1, 1, THEN), scope, TODAY, ENGLISH).text
    assert "/1/0.md" in text
    assert "/0/0.md" not in text
