"""Candidates to ranked passages: the best of each section, and nothing twice."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.candidates import Candidates, candidates, said
from index.search.evidence import gather
from index.search.index import Index
from index.search.question import Question
from index.search.scope import EVERYTHING, Scope
from index.search.score import Part, score
from index.search.subject_weight import weigh_subjects

ALIKE = 0.9
"""Share of the terms from which two passages say the same."""

DESCRIBED = 0.5
"""What a subject counts for confidence against a word: the question only describes it."""

CLOSE = 2.0
"""What nearness counts for confidence: words that stand together are rarely chance."""

BY_MEANING = 0.3
"""The confidence that being near in meaning gives: enough to be shown, not to be the answer."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with what speaks for it."""

    passage: int
    """Its number in the index."""
    parts: tuple[tuple[Part, float], ...]
    """What its score is the sum of."""
    coverage: float
    """Share of the question's telling words (by rarity) that stand in the passage, 0 to 1."""
    confidence: float
    """What its words and their nearness say for it, against all that the question tells."""

    @property
    def score(self) -> float:
        """The sum of its parts."""
        return sum(value for _, value in self.parts)


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was found for a question."""

    question: Question
    """The question, its subjects weighed by what its words found."""
    ranked: tuple[Ranked, ...]
    """At most one passage of each section and of each text, the best first."""


def rank(question: Question, index: Index, most: int, scope: Scope = EVERYTHING) -> Ranking:
    """Return the best passages of the scope for the question, at most `most`."""
    if not question.concepts or not index.passages:
        return Ranking(question, ())
    question, found = weigh_subjects(question, candidates(question, index, index.within(scope)))
    if not len(found.passages):
        return Ranking(question, ())
    evidence = gather(question, found, index)
    parts = score(question, found, evidence, index)
    typed = len(question.concepts)
    rarities = np.array([concept.rarity for concept in question.sought])
    whole = rarities[:typed].sum()
    coverage = rarities[:typed] @ evidence.certainty[:typed] / whole
    says = said(question, found)
    told = says[:typed].sum(axis=0) + DESCRIBED * says[typed:].sum(axis=0) + CLOSE * evidence.near
    confidence = told / whole
    near = np.isfinite(found.semantic_rank)
    confidence = np.where(near, np.maximum(confidence, BY_MEANING), confidence)
    total = np.sum(list(parts.values()), axis=0)
    ranked = (
        Ranked(
            int(found.passages[place]),
            tuple((part, float(values[place])) for part, values in parts.items()),
            float(coverage[place]),
            float(confidence[place]),
        )
        for place in _chosen(found, total, index, most)
    )
    return Ranking(question, tuple(ranked))


def _chosen(found: Candidates, total: NDArray[np.float64], index: Index, most: int) -> list[int]:
    chosen: list[int] = []
    sections: set[int] = set()
    texts: list[frozenset[int]] = []
    section_of = index.section_of[found.passages]
    for place in np.argsort(-total, kind="stable").tolist():
        if len(chosen) == most:
            break
        section = int(section_of[place])
        if section in sections:
            continue
        sections.add(section)
        text = frozenset(index.tokens.of(int(found.passages[place])).tolist())
        if not any(_alike(text, other) for other in texts):
            chosen.append(place)
            texts.append(text)
    return chosen


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)
