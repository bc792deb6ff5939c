"""The workplace thesaurus: what people say, what handbooks write, and the same in English.

The words stand as plain data in `thesaurus/`, for editors to read and extend.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from index.search.analysis import Analysis, Step
from index.search.language import Language, is_function_word
from index.search.words import normal, words_of


class Relation(StrEnum):
    """How an entry stands to the one asked for."""

    SYNONYM = "synonym"
    TRANSLATION = "translation"
    EDITORS = "editors"
    """The handbook's own editors say so."""


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

BETWEEN = 2
"""Other words that may stand within an expression: `computeren er helt død`."""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Knows which words and expressions stand for each other."""

    entries: Mapping[tuple[Language, Stems], tuple[Related, ...]]
    """Language and stems to what may stand in their place."""
    expressions: Mapping[tuple[Language, str], tuple[Stems, ...]]
    """Language and stem to the expressions of several words that have it."""
    analysis: Analysis
    """How words become terms, so that every form of a word finds its entry."""

    def related(self, words: Sequence[str], language: Language) -> tuple[Related, ...]:
        """Return what may stand for exactly these words."""
        return self.entries.get((language, self._stems(words, language)), ())

    def matches(
        self, words: Sequence[str], language: Language
    ) -> Iterator[tuple[tuple[int, ...], tuple[Related, ...]]]:
        """Yield the expressions of which all words stand close together in `words`.

        Each with the places of its words and what may stand for it.
        """
        places: dict[str, int] = {}
        for place, stem in enumerate(self._stems(words, language)):
            places.setdefault(stem, place)
        known = {stems for stem in places for stems in self.expressions.get((language, stem), ())}
        for stems in sorted(known):
            if all(stem in places for stem in stems):
                where = sorted(places[stem] for stem in stems)
                if where[-1] - where[0] < len(stems) + BETWEEN:
                    yield tuple(where), self.entries[language, stems]

    def _stems(self, words: Iterable[str], language: Language) -> Stems:
        return tuple(self.analysis.term(word, language) for word in words)


_Entries = dict[tuple[Language, Stems], dict[Related, None]]


@lru_cache(maxsize=len(Step) + 1)
def load_thesaurus(analysis: Analysis) -> Thesaurus:
    """Read the thesaurus that comes with the bot."""
    entries: _Entries = defaultdict(dict)
    for language in Language:
        for words in _groups(_lines(f"{language}.txt")):
            side = (language, words)
            _connect(entries, analysis, side, side, Relation.SYNONYM)
    for line in _lines("da-en.txt"):
        left, right = _groups(line.split(":"))
        danish, english = (Language.DANISH, left), (Language.ENGLISH, right)
        _connect(entries, analysis, danish, english, Relation.TRANSLATION)
        _connect(entries, analysis, english, danish, Relation.TRANSLATION)
    return _thesaurus(entries, analysis)


def with_own(
    thesaurus: Thesaurus, groups: Sequence[tuple[str, ...]], languages: tuple[Language, ...]
) -> Thesaurus:
    """Return the thesaurus with a handbook's own groups, in each of the handbook's languages."""
    if not groups:
        return thesaurus
    entries: _Entries = defaultdict(dict)
    for key, known in thesaurus.entries.items():
        entries[key] = dict.fromkeys(known)
    for language in languages:
        for words in _groups(",".join(group) for group in groups):
            side = (language, words)
            _connect(entries, thesaurus.analysis, side, side, Relation.EDITORS)
    return _thesaurus(entries, thesaurus.analysis)


def _thesaurus(entries: _Entries, analysis: Analysis) -> Thesaurus:
    expressions: dict[tuple[Language, str], list[Stems]] = defaultdict(list)
    for language, stems in entries:
        for stem in stems if len(stems) > 1 else ():
            expressions[language, stem].append(stems)
    return Thesaurus(
        {key: tuple(words) for key, words in entries.items()},
        {key: tuple(found) for key, found in expressions.items()},
        analysis,
    )


def _connect(
    entries: _Entries,
    analysis: Analysis,
    from_side: tuple[Language, tuple[str, ...]],
    to_side: tuple[Language, tuple[str, ...]],
    relation: Relation,
) -> None:
    (language, words), (other, others) = from_side, to_side
    into = {text: Related(_told(text, other), other, relation) for text in others}
    for text in words:
        stems = tuple(analysis.term(word, language) for word in _told(text, language))
        if stems:
            found = entries[language, stems]
            found.update({related: None for to, related in into.items() if to != text})


def _told(text: str, language: Language) -> tuple[str, ...]:
    """Return what of an expression tells: without function words, unless too little is left."""
    every = tuple(words_of(text))
    if len(every) == 1:
        return every
    kept = tuple(word for word in every if not is_function_word(word, language))
    return kept if len(kept) > 1 else every


def _lines(name: str) -> Iterator[str]:
    file = resources.files("index.search").joinpath("thesaurus", name)
    text = file.read_text(encoding="utf-8")
    yield from (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _groups(lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        yield tuple(normal(word.strip()) for word in line.split(",") if word.strip())
