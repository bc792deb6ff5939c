"""What is looked for, in the numbers of the inverted file, and what it is worth where."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.search.postings import Postings


@dataclass(frozen=True, slots=True)
class Wanted:
    """One concept."""

    weight: float
    """What its best reading is multiplied with."""
    readings: tuple[tuple[float, tuple[int, ...]], ...]
    """Each reading's weight and terms, the terms being all different."""
    term: int = field(init=False)
    """The one term of the one reading, -1 where there are more."""
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
    return sum(len(postings.view(term).documents) for _, terms in concept.readings for term in terms)


def added(concepts: Sequence[Wanted], postings: Postings, scores: NDArray[np.floating]) -> None:
    """Add to every document's score what the concepts are worth in it."""
    add, views = np.add, postings.views
    for concept in concepts:
        if concept.term < 0:
            scores += everywhere(concept, postings)
            continue
        view = views.get(concept.term) or postings.view(concept.term)
        documents, weights, row, _, rarity, _, _ = view
        worth = weights if row is None else row
        if concept.factor != rarity:
            worth = worth * (concept.factor / rarity)
        if row is None:
            add.at(scores, documents, worth)
        else:
            add(scores, worth, scores)


def everywhere(concept: Wanted, postings: Postings) -> NDArray[np.floating]:
    """Return what the concept is worth in each document, in the precision of the postings."""
    best = np.zeros(postings.size, postings.weights.dtype)
    for weight, terms in concept.readings:
        factor = concept.weight * weight / len(terms)
        if len(terms) == 1:
            view = postings.view(terms[0])
            worth = view.weights * (factor / view.rarity)
            best[view.documents] = np.maximum(best[view.documents], worth)
            continue
        sums = np.zeros_like(best)
        for view in map(postings.view, terms):
            sums[view.documents] += view.weights * (factor / view.rarity)
        np.maximum(best, sums, out=best)
    return best


def row(concept: Wanted, postings: Postings) -> NDArray[np.floating] | None:
    """Return the row to look a concept of one frequent term up in."""
    return postings.view(concept.term).row if concept.term >= 0 else None


def looked_up(
    concept: Wanted, postings: Postings, documents: NDArray[np.int64]
) -> NDArray[np.floating]:
    """Return what the concept is worth in each of these documents, given in ascending order.

    It is as precise as the postings' weights at least.
    """
    weights = row(concept, postings)
    if weights is None:
        return worth([concept], postings, documents)[0]
    return weights.take(documents) * (concept.factor / postings.view(concept.term).rarity)


def exact(
    concepts: Sequence[Wanted], postings: Postings, documents: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the sum over the concepts for each of these documents, given in ascending order."""
    scores = np.zeros(len(documents))
    for row in worth(concepts, postings, documents):
        scores += row
    return scores


def worth(
    concepts: Sequence[Wanted], postings: Postings, documents: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return what each concept is worth in each of these documents, given in ascending order."""
    terms = [term for concept in concepts for _, terms in concept.readings for term in terms]
    impacts = postings.impacts(terms, documents)
    if all(concept.term >= 0 for concept in concepts):
        return impacts * np.array([concept.factor for concept in concepts])[:, None]
    found = np.zeros((len(concepts), len(documents)))
    place = 0
    for concept, best in zip(concepts, found, strict=True):
        for weight, terms_ in concept.readings:
            rows = impacts[place : place + len(terms_)]
            place += len(terms_)
            sums = rows[0] if len(rows) == 1 else rows.sum(axis=0)
            np.maximum(best, sums * (weight * concept.weight / len(terms_)), out=best)
    return found
