"""The workplace thesaurus: what people say, what handbooks write, and the same in English.

The words stand as plain data in `thesaurus/`, for editors to read and extend.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from index.search.analysis import Analysis
from index.search.language import Language
from index.search.words import normal


@dataclass(frozen=True, slots=True)
class Related:
    """A word that may stand in the handbook in place of the one asked for."""

    word: str
    """The other word."""
    language: Language
    """The language it belongs to."""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Knows which words stand for each other."""

    entries: Mapping[tuple[Language, str], tuple[Related, ...]]
    """Language and term to what may stand in its place."""
    analysis: Analysis
    """How words become terms, so that every form of a word finds its entry."""

    def related(self, word: str, languages: Iterable[Language]) -> Iterator[Related]:
        """Yield what may stand for `word`, read as a word of these languages."""
        for language in languages:
            yield from self.entries.get((language, self.analysis.term(word, language)), ())


@lru_cache(maxsize=1)
def load_thesaurus(analysis: Analysis) -> Thesaurus:
    """Read the thesaurus that comes with the bot."""
    entries: dict[tuple[Language, str], dict[Related, None]] = defaultdict(dict)
    for language in Language:
        for words in _groups(_lines(f"{language}.txt")):
            _connect(entries, analysis, (language, words), (language, words))
    for line in _lines("da-en.txt"):
        left, right = _groups(line.split(":"))
        danish, english = (Language.DANISH, left), (Language.ENGLISH, right)
        _connect(entries, analysis, danish, english)
        _connect(entries, analysis, english, danish)
    return Thesaurus({key: tuple(words) for key, words in entries.items()}, analysis)


def _connect(
    entries: dict[tuple[Language, str], dict[Related, None]],
    analysis: Analysis,
    from_side: tuple[Language, tuple[str, ...]],
    to_side: tuple[Language, tuple[str, ...]],
) -> None:
    (language, words), (other, others) = from_side, to_side
    for word in words:
        found = entries[language, analysis.term(word, language)]
        found.update({Related(into, other): None for into in others if into != word})


def _lines(name: str) -> Iterator[str]:
    text = resources.files("index.search").joinpath("thesaurus", name).read_text(encoding="utf-8")
    yield from (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _groups(lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        yield tuple(normal(word.strip()) for word in line.split(",") if word.strip())
