"""The inverted file: where each term stands and what it is worth there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

Value = TypeVar("Value", bound=np.generic)

LEAST_RARITY = 0.1
"""BM25 gives a word in half of all passages no weight, and in a handbook of one page no word any;
a question for it is a question all the same."""

ROW_SHARE = 8
"""A term in more than one of this many documents also has a row with a number for every document:
one is faster to read, the postings are smaller."""

EXACT = 20_000
"""Up to this many documents the weights are kept in 64 bits. In larger files reading them takes
longer than looking the best up again, and 32 bits are read faster."""


class View(NamedTuple):
    """One term's part of the inverted file."""

    documents: NDArray[np.int64]
    """Its documents, ascending."""
    weights: NDArray[np.floating]
    """Its weight in each."""
    row: NDArray[np.floating] | None
    """Its weight in every document, where it is frequent."""
    row_counts: NDArray[np.unsignedinteger] | None
    """How often it counts in every document, where it is frequent."""
    rarity: float
    """Its inverse document frequency."""
    ceiling: float
    """Its largest impact, before its rarity."""
    start: int
    """Where its postings begin in the file."""


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
    row_counts: NDArray[np.unsignedinteger]
    """The counts by frequent term and document."""
    size: int
    """Count of documents."""
    spare: list[NDArray[np.floating]] = field(default_factory=list, repr=False, compare=False)
    """Arrays of a zero for each document, for a search to borrow: new memory costs more."""

    views: dict[int, View] = field(default_factory=dict, repr=False, compare=False)
    """The terms that were asked for so far."""

    def borrow(self) -> NDArray[np.floating]:
        """Return a zero for each document, in the precision of the weights."""
        try:
            return self.spare.pop()
        except IndexError:
            return np.zeros(self.size, self.weights.dtype)

    def give_back(self, array: NDArray[np.floating]) -> None:
        """Take back what was borrowed; a search that fails may as well keep it."""
        array.fill(0)
        self.spare.append(array)

    def view(self, term: int) -> View:
        """Return what there is of the term, without a copy."""
        found = self.views.get(term)
        if found is None:
            at = slice(self.starts.item(term), self.starts.item(term + 1))
            row = self.row_of.item(term)
            found = self.views[term] = View(
                self.documents[at],
                self.weights[at],
                self.rows[row] if row >= 0 else None,
                self.row_counts[row] if row >= 0 else None,
                self.rarity.item(term),
                self.ceilings.item(term),
                at.start,
            )
        return found

    def of(self, term: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the term's documents and its impact in each, before its rarity."""
        documents = self.view(term).documents
        start = self.view(term).start
        counts = self.counts[start : start + len(documents)]
        return documents, counts * self.gain / (counts + self.norms[documents])

    def impacts(
        self, terms: Sequence[int], documents: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """Return the impacts of these terms in these documents, terms by documents.

        The documents are given in ascending order; where a term does not stand it has 0.
        """
        counts = np.zeros((len(terms), len(documents)))
        sought, places, ends = [], [], []
        for number, term in enumerate(terms):
            view = self.view(term)
            if view.row_counts is not None:
                counts[number] = view.row_counts.take(documents)
                continue
            sought.append(number)
            places.append(view.documents.searchsorted(documents) + view.start)
            ends.append(view.start + len(view.documents))
        if sought:
            # A place past the term's last document is another term's.
            at = np.array(places)
            present = self.documents.take(at, mode="clip") == documents
            present &= at < np.array(ends)[:, None]
            counts[sought] = self.counts.take(at, mode="clip") * present
        return counts * self.gain / (counts + self.norms[documents])

    def impact(self, term: int, document: int) -> float:
        """Return what the term adds in one document, 0 where it does not stand."""
        documents, impacts = self.of(term)
        place = int(np.searchsorted(documents, document))
        found = place < len(documents) and documents[place] == document
        return float(impacts[place]) if found else 0.0


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
    frequent = np.flatnonzero(frequencies * ROW_SHARE > size)
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
        row_counts=np.zeros((0, size), np.uint8),
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
