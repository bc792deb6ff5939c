"""A question to concepts: what each typed word may be called in the handbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from index.search.asked_for import Aspect, asked_for
from index.search.commonness import zipf
from index.search.index import PART, Index
from index.search.language import Language, is_function_word, judge
from index.search.words import split_words

QUESTION_CHARACTERS = 1_000
"""More than this is a pasted text; its beginning says what it is about."""


class Origin(StrEnum):
    """How a reading came from what was typed."""

    TYPED = "typed"
    JOINED = "joined"
    PART = "part"
    PARTS = "parts"
    REPAIRED = "repaired"
    SYNONYM = "synonym"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a word may stand in the handbook: all of `terms` together."""

    terms: tuple[str, ...]
    """Terms of the index."""
    weight: float
    """What they count against the word as typed."""
    origin: Origin = Origin.TYPED
    """Where it comes from."""
    word: str = ""
    """The word it was read as."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One word of the question with its readings; the best of them counts in a passage."""

    word: str
    """The word as typed, in lower case."""
    readings: tuple[Reading, ...]
    """Empty when the handbook has no such word."""
    rarity: float
    """How telling the word is: its rarity in the handbook, less where it is common anywhere."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, as ranking needs it."""

    text: str
    """As it was typed, at most QUESTION_CHARACTERS of it."""
    language: Language
    """The question's language; the handbook's where the words do not tell."""
    concepts: tuple[Concept, ...]
    """Its words without function words, in order, each once."""
    telling: bool
    """Whether any of them has a subject; where none has, function words stand in for it."""
    asking: tuple[Concept, ...] = ()
    """Its function words: they count a little, and nothing is found by them alone."""
    asks_for: Aspect = Aspect.NOTHING
    """What kind of answer would do."""

    @property
    def terms(self) -> frozenset[str]:
        """Every term that any reading asks for."""
        return frozenset(
            term
            for concept in self.concepts
            for reading in concept.readings
            for term in reading.terms
        )


def understand(text: str, index: Index) -> Question:
    """Return the question as concepts over this index; nothing that is typed is an error."""
    text = text[:QUESTION_CHARACTERS]
    clear = judge((text,)).clear()
    language = clear or index.languages[0]
    words = list(dict.fromkeys(word.text for word in split_words(text)))
    telling = [word for word in words if not is_function_word(word, language)]
    asking = [word for word in words if word not in telling] if telling else []
    spoken = (clear,) if clear else tuple(Language)
    groups = _grouped(telling or words, index)
    concepts = tuple(_concept(group, spoken, language, index) for group in groups)
    return Question(
        text, language, concepts, bool(telling), tuple(_asking(asking, index)), asked_for(text)
    )


def _asking(words: list[str], index: Index) -> Iterator[Concept]:
    """Yield the function words: they tell a heading that asks the same from one that does not."""
    for word in words:
        readings = tuple(_as_typed(word, index))
        if readings:
            rarity = max(index.rarity(reading.terms[0]) for reading in readings)
            yield Concept(word, readings, index.weights.asking * rarity)


def _grouped(words: list[str], index: Index) -> Iterator[tuple[str, ...]]:
    """Put two neighbours together where the handbook writes them as one word."""
    waiting: str | None = None
    for word in words:
        if waiting is not None and waiting + word in index.spelling.counts:
            yield waiting, word
            waiting = None
            continue
        if waiting is not None:
            yield (waiting,)
        waiting = word
    if waiting is not None:
        yield (waiting,)


def _concept(
    words: tuple[str, ...], spoken: tuple[Language, ...], language: Language, index: Index
) -> Concept:
    word = "".join(words)
    own = list(_own(words, index))
    readings = [*own, *_related(word, spoken, index)]
    if not readings and not zipf(word, language) and (meant := index.spelling.nearest(word)):
        readings = [
            replace(reading, weight=index.weights.repaired * reading.weight, origin=Origin.REPAIRED)
            for reading in (*_own((meant,), index), *_related(meant, spoken, index))
        ]
        word = meant
    rarity = _rarity(own, readings, language, index)
    commonness = max(zipf(one, language) for one in words)
    factor = max(0.1, 1 - index.weights.common * max(0.0, commonness - 5))
    return Concept(" ".join(words), tuple(dict.fromkeys(readings)), rarity * factor)


def _rarity(
    own: Sequence[Reading], readings: Sequence[Reading], language: Language, index: Index
) -> float:
    """A word that the handbook has is as rare as it is there, not as its synonyms are."""
    if language is not index.languages[0] and any(
        reading.origin is Origin.TRANSLATION for reading in readings
    ):
        own = [reading for reading in readings if reading.origin is Origin.TRANSLATION]
        return min(index.rarity(term) for reading in own for term in reading.terms)
    rarities = (index.rarity(term) for reading in own or readings for term in reading.terms)
    return max(rarities, default=index.rarest)


def _own(words: tuple[str, ...], index: Index) -> Iterator[Reading]:
    """Yield the words as typed: as one, side by side, or as the parts of a compound."""
    yield from _as_typed("".join(words), index)
    if len(words) > 1:
        yield from _together(words, 1.0, Origin.JOINED, index)
    elif Language.DANISH in index.languages:
        part = PART + index.analysis.term(words[0], Language.DANISH)
        if part in index.lexicon:
            yield Reading((part,), index.weights.part, Origin.PART, words[0])
        if parts := index.compounds.parts(words[0]):
            yield from _together(parts, index.weights.part, Origin.PARTS, index)


def _as_typed(word: str, index: Index) -> Iterator[Reading]:
    for term in index.analysis.every_term(word, index.languages):
        if term in index.lexicon:
            yield Reading((term,), 1.0, Origin.TYPED, word)


def _related(word: str, spoken: tuple[Language, ...], index: Index) -> Iterator[Reading]:
    """Yield what the thesaurus has for the word, where the handbook has it."""
    for related in index.thesaurus.related(word, spoken):
        origin = Origin.SYNONYM if related.language in spoken else Origin.TRANSLATION
        weight = (
            index.weights.synonym if origin is Origin.SYNONYM else index.weights.translation
        )
        for reading in _as_typed(related.word, index):
            yield replace(reading, weight=weight, origin=origin)


def _together(
    words: Sequence[str], weight: float, origin: Origin, index: Index
) -> Iterator[Reading]:
    """Yield the words side by side, in each language in which the handbook has all of them."""
    for language in index.languages:
        terms = []
        for word in dict.fromkeys(words):
            term = index.analysis.term(word, language)
            part = PART + term
            terms.append(part if part in index.lexicon else term)
        if all(term in index.lexicon for term in terms):
            yield Reading(tuple(dict.fromkeys(terms)), weight, origin, " ".join(words))
