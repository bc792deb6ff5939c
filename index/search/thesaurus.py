"""The workplace thesaurus: what people say, what handbooks write, and the same in English.

The words stand as plain data in `thesaurus/`, for editors to read and extend.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from pathlib import Path

from index.search.analysis import Analysis
from index.search.language import Language, is_function_word
from index.search.words import normal, split_words


class Relation(StrEnum):
    """How an entry stands to the one asked for."""

    SYNONYM = "synonym"
    TRANSLATION = "translation"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Related:
    """What may stand in the handbook in place of what was asked for."""

    words: tuple[str, ...]
    """The other word, or the words of an expression."""
    language: Language
    """The language it belongs to."""
    relation: Relation
    """How it stands to what was asked for."""


Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that begins at a word of the question."""

    length: int
    """How many words it takes."""
    related: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Knows which words and expressions stand for each other."""

    entries: Mapping[tuple[Language, Stems], tuple[Related, ...]]
    """Language and stems to what may stand in their place."""
    longest: Mapping[tuple[Language, str], int]
    """How many words the longest entry has that begins with this stem."""
    analysis: Analysis
    """How words become terms, so that every form of a word finds its entry."""

    def related(self, words: Sequence[str], language: Language) -> tuple[Related, ...]:
        """Return what may stand for exactly these words."""
        stems = tuple(self.analysis.term(word, language) for word in words)
        return self.entries.get((language, stems), ())

    def match(self, words: Sequence[str], language: Language) -> Match | None:
        """Return the longest expression of at least two words that `words` begins with."""
        stems = tuple(self.analysis.term(word, language) for word in words[:LONGEST])
        for length in range(min(len(stems), self.longest.get((language, stems[0]), 1)), 1, -1):
            if found := self.entries.get((language, stems[:length])):
                return Match(length, found)
        return None


LONGEST = 4

_Entries = dict[tuple[Language, Stems], dict[Related, None]]


def telling(words: Iterable[str], language: Language) -> tuple[str, ...]:
    """Return what of an expression tells: without function words, unless too little is left."""
    every = tuple(words)
    kept = tuple(word for word in every if not is_function_word(word, language))
    return kept if len(kept) > 1 or len(every) == 1 else every


@lru_cache(maxsize=1)
def load_thesaurus(analysis: Analysis) -> Thesaurus:
    """Read the thesaurus that comes with the bot."""
    entries: _Entries = defaultdict(dict)
    for language in Language:
        for words in _groups(_lines(f"{language}.txt")):
            side = (language, words)
            _connect(entries, analysis, side, side, Relation.SYNONYM)
        for line in _lines(f"related-{language}.txt"):
            left, right = _groups(line.split(":", 1)) if ":" in line else ((), ())
            _connect(entries, analysis, (language, right), (language, left), Relation.RELATED)
    for line in _lines("da-en.txt"):
        left, right = _groups(line.split(":", 1)) if ":" in line else ((), ())
        danish, english = (Language.DANISH, left), (Language.ENGLISH, right)
        _connect(entries, analysis, danish, english, Relation.TRANSLATION)
        _connect(entries, analysis, english, danish, Relation.TRANSLATION)
    longest: dict[tuple[Language, str], int] = {}
    for language, stems in entries:
        key = (language, stems[0])
        longest[key] = max(longest.get(key, 1), len(stems))
    return Thesaurus({key: tuple(words) for key, words in entries.items()}, longest, analysis)


def _connect(
    entries: _Entries,
    analysis: Analysis,
    from_side: tuple[Language, tuple[str, ...]],
    to_side: tuple[Language, tuple[str, ...]],
    relation: Relation,
) -> None:
    (language, words), (other, others) = from_side, to_side
    into = {
        text: Related(telling((word.text for word in split_words(text)), other), other, relation)
        for text in others
    }
    for text in words:
        stems = tuple(
            analysis.term(word, language)
            for word in telling((word.text for word in split_words(text)), language)
        )
        if not stems: continue
        found = entries[language, stems]
        found.update({related: None for to, related in into.items() if to != text})


def _lines(name: str) -> Iterator[str]:
    file = resources.files("index.search").joinpath("thesaurus", name)
    if name.startswith("related"): file = Path("related") / name[8:]
    if not file.is_file(): return
    text = file.read_text(encoding="utf-8")
    yield from (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _groups(lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        yield tuple(normal(word.strip()) for word in line.split(",") if word.strip())
