"""The passages that may answer: the best by BM25 over the readings."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.index import Index
from index.search.question import Concept, Question
from index.search.top import contenders, ranked
from index.search.wanted import Wanted, total, worth

CANDIDATES = 200
"""So many passages are looked at closely."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The best passages, the best first."""

    passages: NDArray[np.int32]
    """Their numbers."""
    worth: NDArray[np.float64]
    """By concept and candidate: what the concept adds to its score."""
    asking: NDArray[np.float64]
    """By candidate: what the question's function words add."""


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


def candidates(question: Question, index: Index) -> Candidates:
    """Return the passages that have any of the question's concepts, at most CANDIDATES."""
    concepts = [wanted(concept, index) for concept in question.sought]
    asking = [wanted(concept, index) for concept in question.asking]
    found, _ = contenders(concepts, index.postings, CANDIDATES, asking)
    rows = worth([*concepts, *asking], index.postings, found)
    told, asked = rows[: len(concepts)], total(rows[len(concepts) :])
    order = ranked(total(told) + asked)[:CANDIDATES]
    return Candidates(found[order].astype(np.int32), told[:, order], asked[order])
