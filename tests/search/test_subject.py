"""The subjects: their files are in order, and a description leads to what handbooks call it."""

from collections import Counter
from importlib import resources

import pytest

from index.search.analysis import build_analysis
from index.search.language import Language
from index.search.subject import load_subjects
from index.search.words import normal, split_words

each_language = pytest.mark.parametrize("language", Language)


def _lines(language: Language) -> list[str]:
    file = resources.files("index.search").joinpath("subjects", f"{language}.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@each_language
def test_every_line_parses(language: Language) -> None:
    """A line has names and what people say, in plain lower case, none empty and none twice."""
    lines = _lines(language)
    assert len(lines) > 2_000
    for line in lines:
        sides = [[item.strip() for item in side.split(",")] for side in line.split(":")]
        assert len(sides) == 2, line
        for items in sides:
            assert all(items), line
            assert [normal(item) for item in items] == items, line
            assert len(set(items)) == len(items), line


@each_language
def test_no_line_is_given_twice(language: Language) -> None:
    """Each subject stands once."""
    assert [line for line, count in Counter(_lines(language)).items() if count > 1] == []


DESCRIBED = [
    (Language.DANISH, "min far er død og jeg skal til begravelse", "dødsfald"),
    (Language.DANISH, "jeg er gravid og har termin i maj", "barsel"),
    (Language.DANISH, "min skærm er sort og computeren vil ikke starte", "support"),
    (Language.ENGLISH, "we are having a baby in june", "parental"),
    (Language.ENGLISH, "my screen went black and it won't turn on", "support"),
    (Language.ENGLISH, "someone yelled at me and called me names", "harassment"),
]


@pytest.mark.parametrize(("language", "question", "name"), DESCRIBED)
def test_a_description_leads_to_its_subject(language: Language, question: str, name: str) -> None:
    """Nobody says the official word, and it is among the likeliest names all the same."""
    subjects = load_subjects(language, build_analysis())
    told = {word.text: 1.0 for word in split_words(question)}
    names = [subject.names for subject in subjects.of(told)][:12]
    assert any(name in word for found in names for words in found for word in words)


@each_language
def test_the_likeliest_comes_first_and_shares_are_shares(language: Language) -> None:
    """Subjects come by how much of the question speaks of them."""
    subjects = load_subjects(language, build_analysis())
    told = {word: 1.0 for line in _lines(language)[:1] for word in line.split()[-4:]}
    shares = [subject.share for subject in subjects.of(told)]
    assert shares == sorted(shares, reverse=True)
    assert all(0 < share <= 1 for share in shares)


def test_words_of_no_language_speak_of_nothing() -> None:
    """What stands in no line has no subject."""
    subjects = load_subjects(Language.DANISH, build_analysis())
    assert [*subjects.of({"brylt": 1.0, "kvarm": 1.0})] == []
