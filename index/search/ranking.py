"""Concepts to ranked passages, read from the impacts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.index import Index
from index.search.question import Concept, Question


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with what speaks for it."""

    passage: int
    """Its number in the index."""
    score: float
    """Sum over concepts of the best reading's BM25 score, times coverage."""
    coverage: float
    """Share of the question's telling words (by rarity) that stand in the passage, 0 to 1."""


def rank(question: Question, index: Index, most: int) -> tuple[Ranked, ...]:
    """Return the best passages, at most one of each section, the best first."""
    if not question.concepts or not index.passages:
        return ()
    scores = np.zeros(len(index.passages))
    covered = np.zeros(len(index.passages))
    for concept in question.concepts:
        worth, certainty = _worth(concept, index)
        scores += worth
        covered += concept.rarity * certainty
    told = covered > 0
    for concept in question.asking:
        scores += np.where(told, _worth(concept, index)[0], 0.0)
    coverage = covered / sum(concept.rarity for concept in question.concepts)
    # Where BM25 has no weight to give, coverage alone orders, below all that has some.
    order = np.where(scores > 0, scores * coverage, coverage - 1)
    return _best(np.where(told, order, -np.inf), coverage, index, most)


def _worth(concept: Concept, index: Index) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return for every passage what the concept adds by its best reading, and how sure that is.

    A reading of several terms is as sure as the share of them that stands in the passage.
    """
    best = np.zeros(len(index.passages))
    certainty = np.zeros(len(index.passages))
    for reading in concept.readings:
        worth = np.zeros(len(index.passages))
        present = np.zeros(len(index.passages))
        for term in reading.terms:
            postings = index.postings[term]
            worth[postings.passages] += postings.impacts * reading.weight
            present[postings.passages] += reading.weight / len(reading.terms)
        np.maximum(best, worth, out=best)
        np.maximum(certainty, present, out=certainty)
    return best, certainty


def _best(
    scores: NDArray[np.float64], coverage: NDArray[np.float64], index: Index, most: int
) -> tuple[Ranked, ...]:
    order = np.argsort(-scores, kind="stable")
    found: dict[tuple[str, int, str], Ranked] = {}
    for number in order:
        if scores[number] == -np.inf or len(found) == most:
            break
        section = index.passages[number].section
        key = (section.page, section.line, section.anchor)
        if key not in found:
            found[key] = Ranked(int(number), float(scores[number]), float(coverage[number]))
    return tuple(found.values())
