"""Why these passages: every score taken apart into what it is the sum of."""

from dataclasses import dataclass

import numpy as np

from index.reading.passages.passage import Passage
from index.search.index import Index
from index.search.question import Concept, Origin, Question, Reading
from index.search.ranking import Ranked, rank
from index.search.retrieve import HITS
from index.search.score import BY_WORD, Part
from index.search.tokens import Field
from index.search.understand import understand


@dataclass(frozen=True, slots=True)
class Share:
    """What one word of the question adds to a score: rarity times weight times frequency."""

    word: str
    """The word as typed."""
    read_as: str
    """What it was read as in this passage."""
    origin: Origin
    """How that came from what was typed."""
    terms: tuple[str, ...]
    """The terms of the index that were found."""
    rarity: float
    """How telling the word is."""
    weight: float
    """What this reading counts against the word as typed."""
    frequency: float
    """BM25's saturated frequency in the passage, by its length; 0 to 2.5."""
    fields: tuple[Field, ...]
    """Where it stands."""

    @property
    def value(self) -> float:
        """What it adds."""
        return self.rarity * self.weight * self.frequency


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a passage stands where it does."""

    passage: Passage
    """The passage."""
    length: int
    """How many terms it has."""
    coverage: float
    """Share of the question's telling words (by rarity) that stand in it, 0 to 1."""
    confidence: float
    """What speaks for its being the answer, against all that the question tells; 0 and up."""
    shares: tuple[Share, ...]
    """What each word adds, function words included."""
    parts: tuple[tuple[Part, float], ...]
    """What else adds; only what is not 0."""

    @property
    def score(self) -> float:
        """The sum of all shares and parts."""
        return sum(share.value for share in self.shares) + sum(value for _, value in self.parts)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A question as it was understood, and why it found what it found."""

    question: Question
    """The question."""
    reasons: tuple[Reason, ...]
    """The best first."""


def explain(text: str, index: Index, most: int = HITS) -> Explanation:
    """Return why `text` finds what it finds."""
    found = rank(understand(text, index), index, most)
    reasons = (_reason(one, found.question, index) for one in found.ranked)
    return Explanation(found.question, tuple(reasons))


def _reason(ranked: Ranked, question: Question, index: Index) -> Reason:
    shares = (_share(one, ranked.passage, index) for one in (*question.sought, *question.asking))
    return Reason(
        passage=index.passages[ranked.passage],
        length=len(index.tokens.of(ranked.passage)),
        coverage=ranked.coverage,
        confidence=ranked.confidence,
        shares=tuple(share for share in shares if share),
        parts=tuple((part, value) for part, value in ranked.parts if value and part not in BY_WORD),
    )


def _share(concept: Concept, passage: int, index: Index) -> Share | None:
    shares = (_read(concept, reading, passage, index) for reading in concept.readings)
    return max((share for share in shares if share), key=lambda share: share.value, default=None)


def _read(concept: Concept, reading: Reading, passage: int, index: Index) -> Share | None:
    """Return what the reading adds in this passage, None where it does not stand there."""
    numbers = [index.lexicon[term] for term in reading.terms]
    impacts = [index.postings.impact(number, passage) for number in numbers]
    if not all(impacts):
        return None
    fields = tuple(
        field for field in Field if np.isin(numbers, index.tokens.of(passage, field)).any()
    )
    return Share(
        word=concept.word,
        read_as=reading.words,
        origin=reading.origin,
        terms=reading.terms,
        rarity=concept.rarity,
        weight=reading.weight,
        frequency=sum(impacts) / len(impacts),
        fields=fields,
    )
