"""A question to hits: the stages of search, in their order."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.reading.passages.passage import Passage
from index.search.excerpt import FIRST_CHARACTERS, FURTHER_CHARACTERS, Excerpt, cut_excerpt
from index.search.highlight import speaking
from index.search.index import Index
from index.search.question import Question
from index.search.ranking import Ranked, rank
from index.search.scope import EVERYTHING, Scope
from index.search.understand import understand

HITS = 3
"""The answer and two further sections: more is a result list, not an answer."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that may answer."""

    passage: Passage
    """What was found."""
    excerpt: Excerpt
    """What is shown of it."""
    score: float
    """The sum that it was ranked by."""
    confidence: float
    """What speaks for its being the answer, against all that the question tells; 0 and up."""


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What the handbook has for a question."""

    question: Question
    """The question as it was understood."""
    hits: tuple[Hit, ...]
    """The best first, at most one for each section."""


def retrieve(text: str, index: Index, most: int = HITS, scope: Scope = EVERYTHING) -> Retrieval:
    """Return the passages of the scope that fit the question best, each with its excerpt."""
    question = understand(text, index)
    return Retrieval(question, hits_of(rank(question, index, most, scope).ranked, question, index))


def hits_of(found: Iterable[Ranked], question: Question, index: Index) -> tuple[Hit, ...]:
    """Return what was found for a question with its excerpts: of the first the longest."""
    words = speaking(question, index)
    hits: list[Hit] = []
    for ranked in found:
        passage = index.passages[ranked.passage]
        budget = FURTHER_CHARACTERS if hits else FIRST_CHARACTERS
        excerpt = cut_excerpt(passage, words, budget)
        hits.append(Hit(passage, excerpt, ranked.score, ranked.confidence))
    return tuple(hits)
