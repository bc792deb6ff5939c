"""The words that answer are marked, whole, and no others."""

import pytest

from index.reading.each_prose import each_prose
from index.reading.prose import MarkKind, Prose
from index.search.retrieve import Hit, retrieve
from tests.reading.outline import block_lines
from tests.search.cast import cast, index_of


def highlighted(hit: Hit) -> list[str]:
    """Return the marked words of a hit's excerpt in their order."""
    found: list[str] = []

    def collect(prose: Prose) -> Prose:
        marks = [mark for mark in prose.marks if mark.kind is MarkKind.HIGHLIGHT]
        found.extend(prose.text[mark.start : mark.end] for mark in marks)
        return prose

    for block in hit.excerpt.blocks:
        each_prose(block, collect)
    return found


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("hvor mange ugers ferie?", ["ugers", "ferie"]),
        ("hvem godkender for færgekajen", ["Færgekaj", "Godkender"]),
        ("jeg er syg", ["syg"]),
        ("vagttelefonen", ["vagttelefonen"]),
        ("vagt telefonen", ["vagttelefonen"]),
        ("rollekatalog", ["Havn2rollekatalog"]),
        ("password", ["adgangskode", "Koden"]),
        ("receipts and expenses", ["receipt", "Expenses", "receipt"]),
        ("adgangskdoe", ["adgangskode", "Koden"]),
    ],
)
def test_words_that_answer_are_marked(question: str, words: list[str]) -> None:
    """Every form, part, translation and mended spelling of an asked word is marked."""
    assert highlighted(retrieve(question, cast()).hits[0]) == words


def test_function_words_are_not_marked() -> None:
    """Words that only ask are not marked, however often they stand there."""
    assert highlighted(retrieve("hvor er det jeg skal betale og så", cast()).hits[0]) == ["betaler"]


def test_marks_of_the_page_stay() -> None:
    """A highlight is added to bold and links, and takes none of them away."""
    hit = retrieve("hvordan får jeg en skærm", cast()).hits[0]
    (block,) = hit.excerpt.blocks
    (line,) = block_lines([block])
    assert line == (
        "text: Hvordan får jeg en ny skærm? Skriv til Rosa, så ligger den klar efter to dage."
        " {strong 'Hvordan får jeg en ny skærm?', highlight 'skærm'}"
    )


def test_code_stays_to_the_letter() -> None:
    """Nothing is marked in code; it can be copied as it stands."""
    others = "# Mad\nDer er mad.\n# Bil\nDer er en.\n# Hund\nDer er to.\n"
    index = index_of(f"# Kode\nKør kommandoen, og så er den der.\n\n    git kommando\n{others}")
    hit = retrieve("kommando", index).hits[0]
    assert highlighted(hit) == ["kommandoen"]
    assert hit.excerpt.text == "Kør kommandoen, og så er den der.\ngit kommando"
