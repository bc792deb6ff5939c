"""What is carried from one question of a thread to the next, and what is not."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.follow_up import InContext, in_context
from bot.pointing_back import goes_on, points_back
from index.search.language import Language
from index.search.question import QUESTION_CHARACTERS
from tests.handbooks import EIGHTEEN_F, OS2, QUESTIONS, at_hand
from tests.search.cast import cast, index_of_folder

SAID = st.text(max_size=30) | st.lists(
    st.sampled_from("og hvem godkender den fakturaer what about it ferie barn () ?".split())
).map(" ".join)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("og hvem godkender?", "og hvem godkender? (fakturaer)"),
        ("hvem?", "hvem? (betaler fakturaer)"),
        ("hvordan gør jeg det?", "hvordan gør jeg det? (betaler fakturaer)"),
        ("hvor mange ugers ferie har jeg?", "hvor mange ugers ferie har jeg?"),
        ("må hunde komme med på kontoret?", "må hunde komme med på kontoret?"),
        ("og hunde?", "og hunde?"),
        ("hunde?", "hunde?"),
        ("hvad med espressomaskinen?", "hvad med espressomaskinen? (betaler fakturaer)"),
    ],
)
def test_what_is_carried(said: str, text: str) -> None:
    """What names nothing, points back or is added is asked of the subject, and the rest is not."""
    assert in_context(said, "hvem betaler fakturaer", cast()).text == text


def test_a_thread_begins_with_a_question() -> None:
    """The first question of a thread is searched for as it stands, and is what it is about."""
    assert in_context("Og ferie?", "", cast()) == InContext("Og ferie?", "Og ferie?")


def test_a_question_without_a_subject_leaves_none() -> None:
    """After "how do I do that?" alone there is nothing that another question could go on from."""
    vague = in_context("hvordan gør jeg?", "", cast())
    assert vague == InContext("hvordan gør jeg?", "")
    assert in_context("hvem?", vague.subject, cast()).text == "hvem?"


def test_the_subject_stays_where_nothing_is_named() -> None:
    """What was carried is carried on."""
    first = in_context("hvor er den?", "redningsvest lifejacket", cast())
    assert first.text == "hvor er den? (redningsvest lifejacket)"
    assert in_context("og hvornår?", first.subject, cast()).text.endswith(
        "(redningsvest lifejacket)"
    )


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("hvem godkender den?", True),
        ("gælder det også i weekenden", True),
        ("hvor lang tid tager det?", True),
        ("må man bruge en anden?", True),
        ("hvad skal jeg gøre der?", True),
        ("har den grønne et navn", False),
        ("hvad kan jeg bruge den her håndbog til", False),
        ("er det muligt at printe", False),
        ("hvordan er det med ferie", False),
        ("jeg har lavet nogle flotte slides, vil I have dem", False),
        ("hvad siger de andre", False),
        ("mail til dem der betaler", False),
        ("hvem kontakter jeg om it", False),
    ],
)
def test_danish_pronouns(said: str, back: bool) -> None:  # noqa: FBT001 - a case of a table
    """A pronoun stands for what was said before, unless the message names it or a noun follows."""
    assert points_back(said, Language.DANISH) == back


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("how do I request it?", True),
        ("do they expire?", True),
        ("how long does that take?", True),
        ("is this confidential", True),
        ("may I use another?", True),
        ("is it possible to print", False),
        ("who runs IT", False),
        ("I took a day off this week", False),
        ("found an app that is not listed", False),
        ("a partner wants a copy, can I export it", False),
    ],
)
def test_english_pronouns(said: str, back: bool) -> None:  # noqa: FBT001 - a case of a table
    """The same in English, where a department is no pronoun."""
    assert points_back(said, Language.ENGLISH) == back


@pytest.mark.parametrize(
    ("said", "on"),
    [
        ("og hvem?", True),
        ("Hvad med ferie", True),
        ("... and who?", True),
        ("what about travel", True),
        ("ordning", False),
        ("android", False),
        ("hvad er en medarbejder", False),
    ],
)
def test_what_goes_on(said: str, on: bool) -> None:  # noqa: FBT001 - a case of a table
    """A message goes on from another by the word that it begins with."""
    assert goes_on(said) == on


@pytest.mark.parametrize(("name", "handbook"), [("os2", OS2), ("18f", EIGHTEEN_F)])
def test_a_question_of_its_own_stays_its_own(name: str, handbook: Path) -> None:
    """Questions that others wrote, one after the other: hardly any is taken for a follow-up."""
    lines = at_hand(QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["q"] for line in lines]
    index = index_of_folder(at_hand(handbook))
    pairs = [(asked[place - step], asked[place]) for place in range(len(asked)) for step in (1, 7)]
    carried = [pair for pair in pairs if in_context(pair[1], pair[0], index).text != pair[1]]
    assert len(carried) <= len(pairs) / 20, carried


@settings(deadline=None)
@given(said=SAID, subject=SAID)
def test_anything_may_follow(said: str, subject: str) -> None:
    """Whatever is said about whatever, what is searched for begins with it, and has an end."""
    asked = in_context(said, subject, cast())
    assert asked.text.startswith(said[:QUESTION_CHARACTERS])
    assert len(asked.text) <= QUESTION_CHARACTERS
    again = in_context(said, asked.subject, cast())
    assert again.text.startswith(said[:QUESTION_CHARACTERS])
