"""The best documents of the inverted file, without reading more of it than decides who they are.

A document's score is the sum over concepts of the concept's weight times its best reading: the
reading's weight times the mean of its terms' impacts. It goes as in MaxScore (Turtle and Flood
1995): no concept gives more than its ceiling, so once some documents are known to reach a score,
concepts whose ceilings together stay below it cannot bring in a document of their own. They are
looked up only for the documents that the rarer concepts found. Where so little is left to read
that a bound costs more than it saves, everything is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.postings import Postings
from index.search.wanted import Wanted, added, ceiling, cost, exact, looked_up

SAMPLE = 2_000
"""This many postings of the rarest concepts are read before the first guess at the best."""
WORTH_A_GUESS = 100_000
"""A guess costs about as much as reading this many postings."""
AGAIN = 4
"""After how many times as many postings the guess is made anew."""
GUESSED = 4
"""How many documents are scored for a guess, against how many are wanted."""
GROUPS = 32
"""Groups of documents whose maxima bound the best, against how many are wanted."""
LOOKUP = 16
"""Looking a document up takes as long as reading this many postings."""
SLACK = 1e-5
"""Sums in 32 bits differ from exact ones by less than this share."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best documents, the best first, of two equal ones that with the lower number."""

    documents: NDArray[np.int64]
    """Their numbers."""
    scores: NDArray[np.float64]
    """What each is worth, more than 0."""


def best(
    concepts: Sequence[Wanted], postings: Postings, most: int, extra: Sequence[Wanted] = ()
) -> Best:
    """Return at most `most` documents that have any of the concepts.

    `extra` adds to a document's score, but finds none.
    """
    if not postings.size:
        return Best(np.zeros(0, np.int64), np.zeros(0))
    scores, rest, left, least = _read(concepts, extra, postings, most)
    if not left:
        least = _reached(scores, most)
    bound = _bound(least, rest)
    found = (scores >= bound).nonzero()[0] if bound > 0 else scores.nonzero()[0]
    worth = scores[found]
    if left or extra:
        found, worth = _narrowed(found, worth, [*left, *extra], postings, most, rest)
    if scores.dtype == np.float32:
        worth = exact([*concepts, *extra], postings, found)
    order = (-worth).argsort(kind="stable")[:most]
    return Best(found[order], worth[order])


def _bound(least: float, rest: float) -> float:
    """Return what a document must have already to reach `least` with the rest."""
    return least - rest - SLACK * (least + rest)


def _reached(scores: NDArray[np.floating], most: int) -> float:
    """Return a score that at least `most` documents reach, 0 if none is found quickly."""
    width = min(GROUPS * most, len(scores) // 4)
    if width < most:
        return 0.0
    # Each of the best groups has a document that reaches the last of their maxima.
    whole = len(scores) - len(scores) % width
    maxima = np.maximum.reduce(scores[:whole].reshape(-1, width))
    maxima.partition(width - most)
    return float(maxima[width - most])


def _read(
    concepts: Sequence[Wanted], extra: Sequence[Wanted], postings: Postings, most: int
) -> tuple[NDArray[np.floating], float, list[Wanted], float]:
    """Read the concepts that may bring in one of the best.

    Return the scores by document, what is at most to come, the concepts that were not read, and
    a score that the best are known to reach where some were not.
    """
    scores = np.zeros(postings.size, postings.weights.dtype)
    rest = sum(ceiling(one, postings) for one in extra)
    costs = [cost(one, postings) for one in concepts]
    ahead = sum(costs)
    if ahead < WORTH_A_GUESS:
        added(concepts, postings, scores)
        return scores, rest, [], 0.0
    tops = [ceiling(one, postings) for one in concepts]
    # The dearer a concept is for what it can add, the later it is read.
    order = sorted(range(len(concepts)), key=lambda i: -tops[i] / (costs[i] + 1))
    rest += sum(tops)
    least, read, guess_at = 0.0, 0, SAMPLE
    sample = np.zeros(0, np.int64)
    for place, number in enumerate(order):
        if place and ahead > WORTH_A_GUESS and read + costs[number] > guess_at:
            left = [concepts[one] for one in (*order[place:],)]
            if not len(sample):
                sample = _having([concepts[one] for one in order[:place]], postings)
            least = max(least, _guess(sample, scores, [*left], postings, most))
            guess_at = AGAIN * (read + costs[number])
        if _bound(least, rest) > 0:
            return scores, rest, [concepts[one] for one in order[place:]], least
        added([concepts[number]], postings, scores)
        read += costs[number]
        ahead -= costs[number]
        rest -= tops[number]
    return scores, max(rest, 0.0), [], 0.0


def _having(concepts: Sequence[Wanted], postings: Postings) -> NDArray[np.int64]:
    """Return the documents that have any of the concepts."""
    terms = {term for one in concepts for _, terms in one.readings for term in terms}
    lists = [postings.documents[postings.span(term)] for term in terms]
    return _distinct(np.concatenate(lists)) if lists else np.zeros(0, np.int64)


def _distinct(documents: NDArray[np.int64]) -> NDArray[np.int64]:
    documents.sort()
    return documents[np.diff(documents, prepend=-1) > 0]


def _guess(
    sample: NDArray[np.int64],
    scores: NDArray[np.floating],
    left: Sequence[Wanted],
    postings: Postings,
    most: int,
) -> float:
    """Return what `most` documents reach, by scoring those of the sample that lead so far."""
    worth = scores[sample]
    wanted = GUESSED * most
    if len(sample) > wanted:
        lead = np.argpartition(worth, len(sample) - wanted)[-wanted:]
        lead.sort()
        sample, worth = sample[lead], worth[lead]
    if len(sample) < most:
        return 0.0
    worth = worth + looked_up(left, postings, sample)
    worth.partition(len(worth) - most)
    return float(worth[len(worth) - most])


def _narrowed(
    found: NDArray[np.int64],
    worth: NDArray[np.floating],
    left: Sequence[Wanted],
    postings: Postings,
    most: int,
    rest: float,
) -> tuple[NDArray[np.int64], NDArray[np.floating]]:
    """Add what is left to the documents found, leaving out those that it cannot lift enough."""
    if LOOKUP * len(found) * len(left) > sum(cost(one, postings) for one in left):
        more = np.zeros(postings.size, worth.dtype)
        added(left, postings, more)
        return _leading(found, worth + more[found], most, 0.0)
    for one in left:
        if len(found) <= 2 * most:
            worth = worth + looked_up([one], postings, found)
            continue
        worth = worth + looked_up([one], postings, found)
        rest -= ceiling(one, postings)
        found, worth = _leading(found, worth, most, max(rest, 0.0))
    return _leading(found, worth, most, 0.0)


def _leading(
    found: NDArray[np.int64], worth: NDArray[np.floating], most: int, rest: float
) -> tuple[NDArray[np.int64], NDArray[np.floating]]:
    """Leave out what the rest cannot lift among the best."""
    if len(found) <= most:
        return found, worth
    least = np.partition(worth, len(worth) - most)[len(worth) - most]
    keep = worth >= _bound(float(least), rest)
    return found[keep], worth[keep]
