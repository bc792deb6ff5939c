"""Which passage of the six pages answers, and under which outcome."""

from pathlib import Path

import pytest

from bot.answer import Answer, Answered, NotFound, answer
from tests.reading.case_file import Case, cases
from tests.search.cast import cast, index_of


def _told(given: Answer) -> str:
    if isinstance(given, NotFound):
        section = given.contact.passage.section if given.contact else None
        return "not found\n" + (f"contact: {section.page} › {section.heading}" if section else "")
    passage = given.hits[0].passage
    outcome = "answered" if isinstance(given, Answered) else "uncertain"
    return f"{outcome}\n{passage.section.page} › {passage.section.heading}: {passage.kind}"


@pytest.mark.parametrize(
    "case", cases(Path(__file__).parent / "cases"), ids=lambda case: str(case.name)
)
def test_question_finds_its_passage(case: Case) -> None:
    """The question finds the passage that answers it, first, and claims no more than it has."""
    assert _told(answer(case.given.strip(), cast())) == case.expected


@pytest.mark.parametrize("sections", [1, 2, 3])
def test_smallest_handbooks_answer_too(sections: int) -> None:
    """A handbook of one page with one section is one, and its words are found."""
    subjects = ("Kaffe", "Parkering", "Rengøring")[:sections]
    index = index_of("\n".join(f"# {subject}\nSpørg i {subject}huset.\n" for subject in subjects))
    for subject in subjects:
        given = answer(f"hvor er der {subject.lower()}?", index)
        assert _told(given) == f"answered\npage.md › {subject}: section"


def test_a_row_is_shown_with_its_columns() -> None:
    """The answer to "who approves" is the row with its column names, and nothing else."""
    given = answer("hvem godkender for færgekajen?", cast())
    assert isinstance(given, Answered)
    assert given.hits[0].excerpt.text == (
        "Kaj: Færgekaj\nGodkender: Bodil Rokke\nMail: bodil@havn.example\nNote: kun biler"
    )


def test_the_score_says_how_it_was_read() -> None:
    """What was typed counts more than a mended word."""
    typed, mended = (answer(text, cast()) for text in ("adgangskode", "adgangskdoe"))
    assert isinstance(typed, Answered)
    assert isinstance(mended, Answered)
    assert typed.hits[0].passage == mended.hits[0].passage
    assert typed.hits[0].score > mended.hits[0].score


def test_the_same_text_is_shown_once() -> None:
    """A paragraph that stands under the same heading on two pages is one answer."""
    text = "# Kaffe\nMaskinen står i køkkenet ved siden af vasken og fyldes hver morgen.\n"
    index = index_of({"a.md": text, "b.md": text, "c.md": "# Te\nKaffe er her ikke.\n"})
    given = answer("hvor står kaffemaskinen i køkkenet", index)
    assert isinstance(given, Answered)
    assert [hit.passage.section.heading for hit in given.hits].count("Kaffe") == 1
