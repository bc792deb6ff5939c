"""A question to hits: the stages of search, in their order."""

from dataclasses import dataclass

from index.reading.passages.passage import Passage
from index.search.excerpt import FIRST_CHARACTERS, FURTHER_CHARACTERS, Excerpt, cut_excerpt
from index.search.index import Index
from index.search.question import Question
from index.search.understand import understand
from index.search.ranking import rank

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
    """BM25 over the best readings, times coverage."""
    coverage: float
    """Share of the question's telling words (by rarity) that stand in the passage, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What the handbook has for a question."""

    question: Question
    """The question as it was understood."""
    hits: tuple[Hit, ...]
    """The best first, at most one for each section."""


def retrieve(text: str, index: Index, most: int = HITS) -> Retrieval:
    """Return the passages that fit the question best, each with its excerpt."""
    question = understand(text, index)
    hits: list[Hit] = []
    for ranked in rank(question, index, most):
        passage = index.passages[ranked.passage]
        budget = FURTHER_CHARACTERS if hits else FIRST_CHARACTERS
        excerpt = cut_excerpt(passage, question, index, budget)
        hits.append(Hit(passage, excerpt, ranked.score, ranked.coverage))
    return Retrieval(question, tuple(hits))
