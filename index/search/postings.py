"""The inverted file: where each term stands and what it is worth there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

KEPT = 200_000
"""A search keeps its array for the next when it has more documents than this."""


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
    """Impact times rarity, in 64 bits, or in 32 where there are many documents."""
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
    """Arrays of a zero for each document, for a search to borrow."""
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
        # Clearing a large one costs less than new memory, and a small one more.
        if self.size > KEPT:
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

    def impact(self, term: int, document: int) -> float:
        """Return what the term adds in one document, 0 where it does not stand."""
        return float(self.impacts([term], np.array([document]))[0, 0])

    def impacts(self, terms: Sequence[int], documents: NDArray[np.int64]) -> NDArray[np.float64]:
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
