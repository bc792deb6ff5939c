"""What is looked for, in the numbers of the inverted file, and what it is worth where."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.search.postings import Postings


@dataclass(frozen=True, slots=True)
class Wanted:
    """One concept: it is worth its weight times its best reading.

    A reading is worth its weight times the mean of its terms' impacts where all of them stand.
    """

    weight: float
    """What the best reading is multiplied with."""
    readings: tuple[tuple[float, tuple[int, ...]], ...]
    """Each reading's weight and terms, the terms being all different."""
    term: int = field(init=False)
    """The only term of the only reading, -1 where there are more or none."""
    factor: float = field(init=False)
    """What that term's impact is multiplied with."""

    def __post_init__(self) -> None:
        plain = len(self.readings) == 1 and len(self.readings[0][1]) == 1
        object.__setattr__(self, "term", self.readings[0][1][0] if plain else -1)
        object.__setattr__(self, "factor", self.weight * self.readings[0][0] if plain else 0.0)


def ceiling(concept: Wanted, postings: Postings) -> float:
    """Return what the concept is worth at most in any document."""
    if concept.term >= 0:
        return concept.factor * postings.view(concept.term).ceiling
    most = 0.0
    for weight, terms in concept.readings:
        impacts = sum(postings.view(term).ceiling for term in terms)
        most = max(most, weight * impacts / len(terms))
    return concept.weight * most


def cost(concept: Wanted, postings: Postings) -> int:
    """Return how many postings the concept has."""
    if concept.term >= 0:
        return len(postings.view(concept.term).documents)
    return sum(
        len(postings.view(term).documents) for _, terms in concept.readings for term in terms
    )


def add(concepts: Sequence[Wanted], postings: Postings, scores: NDArray[np.floating]) -> None:
    """Add to every document's score what the concepts are worth in it."""
    plus, views = np.add, postings.views
    for concept in concepts:
        if concept.term < 0:
            scores += everywhere(concept, postings)
            continue
        view = views.get(concept.term) or postings.view(concept.term)
        documents, weights, row, _, rarity, _, _ = view
        values = weights if row is None else row
        if concept.factor != rarity:
            values = values * (concept.factor / rarity)
        if row is None:
            plus.at(scores, documents, values)
        else:
            plus(scores, values, scores)


def everywhere(concept: Wanted, postings: Postings) -> NDArray[np.floating]:
    """Return what the concept is worth in each document, in the precision of the postings."""
    best = np.zeros(postings.size, postings.weights.dtype)
    for weight, terms in concept.readings:
        factor = concept.weight * weight / len(terms)
        documents, values = _together(terms, factor, postings)
        if len(documents):
            best[documents] = np.maximum(best[documents], values)
    return best


def _together(
    terms: Sequence[int], factor: float, postings: Postings
) -> tuple[NDArray[np.int64], NDArray[np.floating]]:
    """Return the documents that have all of these terms, and the terms' impacts there together.

    The impacts are multiplied with `factor`.
    """
    first, *others = sorted(map(postings.view, terms), key=lambda view: len(view.documents))
    documents = first.documents
    values = first.weights * (factor / first.rarity)
    for other in others:
        places = other.documents.searchsorted(documents)
        both = (other.documents.take(places, mode="clip") == documents).nonzero()[0]
        documents = documents[both]
        values = values[both] + other.weights[places[both]] * (factor / other.rarity)
    return documents, values


def look_up(
    concept: Wanted, postings: Postings, documents: NDArray[np.int64]
) -> NDArray[np.floating]:
    """Return what the concept is worth in each of these documents, given in ascending order.

    It is as precise as the postings' weights at least.
    """
    values: NDArray[np.floating]
    view = postings.view(concept.term) if concept.term >= 0 else None
    if view is None or view.row is None:
        (values,) = worth((concept,), postings, documents)
        return values
    values = view.row.take(documents)
    return values if concept.factor == view.rarity else values * (concept.factor / view.rarity)


def worth(
    concepts: Sequence[Wanted], postings: Postings, documents: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return what each concept is worth in each of these documents, concepts by documents.

    The documents are given in ascending order.
    """
    terms = [term for concept in concepts for _, terms in concept.readings for term in terms]
    impacts = postings.impacts(terms, documents)
    if all(concept.term >= 0 for concept in concepts):
        impacts *= np.array([concept.factor for concept in concepts])[:, None]
        return impacts
    found = np.zeros((len(concepts), len(documents)))
    place = 0
    for concept, best in zip(concepts, found, strict=True):
        for weight, some in concept.readings:
            rows = impacts[place : place + len(some)]
            place += len(some)
            values = rows[0] if len(some) == 1 else rows.sum(axis=0) * rows.all(axis=0)
            np.maximum(best, values * (concept.weight * weight / len(some)), out=best)
    return found


def total(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sum of the concepts' rows, added in their order whatever the shape."""
    scores = np.zeros(rows.shape[1])
    for row in rows:
        scores += row
    return scores
