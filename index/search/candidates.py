"""The passages that may answer: the best by BM25 over the readings."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.index import Index
from index.search.postings import Postings
from index.search.question import Concept, Question

CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class Candidates:
    passages: NDArray[np.int32]
    worth: NDArray[np.float64]
    """By concept and candidate."""
    asking: NDArray[np.float64]


def worth(concept: Concept, postings: Postings, index: Index) -> NDArray[np.float64]:
    """Return for every document what the concept adds by its best reading."""
    best = np.zeros(postings.size)
    for reading in concept.readings:
        if len(reading.terms) == 1:
            documents, impacts = postings.of(index.lexicon[reading.terms[0]])
            best[documents] = np.maximum(best[documents], impacts * reading.weight)
            continue
        sums = np.zeros(postings.size)
        present = np.zeros(postings.size, np.int8)
        for term in reading.terms:
            documents, impacts = postings.of(index.lexicon[term])
            sums[documents] += impacts * reading.weight / len(reading.terms)
            present[documents] += 1
        np.maximum(best, np.where(present == len(reading.terms), sums, 0), out=best)
    return best * concept.rarity


def candidates(question: Question, index: Index) -> Candidates:
    told = np.array([worth(concept, index.postings, index) for concept in question.concepts])
    asking = np.zeros(index.postings.size)
    for concept in question.asking:
        asking += worth(concept, index.postings, index)
    sums = told.sum(axis=0)
    found = np.flatnonzero(sums > 0)
    order = found[np.argsort(-(sums + asking)[found], kind="stable")][:CANDIDATES]
    return Candidates(order.astype(np.int32), told[:, order], asking[order])
