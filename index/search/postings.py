"""The inverted file: where each term stands and what it is worth there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

LEAST_RARITY = 0.1
"""BM25 gives a word in half of all passages no weight, and in a handbook of one page no word any;
a question for it is a question all the same."""

ROW_SHARE = 8
"""A term in more than one of this many documents also has a row with a number for every document:
one is faster to read, the postings are smaller."""


@dataclass(frozen=True, slots=True)
class Postings:
    """For every term its documents, with BM25's saturated frequency."""

    starts: NDArray[np.int64]
    """Where each term's postings begin, and the end of the last."""
    documents: NDArray[np.int64]
    """Numbers of the documents, ascending within a term; as wide as an address, since numpy
    widens narrower ones at every use."""
    impacts: NDArray[np.float64]
    """What the term adds to the document's score, before its rarity."""
    rarity: NDArray[np.float64]
    """BM25's inverse document frequency of each term."""
    ceilings: NDArray[np.float64]
    """Each term's largest impact; 0 where it has no documents."""
    row_of: NDArray[np.int64]
    """Which of `rows` is the term's, -1 where it has none."""
    rows: NDArray[np.float64]
    """Impact times rarity by frequent term and document."""
    size: int
    """Count of documents."""

    def of(self, term: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the term's documents and its impact in each."""
        start, end = self.starts[term], self.starts[term + 1]
        return self.documents[start:end], self.impacts[start:end]


class _Weights(BM25Okapi):
    """rank-bm25's own parameters and inverse document frequencies, from counts already known."""

    def __init__(self, frequencies: NDArray[np.int64], documents: int) -> None:
        # The parameters are those that the library sets without a corpus to count.
        self._frequencies, self._documents = frequencies, documents
        super().__init__([])

    def _initialize(self, corpus: object) -> dict[int, int]:
        self.corpus_size = self._documents
        return dict(enumerate(self._frequencies.tolist()))

    def rarity(self) -> NDArray[np.float64]:
        """Return the weight of each term, none less than LEAST_RARITY."""
        found = np.fromiter(self.idf.values(), np.float64, len(self.idf))
        return np.maximum(found, LEAST_RARITY)


def weigh(
    terms: NDArray[np.int32],
    documents: NDArray[np.int32],
    times: NDArray[np.int64],
    vocabulary: int,
    size: int,
) -> Postings:
    """Return the inverted file of tokens given as term, document and how often each counts.

    The three arrays are one number a token, the tokens of a document side by side or not.
    """
    if not vocabulary or not size:
        nothing = np.zeros(0)
        none = np.zeros(0, np.int64)
        starts = np.zeros(vocabulary + 1, np.int64)
        zeros = np.zeros(vocabulary)
        rows = np.zeros((0, size))
        return Postings(
            starts, none, nothing, zeros + LEAST_RARITY, zeros, none - 1, rows, size
        )
    starts, numbers, counts = _counted(terms, documents, times, vocabulary, size)
    lengths = np.bincount(documents, weights=times, minlength=size)
    frequencies = np.diff(starts)
    bm25 = _Weights(frequencies, size)
    norms = bm25.k1 * (1 - bm25.b + bm25.b * lengths / max(lengths.mean(), 1e-9))
    impacts = norms[numbers]
    impacts += counts
    np.divide(counts, impacts, out=impacts)
    impacts *= bm25.k1 + 1
    ceilings = np.zeros(vocabulary)
    used = frequencies > 0
    ceilings[used] = np.maximum.reduceat(impacts, starts[:-1][used]) if len(impacts) else 0
    row_of, rows = _rows(starts, numbers, impacts, bm25.rarity(), size)
    return Postings(starts, numbers, impacts, bm25.rarity(), ceilings, row_of, rows, size)


def _counted(
    terms: NDArray[np.int32],
    documents: NDArray[np.int32],
    times: NDArray[np.int64],
    vocabulary: int,
    size: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return where each term's postings begin, their documents and their counts."""
    # One number holds term, document and times, so that sorting needs no order of its own.
    most = int(times.max(initial=1)) + 1
    keys = terms.astype(np.int64)
    keys *= size
    keys += documents
    keys *= most
    keys += times
    keys.sort()
    counted = keys % most
    keys //= most
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.add.reduceat(counted, first).astype(np.float64) if len(first) else np.zeros(0)
    keys = keys[first]
    starts = np.searchsorted(keys, np.arange(vocabulary + 1, dtype=np.int64) * size)
    keys %= size
    return starts.astype(np.int64), keys, counts


def _rows(
    starts: NDArray[np.int64],
    documents: NDArray[np.int64],
    impacts: NDArray[np.float64],
    rarity: NDArray[np.float64],
    size: int,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return which row each term has, and the rows."""
    frequent = np.flatnonzero(np.diff(starts) * ROW_SHARE > size)
    rows = np.zeros((len(frequent), size))
    row_of = np.full(len(rarity), -1, np.int64)
    row_of[frequent] = np.arange(len(frequent))
    for row, term in zip(rows, frequent.tolist(), strict=True):
        at = slice(starts[term], starts[term + 1])
        row[documents[at]] = impacts[at] * rarity[term]
    return row_of, rows
