"""What is looked for, in the numbers of the inverted file, and what it is worth where."""

from collections.abc import Sequence
from dataclasses import dataclass

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


def ceiling(concept: Wanted, postings: Postings) -> float:
    """Return what the concept is worth at most in any document."""
    most = 0.0
    for weight, terms in concept.readings:
        impacts = 0.0
        for term in terms:
            impacts += postings.ceilings.item(term)
        most = max(most, weight * impacts / len(terms))
    return concept.weight * most


def cost(concept: Wanted, postings: Postings) -> int:
    """Return how many postings the concept has."""
    starts = postings.starts
    found = 0
    for _, terms in concept.readings:
        for term in terms:
            found += starts.item(term + 1) - starts.item(term)
    return found


def added(concepts: Sequence[Wanted], postings: Postings, scores: NDArray[np.floating]) -> None:
    """Add to every document's score what the concepts are worth in it."""
    starts, documents, weights = postings.starts, postings.documents, postings.weights
    for concept in concepts:
        readings = concept.readings
        if len(readings) != 1 or len(readings[0][1]) != 1:
            scores += everywhere(concept, postings)
            continue
        term = readings[0][1][0]
        factor = concept.weight * readings[0][0] / postings.rarity.item(term)
        row = postings.row_of.item(term)
        if row >= 0:
            worth = postings.rows[row]
            np.add(scores, worth if factor == 1.0 else worth * factor, scores)
            continue
        at = slice(starts.item(term), starts.item(term + 1))
        worth = weights[at]
        np.add.at(scores, documents[at], worth if factor == 1.0 else worth * factor)


def everywhere(concept: Wanted, postings: Postings) -> NDArray[np.floating]:
    """Return what the concept is worth in each document, in the precision of the postings."""
    best = np.zeros(postings.size, postings.weights.dtype)
    for weight, terms in concept.readings:
        factor = concept.weight * weight / len(terms)
        if len(terms) == 1:
            at = postings.span(terms[0])
            documents = postings.documents[at]
            worth = postings.weights[at] * (factor / postings.rarity.item(terms[0]))
            best[documents] = np.maximum(best[documents], worth)
            continue
        sums = np.zeros_like(best)
        for term in terms:
            at = postings.span(term)
            worth = postings.weights[at] * (factor / postings.rarity.item(term))
            sums[postings.documents[at]] += worth
        np.maximum(best, sums, out=best)
    return best


def looked_up(
    concepts: Sequence[Wanted], postings: Postings, documents: NDArray[np.int64]
) -> NDArray[np.floating]:
    """Return what the concepts together are worth in each of these documents, in ascending order.

    It is as precise as the postings' weights at least.
    """
    found = np.zeros(len(documents))
    rare = []
    for concept in concepts:
        readings = concept.readings
        if len(readings) == 1 and len(readings[0][1]) == 1:
            term = readings[0][1][0]
            row = postings.row_of.item(term)
            if row >= 0:
                factor = concept.weight * readings[0][0] / postings.rarity.item(term)
                found += postings.rows[row].take(documents) * factor
                continue
        rare.append(concept)
    return found + exact(rare, postings, documents) if rare else found


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
    if len(terms) == len(concepts) and all(len(concept.readings) == 1 for concept in concepts):
        factors = [concept.weight * concept.readings[0][0] for concept in concepts]
        return impacts * np.array(factors)[:, None]
    found = np.zeros((len(concepts), len(documents)))
    place = 0
    for concept, best in zip(concepts, found, strict=True):
        for weight, terms_ in concept.readings:
            rows = impacts[place : place + len(terms_)]
            place += len(terms_)
            sums = rows[0] if len(rows) == 1 else rows.sum(axis=0)
            np.maximum(best, sums * (weight * concept.weight / len(terms_)), out=best)
    return found
