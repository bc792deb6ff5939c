"""The workplace thesaurus: its files are in order, and its words lead both ways."""

from collections import Counter
from collections.abc import Iterator
from importlib import resources

import pytest

from index.search.analysis import build_analysis
from index.search.language import Language, is_function_word
from index.search.thesaurus import Thesaurus, load_thesaurus
from index.search.words import normal, split_words

FILES = {
    "da.txt": (Language.DANISH,),
    "en.txt": (Language.ENGLISH,),
    "da-en.txt": (Language.DANISH, Language.ENGLISH),
}

each_file = pytest.mark.parametrize("file", FILES)


def _lines(file: str) -> list[str]:
    text = resources.files("index.search").joinpath("thesaurus", file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _sides(file: str, line: str) -> Iterator[tuple[Language, list[str]]]:
    for language, side in zip(FILES[file], line.split(":"), strict=True):
        yield language, [word.strip() for word in side.split(",")]


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    """The thesaurus as the bot reads it."""
    return load_thesaurus(build_analysis())


@each_file
def test_every_line_parses(file: str) -> None:
    """A line has its sides, each with words in their base form, none empty and none twice."""
    lines = _lines(file)
    assert len(lines) > 500
    for line in lines:
        sides = [*_sides(file, line)]
        for _, words in sides:
            assert all(words), line
            assert [normal(word) for word in words] == words, line
            assert len(set(words)) == len(words), line
        assert sum(len(words) for _, words in sides) > 1, line


@each_file
def test_every_word_is_one_that_can_be_asked_for(file: str) -> None:
    """A word that text is never split into would be an entry without effect."""
    found = [
        word
        for line in _lines(file)
        for _, words in _sides(file, line)
        for word in words
        if [split.text for split in split_words(word)] != word.split()
    ]
    assert found == []


@each_file
def test_no_line_is_given_twice(file: str) -> None:
    """The same words stand in one line only, in whatever order."""
    lines = Counter(
        tuple(sorted((str(language), word) for language, words in sides for word in words))
        for sides in (_sides(file, line) for line in _lines(file))
    )
    assert [line for line, count in lines.items() if count > 1] == []


@each_file
def test_no_function_word(file: str) -> None:
    """A word that is left out of every question stands for nothing."""
    found = [
        word
        for line in _lines(file)
        for language, words in _sides(file, line)
        for word in words
        if is_function_word(word, language)
    ]
    assert found == []


def test_every_entry_leads_back(thesaurus: Thesaurus) -> None:
    """What may stand for a word has that word among what may stand for it."""
    one_way = [
        (language, stems, related.words)
        for (language, stems), found in thesaurus.entries.items()
        for related in found
        if not any(
            back.language is language
            and tuple(thesaurus.analysis.term(word, language) for word in back.words) == stems
            for back in thesaurus.related(related.words, related.language)
        )
    ]
    assert one_way == []


@pytest.mark.parametrize(
    ("word", "language", "other"),
    [
        ("chefer", Language.DANISH, "leder"),
        ("lederen", Language.DANISH, "manager"),
        ("managers", Language.ENGLISH, "leder"),
        ("ansætte", Language.DANISH, "hire"),
        ("ansaette", Language.DANISH, "hire"),
    ],
)
def test_every_form_of_a_word_finds_its_entry(
    thesaurus: Thesaurus, word: str, language: Language, other: str
) -> None:
    """Plural, definite form and plain spelling lead to the same words."""
    assert (other,) in [related.words for related in thesaurus.related((word,), language)]


def test_a_word_of_another_language_is_not_asked(thesaurus: Thesaurus) -> None:
    """A word is read only in the language that the question is in."""
    danish = thesaurus.related(("chef",), Language.DANISH)
    english = thesaurus.related(("chef",), Language.ENGLISH)
    assert danish
    assert not set(danish) & set(english)


@pytest.mark.parametrize(
    "typed", ["melde mig syg", "melder sig syg", "jeg melder mig i dag syg", "syg melder jeg mig"]
)
def test_an_expression_is_known_with_other_words_in_it(thesaurus: Thesaurus, typed: str) -> None:
    """An expression is found in any order and form while its words stand close together."""
    told = [word for word in typed.split() if not is_function_word(word, Language.DANISH)]
    related = {
        related.words for _, found in thesaurus.matches(told, Language.DANISH) for related in found
    }
    assert ("sygemelding",) in related


def test_words_far_apart_are_no_expression(thesaurus: Thesaurus) -> None:
    """The same words far from each other mean nothing together."""
    told = ["melder", "kontoret", "lukket", "fredag", "hele", "ugen", "syg"]
    related = {words for _, found in thesaurus.matches(told, Language.DANISH) for words in found}
    assert ("sygemelding",) not in {one.words for one in related}
