"""A question to concepts: what each typed word may be called in the handbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.search.index import Index
from index.search.language import Language, is_function_word, judge
from index.search.words import split_words

QUESTION_CHARACTERS = 1_000
"""More than this is a pasted text; its beginning says what it is about."""

PART_WEIGHT = 0.7
"""What a part of a compound counts against the whole word."""


RELATED_WEIGHT = 0.6
"""What a synonym or a translation counts against the word as typed."""

ASKING_WEIGHT = 0.2
"""What a function word (`hvordan`, `the`) counts against a word with a subject."""

REPAIRED_WEIGHT = 0.8
"""What a mended spelling counts against a word that the handbook has."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a word may stand in the handbook: all of `terms` together."""

    terms: tuple[str, ...]
    """Terms of the index."""
    weight: float
    """What they count against the word as typed."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One word of the question with its readings; the best of them counts in a passage."""

    word: str
    """The word as typed, in lower case."""
    readings: tuple[Reading, ...]
    """Empty when the handbook has no such word."""
    rarity: float
    """How telling the word is: BM25's inverse document frequency, the highest if unknown."""


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
    concepts = tuple(_concept(group, spoken, index) for group in _grouped(telling or words, index))
    return Question(text, language, concepts, bool(telling), tuple(_asking(asking, index)))


def _asking(words: list[str], index: Index) -> Iterator[Concept]:
    """Yield the function words: they tell a heading that asks the same from one that does not."""
    for word in words:
        readings = tuple(replace(one, weight=ASKING_WEIGHT) for one in _as_typed(word, index))
        if readings:
            yield Concept(word, readings, 0.0)


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


def _concept(words: tuple[str, ...], spoken: tuple[Language, ...], index: Index) -> Concept:
    word = "".join(words)
    own = dict.fromkeys(_own(words, index))
    readings = own | dict.fromkeys(_related(word, spoken, index))
    if not readings and (meant := index.spelling.nearest(word)):
        mended = (replace(reading, weight=REPAIRED_WEIGHT) for reading in _as_typed(meant, index))
        readings = dict.fromkeys(mended)
    # A word that the handbook has is as rare as it is there, not as its synonyms are.
    rarities = (index.rarity[term] for reading in own or readings for term in reading.terms)
    return Concept(" ".join(words), tuple(readings), max(rarities, default=index.rarest))


def _own(words: tuple[str, ...], index: Index) -> Iterator[Reading]:
    """Yield the words as typed: as one, side by side, or as the parts of a compound."""
    yield from _as_typed("".join(words), index)
    if len(words) > 1:
        yield from _together(words, 1.0, index)
    elif parts := index.compounds.parts(words[0]):
        yield from _together(parts, PART_WEIGHT, index)


def _as_typed(word: str, index: Index) -> Iterator[Reading]:
    for term in index.analysis.every_term(word, index.languages):
        if term in index.postings:
            yield Reading((term,), 1.0)


def _related(word: str, spoken: tuple[Language, ...], index: Index) -> Iterator[Reading]:
    """Yield what the thesaurus has for the word, where the handbook has it."""
    for related in index.thesaurus.related(word, spoken):
        for reading in _as_typed(related.word, index):
            yield replace(reading, weight=RELATED_WEIGHT)


def _together(words: Sequence[str], weight: float, index: Index) -> Iterator[Reading]:
    """Yield the words side by side, in each language in which the handbook has all of them."""
    for language in index.languages:
        terms = tuple(dict.fromkeys(index.analysis.term(word, language) for word in words))
        if all(term in index.postings for term in terms):
            yield Reading(terms, weight)
