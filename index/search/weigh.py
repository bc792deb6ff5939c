"""Tokens to the inverted file: what each term is worth where, as rank-bm25 states it."""

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.search.filing import CHUNK, Filed, file_anew
from index.search.postings import Postings

Value = TypeVar("Value", bound=np.generic)

LEAST = 1e-8
"""What a term weighs that rank-bm25 gives no weight: a number that can be divided by."""

ROW_SHARE = 8
"""A term in more than one of this many documents also has a row with a number for every document:
one is faster to read, the postings are smaller."""

EXACT = 20_000
"""Up to this many documents the weights are kept in 64 bits. In larger files 32 are read faster
by more than it costs to weigh again the few that rounding could put in the wrong order."""


class _Weights(BM25Okapi):  # type: ignore[misc]  # it ships no annotations
    """rank-bm25's own parameters and inverse document frequencies, from counts already known."""

    def __init__(self, frequencies: NDArray[np.int64], documents: int) -> None:
        self._frequencies, self._documents = frequencies, documents
        # Without a corpus to count: the parameters are the library's defaults.
        super().__init__([])

    def _initialize(self, _: object) -> dict[int, int]:
        self.corpus_size = self._documents
        used = self._frequencies.nonzero()[0]
        return dict(zip(used.tolist(), self._frequencies[used].tolist(), strict=True))

    def rarity(self) -> NDArray[np.float64]:
        """Return the weight of each term, none less than LEAST."""
        rarity = np.zeros(len(self._frequencies))
        rarity[list(self.idf)] = list(self.idf.values())
        return np.maximum(rarity, LEAST)


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
    return weigh_filed(file_anew(terms, documents, times, vocabulary, size), size)


def weigh_filed(filed: Filed, size: int, *, rows: bool = True) -> Postings:
    """Return the inverted file of counts over `size` documents.

    Without `rows` frequent terms have none: they are for finding the best documents.
    """
    starts, numbers, counts = filed.starts, filed.documents, filed.counts
    vocabulary = len(starts) - 1
    if not len(numbers):
        return _empty(vocabulary, size)
    frequencies = filed.frequencies
    bm25 = _Weights(frequencies, size)
    rarity = bm25.rarity()
    lengths = np.bincount(numbers, weights=counts, minlength=size)
    norms = bm25.k1 * (1 - bm25.b + bm25.b * lengths / lengths.mean())
    ceilings = np.zeros(vocabulary)
    precision = np.float32 if size > EXACT else np.float64
    weights: NDArray[np.floating] = np.empty(len(numbers), precision)
    for chunk in _chunks(starts):
        at = slice(starts.item(chunk.start), starts.item(chunk.stop))
        some = norms[numbers[at]]
        some += counts[at]
        np.divide(counts[at], some, out=some)
        some *= np.repeat(rarity[chunk] * (bm25.k1 + 1), frequencies[chunk])
        weights[at] = some
        used = chunk.start + np.flatnonzero(frequencies[chunk])
        ceilings[used] = np.maximum.reduceat(some, starts[used] - at.start) / rarity[used]
    frequent = np.flatnonzero(frequencies * ROW_SHARE > size) if rows else np.zeros(0, np.int64)
    row_of = np.full(vocabulary, -1, np.int64)
    row_of[frequent] = np.arange(len(frequent))
    return Postings(
        starts=starts,
        documents=numbers,
        counts=counts,
        weights=weights,
        norms=norms,
        gain=bm25.k1 + 1,
        rarity=rarity,
        ceilings=ceilings,
        row_of=row_of,
        rows=_rows(frequent, starts, numbers, weights, size),
        row_counts=_rows(frequent, starts, numbers, counts, size),
        size=size,
    )


def _chunks(starts: NDArray[np.int64]) -> Iterator[slice]:
    """Yield all terms, so many at a time that they have some CHUNK postings."""
    term, last = 0, len(starts) - 1
    while term < last:
        end = int(np.searchsorted(starts, starts[term] + CHUNK, side="right")) - 1
        end = max(end, int(np.searchsorted(starts, starts[term], side="right")))
        yield slice(term, min(end, last))
        term = min(end, last)


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
        rarity=np.full(vocabulary, LEAST),
        ceilings=np.zeros(vocabulary),
        row_of=np.full(vocabulary, -1, np.int64),
        rows=np.zeros((0, size)),
        row_counts=np.zeros((0, size), np.uint8),
        size=size,
    )


def _rows(
    terms: NDArray[np.int64],
    starts: NDArray[np.int64],
    documents: NDArray[np.int64],
    values: NDArray[Value],
    size: int,
) -> NDArray[Value]:
    """Return the values of these terms' postings by term and document."""
    rows = np.zeros((len(terms), size), values.dtype)
    for row, term in zip(rows, terms.tolist(), strict=True):
        at = slice(starts.item(term), starts.item(term + 1))
        row[documents[at]] = values[at]
    return rows
