"""Buttons: each says what it does, to a screen reader about what, and carries what it needs."""

from collections.abc import Iterator, Mapping
from typing import Any

import emoji
import pytest
from hypothesis import given, settings

from bot.slack.rendering.buttons import CHOICES, Subject, buttons_piece
from bot.slack.rendering.control import QUESTION_CHARACTERS, Control, carried
from bot.slack.rendering.outcome_message import outcome_messages
from bot.slack.rendering.packing import blocks_of
from bot.slack.rendering.section_view import section_view
from bot.wording.catalogue import words_in
from index.contents import section_key
from index.search.index import Index
from index.search.language import Language
from tests.slack.answers import hits_of_sections, index_of
from tests.slack.any_markdown import TYPED
from tests.slack.limits import ACCESSIBILITY_LABEL, BUTTON_TEXT
from tests.slack.rendering.outcomes import PRIVATE, PUBLIC, found, said
from tests.slack.walk import nodes

PAGE = (
    "# Økonomi\n\n## Kontakt\n\nBo\n\n# Ferie\n\n## Kontakt\n\nEva\n\n## "
    + "Lang " * 60
    + "\n\n"
    + "x. Y " * 300
)
INTERACTIVE = frozenset({"button", "overflow", "checkboxes", "radio_buttons", "datepicker"})
SELECTS = "_select"


@pytest.fixture(scope="module")
def handbook() -> Index:
    """A handbook with a heading twice, and one without measure."""
    return index_of(PAGE)


def interactive(payload: object) -> Iterator[Mapping[str, Any]]:
    """Yield what can be pressed or chosen."""
    for node in nodes(payload, "payload"):
        if node.kind in INTERACTIVE or node.kind.endswith(SELECTS):
            yield node.value


def forms(index: Index, question: str) -> Iterator[object]:
    """Yield the blocks of every form that an outcome has, in both languages."""
    hits = list(hits_of_sections(index))
    near = [hit.passage.section for hit in hits]
    outcomes = [*found(hits[0], hits[1:], question, near), *found(hits[-1], hits, question, near)]
    for language in Language:
        outcomes += said(language, question)
        row = Subject(question, None, words_in(language)).choices(near)
        below = list(blocks_of(buttons_piece([row], words_in(language))))
        view = section_view(near[-1], words_in(language), below=below)
        yield view["blocks"]
    for outcome in outcomes:
        for offered in (PUBLIC, PRIVATE):
            for message in outcome_messages(outcome, offered):
                yield [block.to_dict() for block in message.blocks]


@settings(deadline=None, max_examples=25)
@given(question=TYPED)
def test_every_control_says_what_it_does_and_about_what(question: str) -> None:
    """Each has words on it, no sign alone, and words for a screen reader, as long as may be."""
    seen = set()
    for blocks in forms(index_of(PAGE), question):
        identifiers = [str(element["action_id"]) for element in interactive(blocks)]
        assert len(identifiers) == len(set(identifiers))
        seen |= {identifier.split(":")[0] for identifier in identifiers}
        for element in interactive(blocks):
            text = element["text"]
            label = str(element["accessibility_label"])
            for words, most in ((str(text["text"]), BUTTON_TEXT), (label, ACCESSIBILITY_LABEL)):
                assert 0 < len(words) <= most
                assert any(letter.isalpha() for letter in words)
            assert text["emoji"] is False
            assert emoji.emoji_count(str(text["text"])) == 0
            assert len(label) > len("Vis")
    assert seen == {str(control) for control in Control}


def test_label_names_the_section(handbook: Index) -> None:
    """A screen reader hears which section a button is about."""
    section = next(hits_of_sections(handbook)).passage.section
    words = words_in(Language.ENGLISH)
    button = Subject("who?", section, words).button(Control.MORE).to_dict()
    assert button["accessibility_label"] == f"Show the whole section {section.heading}"
    asked = Subject("who?", section, words).button(Control.PERSON).to_dict()
    assert asked["accessibility_label"] == "Ask a person: who?"
    nothing = Subject(" ", section, words).button(Control.PERSON).to_dict()
    assert nothing["accessibility_label"] == f"Ask a person: {section.heading}"


def test_choices_of_one_name_are_told_apart(handbook: Index) -> None:
    """Two sections of the same name have what stands above them on their buttons."""
    sections = [hit.passage.section for hit in hits_of_sections(handbook)]
    named = [section for section in sections if section.heading == "Kontakt"]
    choices = Subject("?", None, words_in(Language.DANISH)).choices(named)
    shown = [choice.to_dict() for choice in choices]
    assert [choice["text"]["text"] for choice in shown] == ["Økonomi › Kontakt", "Ferie › Kontakt"]
    assert shown[0]["accessibility_label"] == "Vis afsnittet Økonomi › Kontakt"
    assert [carried(choice["value"]).section for choice in shown] == [
        section_key(section) for section in named
    ]


def test_choices_are_a_few(handbook: Index) -> None:
    """More than a handful is no choice."""
    section = next(hits_of_sections(handbook)).passage.section
    assert len(Subject("?", None, words_in(Language.DANISH)).choices([section] * 9)) == CHOICES


def test_button_carries_the_question(handbook: Index) -> None:
    """Whoever presses later is answered for what was asked."""
    section = next(hits_of_sections(handbook)).passage.section
    subject = Subject("hvem?" * 500, section, words_in(Language.DANISH))
    known = carried(str(subject.button(Control.HELPFUL).to_dict()["value"]))
    assert known.question == ("hvem?" * 500)[:QUESTION_CHARACTERS]
    assert known.section == section_key(section)


def test_rows_of_buttons_are_said_once(handbook: Index) -> None:
    """Of two rows of buttons one line tells, and an empty row is none."""
    section = next(hits_of_sections(handbook)).passage.section
    words = words_in(Language.ENGLISH)
    subject = Subject("?", section, words)
    rows = [[subject.button(Control.MORE)], [], [subject.button(Control.BROWSE)]]
    pieces = buttons_piece(rows, words)
    assert [piece.said for piece in pieces] == ["", "Buttons: Whole section; Browse the chapters"]
    assert buttons_piece([[]], words) == []
