"""The passages that may answer: the best by BM25 over the readings, and the nearest in meaning."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.index import Index
from index.search.question import Concept, Question
from index.search.top import Within, contenders, ranked
from index.search.wanted import Wanted, total, worth

CANDIDATES = 60
"""So many passages are looked at closely; 200 found nothing more over all known questions."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The best passages by their words, the best first, then those that only meaning finds."""

    passages: NDArray[np.int32]
    """Their numbers."""
    worth: NDArray[np.float64]
    """By concept and candidate: what the concept adds to its score."""
    asking: NDArray[np.float64]
    """By candidate: what the question's function words add."""
    semantic_rank: NDArray[np.float64]
    """By candidate: its place among the nearest in meaning, from 0; infinite where it is none."""


def said(question: Question, found: Candidates) -> NDArray[np.float64]:
    """Return what each candidate says of each concept: its worth, at most its rarity."""
    rarities = np.array([concept.rarity for concept in question.sought])
    return np.asarray(np.minimum(found.worth, rarities[:, None]))


def wanted(concept: Concept, index: Index) -> Wanted:
    """Return the concept in the numbers of the inverted file."""
    return Wanted(
        concept.rarity,
        tuple(
            (reading.weight, tuple(index.lexicon[term] for term in reading.terms))
            for reading in concept.readings
        ),
    )


def candidates(question: Question, index: Index, within: Within = None) -> Candidates:
    """Return the passages that have any of the question's concepts, at most CANDIDATES.

    With a model, the nearest in meaning that are not among them follow. Only those that `within`
    has are looked for. How rare a word is stays as it is in the whole index: a question means the
    same wherever it is asked, and a score can be told apart by the same formula.
    """
    concepts = [wanted(concept, index) for concept in question.sought]
    asking = [wanted(concept, index) for concept in question.asking]
    found, _ = contenders(concepts, index.postings, CANDIDATES, asking, within)
    told, asked = _worth(concepts, asking, found, index)
    order = ranked(total(told) + asked)[:CANDIDATES]
    found, told, asked = found[order], told[:, order], asked[order]
    near = _near(question, index, within)
    if len(near):
        more = np.setdiff1d(near, found)
        told_there, asked_there = _worth(concepts, asking, more, index)
        found = np.concatenate((found, more))
        told = np.concatenate((told, told_there), axis=1)
        asked = np.concatenate((asked, asked_there))
    semantic_rank = np.full(len(found), np.inf)
    _, here, place = np.intersect1d(found, near, return_indices=True)
    semantic_rank[here] = place
    return Candidates(found.astype(np.int32), told, asked, semantic_rank)


def _worth(
    concepts: list[Wanted], asking: list[Wanted], found: NDArray[np.int64], index: Index
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return what each concept, and what all function words together, add in each passage."""
    rows = worth([*concepts, *asking], index.postings, found)
    return rows[: len(concepts)], total(rows[len(concepts) :])


def _near(question: Question, index: Index, within: Within) -> NDArray[np.int64]:
    """Return the passages nearest in meaning; none without a model or for function words alone."""
    if index.meaning is None or not index.weights.semantic or not question.telling:
        return np.zeros(0, np.int64)
    return index.meaning.nearest(question.text, index.weights.semantic_least, within)
