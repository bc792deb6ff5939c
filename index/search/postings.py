"""The inverted file: where each term stands and what it is worth there."""

from collections.abc import Sequence
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

EXACT = 20_000
"""Up to this many documents the weights are kept in 64 bits. In larger files reading them takes
longer than looking the best up again, and 32 bits are read faster."""


@dataclass(frozen=True, slots=True)
class Postings:
    """For every term its documents, with what it adds to the score of each."""

    starts: NDArray[np.int64]
    """Where each term's postings begin, and the end of the last."""
    documents: NDArray[np.int64]
    """Numbers of the documents, ascending within a term; as wide as an address, since numpy
    widens narrower ones at every use."""
    counts: NDArray[np.unsignedinteger]
    """How often the term counts in the document."""
    weights: NDArray[np.floating]
    """Impact times rarity, in 64 bits where there are at most EXACT documents, else in 32."""
    norms: NDArray[np.float64]
    """By document: the count that has half of the largest impact, more in longer documents."""
    gain: float
    """The impact that no count reaches: rank-bm25's k1 + 1."""
    rarity: NDArray[np.float64]
    """BM25's inverse document frequency of each term."""
    ceilings: NDArray[np.float64]
    """Each term's largest impact, before its rarity; 0 where it has no documents."""
    row_of: NDArray[np.int64]
    """Which of `rows` is the term's, -1 where it has none."""
    rows: NDArray[np.floating]
    """The weights by frequent term and document."""
    size: int
    """Count of documents."""

    def span(self, term: int) -> slice:
        """Return where the term's postings are."""
        return slice(self.starts.item(term), self.starts.item(term + 1))

    def of(self, term: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the term's documents and its impact in each, before its rarity."""
        at = self.span(term)
        documents, counts = self.documents[at], self.counts[at]
        return documents, counts * self.gain / (counts + self.norms[documents])

    def impacts(
        self, terms: Sequence[int], documents: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """Return the impacts of these terms in these documents, terms by documents.

        The documents are given in ascending order; where a term does not stand it has 0.
        """
        ends = self.starts[np.array(terms, np.int64) + 1]
        places = np.empty((len(terms), len(documents)), np.int64)
        for row, term, end in zip(places, terms, ends.tolist(), strict=True):
            start = self.starts.item(term)
            np.add(self.documents[start:end].searchsorted(documents), start, row)
        present = self.documents.take(places, mode="clip") == documents
        present &= places < ends[:, None]
        counts = self.counts.take(places, mode="clip") * present
        return counts * self.gain / (counts + self.norms[documents])


class _Weights(BM25Okapi):
    """rank-bm25's own parameters and inverse document frequencies, from counts already known."""

    def __init__(self, frequencies: NDArray[np.int64], documents: int) -> None:
        self._frequencies, self._documents = frequencies, documents
        # Without a corpus to count: the parameters are the library's defaults.
        super().__init__([])

    def _initialize(self, corpus: object) -> dict[int, int]:
        self.corpus_size = self._documents
        used = self._frequencies.nonzero()[0]
        return dict(zip(used.tolist(), self._frequencies[used].tolist(), strict=True))

    def rarity(self) -> NDArray[np.float64]:
        """Return the weight of each term, none less than LEAST_RARITY."""
        rarity = np.zeros(len(self._frequencies))
        rarity[list(self.idf)] = list(self.idf.values())
        return np.maximum(rarity, LEAST_RARITY)


def weigh(
    terms: NDArray[np.int32],
    documents: NDArray[np.int32],
    times: NDArray[np.int64],
    vocabulary: int,
    size: int,
) -> Postings:
    """Return the inverted file of tokens given as term, document and how often each counts.

    The three arrays have one number for each token, in any order.
    """
    starts, numbers, counts = _counted(terms, documents, times, vocabulary, size)
    if not len(numbers):
        return _empty(vocabulary, size)
    frequencies = np.diff(starts)
    bm25 = _Weights(frequencies, size)
    rarity = bm25.rarity()
    lengths = np.bincount(documents, weights=times, minlength=size)
    norms = bm25.k1 * (1 - bm25.b + bm25.b * lengths / lengths.mean())
    weights = norms[numbers]
    weights += counts
    np.divide(counts, weights, out=weights)
    weights *= np.repeat(rarity * (bm25.k1 + 1), frequencies)
    ceilings = np.zeros(vocabulary)
    used = frequencies > 0
    ceilings[used] = np.maximum.reduceat(weights, starts[:-1][used]) / rarity[used]
    if size > EXACT:
        weights = weights.astype(np.float32)
    row_of, rows = _rows(starts, numbers, weights, size)
    return Postings(
        starts, numbers, counts, weights, norms, bm25.k1 + 1, rarity, ceilings, row_of, rows, size
    )


def _empty(vocabulary: int, size: int) -> Postings:
    """Return the inverted file of documents without words."""
    none, nothing = np.zeros(0, np.int64), np.zeros(0)
    return Postings(
        starts=np.zeros(vocabulary + 1, np.int64),
        documents=none,
        counts=none.astype(np.uint8),
        weights=nothing,
        norms=np.ones(size),
        gain=1.0,
        rarity=np.full(vocabulary, LEAST_RARITY),
        ceilings=np.zeros(vocabulary),
        row_of=np.full(vocabulary, -1, np.int64),
        rows=np.zeros((0, size)),
        size=size,
    )


def _counted(
    terms: NDArray[np.int32],
    documents: NDArray[np.int32],
    times: NDArray[np.int64],
    vocabulary: int,
    size: int,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.unsignedinteger]]:
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
    counts = np.add.reduceat(counted, first) if len(first) else np.zeros(0, np.int64)
    keys = keys[first]
    starts = np.searchsorted(keys, np.arange(vocabulary + 1, dtype=np.int64) * size)
    keys %= max(size, 1)
    return starts.astype(np.int64), keys, counts.astype(np.min_scalar_type(counts.max(initial=0)))


def _rows(
    starts: NDArray[np.int64],
    documents: NDArray[np.int64],
    weights: NDArray[np.floating],
    size: int,
) -> tuple[NDArray[np.int64], NDArray[np.floating]]:
    """Return which row each term has, and the rows."""
    frequent = np.flatnonzero(np.diff(starts) * ROW_SHARE > size)
    row_of = np.full(len(starts) - 1, -1, np.int64)
    row_of[frequent] = np.arange(len(frequent))
    rows = np.zeros((len(frequent), size), weights.dtype)
    for row, term in zip(rows, frequent.tolist(), strict=True):
        at = slice(starts.item(term), starts.item(term + 1))
        row[documents[at]] = weights[at]
    return row_of, rows
