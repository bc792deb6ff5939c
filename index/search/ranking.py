"""Candidates to ranked passages: the best of each section, and nothing twice."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.candidates import Candidates, candidates
from index.search.evidence import Evidence, gather
from index.search.index import Index
from index.search.question import Question
from index.search.score import Part, score

ALIKE = 0.9
"""Share of the terms from which two passages say the same."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with what speaks for it."""

    passage: int
    """Its number in the index."""
    parts: tuple[tuple[Part, float], ...]
    """What its score is the sum of."""
    coverage: float
    """Share of the question's telling words (by rarity) that stand in the passage, 0 to 1."""

    @property
    def score(self) -> float:
        """The sum of its parts."""
        return sum(value for _, value in self.parts)


def rank(question: Question, index: Index, most: int) -> tuple[Ranked, ...]:
    """Return the best passages, at most one of each section and of each text, the best first."""
    if not question.concepts or not index.passages:
        return ()
    found = candidates(question, index)
    if not len(found.passages):
        return ()
    evidence = gather(question, found, index)
    parts = score(question, found, evidence, index)
    coverage = _coverage(question, evidence)
    total = np.sum(list(parts.values()), axis=0)
    return tuple(
        Ranked(
            int(found.passages[place]),
            tuple((part, float(values[place])) for part, values in parts.items()),
            float(coverage[place]),
        )
        for place in _chosen(found, total, index, most)
    )


def _coverage(question: Question, evidence: Evidence) -> NDArray[np.float64]:
    rarities = np.array([concept.rarity for concept in question.concepts])
    return np.asarray(rarities @ evidence.certainty / rarities.sum())


def _chosen(
    found: Candidates, total: NDArray[np.float64], index: Index, most: int
) -> list[int]:
    chosen: list[int] = []
    sections: set[int] = set()
    texts: list[frozenset[int]] = []
    for place in np.argsort(-total, kind="stable").tolist():
        if len(chosen) == most:
            break
        number = int(found.passages[place])
        section = int(index.section_of[number])
        text = frozenset(index.tokens.of(number).tolist())
        if section in sections or any(_alike(text, other) for other in texts):
            continue
        chosen.append(place)
        sections.add(section)
        texts.append(text)
    return chosen


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)
