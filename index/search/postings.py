"""The inverted file: where each term stands and what it is worth there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

LEAST_RARITY = 0.1
"""BM25 gives a word in half of all passages no weight, and in a handbook of one page no word any;
a question for it is a question all the same."""


@dataclass(frozen=True, slots=True)
class Postings:
    """For every term its documents, with BM25's saturated frequency."""

    starts: NDArray[np.int64]
    """Where each term's postings begin, and the end of the last."""
    documents: NDArray[np.int32]
    """Numbers of the documents, ascending within a term."""
    impacts: NDArray[np.float64]
    """What the term adds to the document's score, before its rarity."""
    rarity: NDArray[np.float64]
    """BM25's inverse document frequency of each term."""
    size: int

    def of(self, term: int) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        start, end = self.starts[term], self.starts[term + 1]
        return self.documents[start:end], self.impacts[start:end]

    def impact(self, term: int, document: int) -> float:
        """Return what the term adds in one document, 0 where it does not stand."""
        documents, impacts = self.of(term)
        place = int(np.searchsorted(documents, document))
        found = place < len(documents) and documents[place] == document
        return float(impacts[place]) if found else 0.0


class _Weights(BM25Okapi):
    """rank-bm25's own inverse document frequencies, from counts that are known already."""

    def __init__(self, frequencies: NDArray[np.int64], documents: int) -> None:
        self.k1, self.b, self.epsilon = 1.5, 0.75, 0.25
        self.corpus_size = documents
        self.idf = {}
        self._calc_idf(dict(enumerate(frequencies.tolist())))


def weigh(
    terms: NDArray[np.int32],
    documents: NDArray[np.int32],
    times: NDArray[np.int64],
    vocabulary: int,
    size: int,
) -> Postings:
    """Return the inverted file of tokens given as term, document and how often each counts."""
    keys = terms.astype(np.int64) * size + documents
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.add.reduceat(times[order], first).astype(np.float64) if len(first) else np.zeros(0)
    keys = keys[first]
    numbers = (keys % max(size, 1)).astype(np.int32)
    starts = np.searchsorted(keys // max(size, 1), np.arange(vocabulary + 1))
    lengths = np.bincount(documents, weights=times, minlength=size)
    frequencies = np.diff(starts)
    bm25 = _Weights(frequencies, size) if vocabulary else None
    average = lengths.sum() / max(size, 1)
    k1, b = 1.5, 0.75
    norms = k1 * (1 - b + b * lengths / max(average, 1e-9))
    impacts = counts * (k1 + 1) / (counts + norms[numbers])
    rarity = np.array([bm25.idf[t] for t in range(vocabulary)]) if bm25 else np.zeros(0)
    return Postings(starts, numbers, impacts, np.maximum(rarity, LEAST_RARITY), size)
