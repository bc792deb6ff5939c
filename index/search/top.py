"""The best documents of the inverted file, without reading more of it than decides who they are.

A document's score is the sum over concepts of the concept's weight times its best reading: the
reading's weight times the mean of its terms' impacts. Small files are read whole, since there a
bound costs more than what it saves. In larger ones it goes as in MaxScore (Turtle and Flood 1995):
no concept gives more than its ceiling, so once some documents are known to reach a score, the
concepts whose ceilings together stay below it cannot bring in a document of their own. They are
looked up only for the documents that the rarer concepts found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.postings import Postings

Numbers = NDArray[np.int64]
Scores = NDArray[np.float64]

WHOLE = 20_000
"""Up to this many documents every posting of the question is read."""
SAMPLE = 2_000
"""This many postings of the rarest concepts are read before the first guess at the best."""
GUESSED = 4
"""How many documents are scored for that guess, against how many are wanted."""
GROUPS = 32
"""Groups whose maxima bound the best, against how many are wanted."""
SLACK = 1e-9
"""Sums in another order differ by less than this share: nothing so near is left out."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One concept in the numbers of the inverted file."""

    weight: float
    """What its best reading is multiplied with."""
    readings: tuple[tuple[float, tuple[int, ...]], ...]
    """Each reading's weight and terms."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best documents, the best first, of two equal ones that with the lower number."""

    documents: Numbers
    """Their numbers."""
    scores: Scores
    """What each is worth, more than 0."""


def best(concepts: Sequence[Wanted], postings: Postings, most: int) -> Best:
    """Return at most `most` documents that have any of the concepts."""
    if postings.size <= WHOLE:
        return largest(read(concepts, postings), most)
    return _Search(concepts, postings, most).best()


def read(concepts: Sequence[Wanted], postings: Postings) -> Scores:
    """Return every document's score, from every posting of the concepts."""
    scores = np.zeros(postings.size)
    for concept in concepts:
        add(concept, postings, scores)
    return scores


def add(concept: Wanted, postings: Postings, scores: Scores) -> None:
    """Add to every document's score what the concept is worth in it."""
    if len(concept.readings) == 1 and len(concept.readings[0][1]) == 1:
        (weight, (term,)), = concept.readings
        factor = concept.weight * weight
        row = postings.row_of[term]
        if row >= 0 and factor == postings.rarity[term]:
            np.add(scores, postings.rows[row], scores)
            return
        start, end = postings.starts[term], postings.starts[term + 1]
        np.add.at(scores, postings.documents[start:end], postings.impacts[start:end] * factor)
        return
    documents, worth = listed(concept, postings)
    scores[documents] += worth


def largest(scores: Scores, most: int) -> Best:
    """Return the best of every document's scores."""
    width = GROUPS * most
    whole = len(scores) - len(scores) % width
    least = 0.0
    if whole > width:
        # Each of the `most` best groups has a document that reaches the last of them.
        maxima = np.maximum.reduce(scores[:whole].reshape(-1, width))
        maxima.partition(width - most)
        least = maxima[width - most]
    found = (scores >= least).nonzero()[0] if least > 0 else scores.nonzero()[0]
    return ordered(found, scores[found], most)


def ordered(documents: Numbers, scores: Scores, most: int) -> Best:
    """Return the best of documents that are given in ascending order."""
    order = (-scores).argsort(kind="stable")[:most]
    return Best(documents[order], scores[order])


def listed(concept: Wanted, postings: Postings) -> tuple[Numbers, Scores]:
    """Return the documents that have the concept, in no order, and what it is worth in each."""
    if len(concept.readings) == 1 and len(concept.readings[0][1]) == 1:
        (weight, (term,)), = concept.readings
        documents, impacts = postings.of(term)
        return documents, impacts * (concept.weight * weight)
    terms = {term for _, terms in concept.readings for term in terms}
    documents = np.unique(np.concatenate([postings.of(term)[0] for term in terms]))
    return documents, looked_up(concept, postings, documents)


def looked_up(concept: Wanted, postings: Postings, documents: Numbers) -> Scores:
    """Return what the concept is worth in each of these documents, given in ascending order."""
    found = np.zeros(len(documents))
    for weight, terms in concept.readings:
        factor = concept.weight * weight / len(terms)
        sums = _impacts(terms[0], factor, postings, documents)
        for term in terms[1:]:
            sums += _impacts(term, factor, postings, documents)
        if len(concept.readings) == 1:
            return sums
        np.maximum(found, sums, out=found)
    return found


def _impacts(term: int, factor: float, postings: Postings, documents: Numbers) -> Scores:
    """Return the term's impact in each of these documents, times `factor`."""
    row = postings.row_of[term]
    if row >= 0 and factor == postings.rarity[term]:
        return postings.rows[row].take(documents)
    theirs, impacts = postings.of(term)
    if not len(theirs):
        return np.zeros(len(documents))
    places = theirs.searchsorted(documents)
    values = impacts.take(places, mode="clip") * factor
    values *= theirs.take(places, mode="clip") == documents
    return values


class _Search:
    """One search of a large file."""

    def __init__(self, concepts: Sequence[Wanted], postings: Postings, most: int) -> None:
        self.concepts = concepts
        self.postings = postings
        self.most = most
        ceilings = [ceiling(concept, postings) for concept in concepts]
        costs = [cost(concept, postings) for concept in concepts]
        ratio = [c / (f + 1) for c, f in zip(ceilings, costs, strict=True)]
        order = sorted(range(len(concepts)), key=ratio.__getitem__, reverse=True)
        self.order = [concepts[i] for i in order]
        self.costs = [costs[i] for i in order]
        # What the concepts from here on can add at most.
        self.rest = np.cumsum([0.0, *(ceilings[i] for i in reversed(order))])[::-1].tolist()
        self.scores = np.zeros(postings.size)
        self.lists: list[Numbers] = []
        self.read = 0
        self.least = 0.0

    def best(self) -> Best:
        """Return the best documents."""
        postings, most, order = self.postings, self.most, self.order
        guess_at = SAMPLE
        for concept, rest, cost_ in zip(order, self.rest, self.costs, strict=False):
            if rest < self.least:
                break
            if self.read and self.read + cost_ > guess_at:
                self._guess()
                guess_at = 4 * (self.read + cost_)
                if rest < self.least:
                    break
            documents, worth = listed(concept, postings)
            np.add.at(self.scores, documents, worth)
            self.lists.append(documents)
            self.read += cost_
        documents, scores = self._candidates()
        for number in range(len(self.lists), len(order)):
            rest = self.rest[number]
            scores = scores + looked_up(order[number], postings, documents)
            if len(documents) > 4 * most:
                rest = self.rest[number + 1]
                self._raise(scores)
                keep = (scores >= self.least - rest).nonzero()[0]
                if 2 * len(keep) < len(documents):
                    documents, scores = documents[keep], scores[keep]
        self._raise(scores)
        documents = documents[scores >= self.least]
        return ordered(documents, exact(self.concepts, postings, documents), most)

    def _raise(self, scores: Scores) -> None:
        """Take note that `most` documents reach the last of these."""
        if len(scores) >= self.most:
            least = np.partition(scores, len(scores) - self.most)[len(scores) - self.most]
            self.least = max(self.least, float(least) * (1 - SLACK))

    def _guess(self) -> None:
        """Score the documents that lead so far, to know what the best reach at least."""
        documents = np.concatenate(self.lists)
        scores = self.scores[documents]
        wanted = GUESSED * self.most
        if len(scores) > wanted:
            lead = np.argpartition(scores, len(scores) - wanted)[-wanted:]
            documents = documents[lead]
        documents = np.unique(documents)
        scores = self.scores[documents]
        for concept in self.order[len(self.lists) :]:
            scores = scores + looked_up(concept, self.postings, documents)
        self._raise(scores)

    def _candidates(self) -> tuple[Numbers, Scores]:
        """Return the documents that may still be among the best, with their scores so far."""
        least = max(self.least - self.rest[len(self.lists)], 0)
        if self.read * 2 > len(self.scores):
            found = (self.scores >= max(least, 1e-300)).nonzero()[0]
            return found, self.scores[found]
        kept = []
        for documents in self.lists:
            kept.append(documents[self.scores[documents] >= least])
        found = np.unique(np.concatenate(kept)) if kept else np.zeros(0, np.int64)
        return found, self.scores[found]


def exact(concepts: Sequence[Wanted], postings: Postings, documents: Numbers) -> Scores:
    """Return the scores of these documents, summed in the concepts' order."""
    scores = np.zeros(len(documents))
    for concept in concepts:
        scores += looked_up(concept, postings, documents)
    return scores


def ceiling(concept: Wanted, postings: Postings) -> float:
    """Return what the concept is worth at most in any document."""
    ceilings = postings.ceilings
    return max(
        (
            concept.weight * weight * float(sum(ceilings[term] for term in terms)) / len(terms)
            for weight, terms in concept.readings
        ),
        default=0.0,
    )


def cost(concept: Wanted, postings: Postings) -> int:
    """Return how many postings the concept has."""
    starts = postings.starts
    return sum(
        int(starts[term + 1] - starts[term]) for _, terms in concept.readings for term in terms
    )
