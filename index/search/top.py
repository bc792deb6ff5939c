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
from index.search.wanted import Wanted, added, ceiling, cost, exact, looked_up, row

SAMPLE = 2_000
"""This many postings of the rarest concepts are read before the first guess at the best."""
WORTH_A_GUESS = 200_000
"""Less than this many postings are all read."""
AGAIN = 4
"""After how many times as many postings the guess is made anew."""
GUESSED = 4
"""How many documents are scored for a guess, against how many are wanted."""
GROUPS = 16
"""Groups of documents whose maxima bound the best, against how many are wanted."""
LOOKED_AT = 25_000
"""How many documents are looked at for that, or a quarter of all if that is more."""
FEW = 64
"""Looking up one document in this many costs less than reading all."""
SEEN = 16
"""One document in so many is counted to tell whether that is so."""
LOOKUP = 8
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
    scores = postings.borrow()
    found, left, rest = _found(concepts, extra, postings, most, scores)
    worth = scores[found]
    postings.give_back(scores)
    if left:
        found, worth = _narrowed(found, worth, left, postings, most, rest)
    if len(found) > GUESSED * most:
        found, worth = _leading(found, worth, most, 0.0)
    if scores.dtype == np.float32:
        worth = exact([*concepts, *extra], postings, found)
    order = (-worth).argsort(kind="stable")[:most]
    return Best(found[order], worth[order])


def _found(
    concepts: Sequence[Wanted],
    extra: Sequence[Wanted],
    postings: Postings,
    most: int,
    scores: NDArray[np.floating],
) -> tuple[NDArray[np.int64], list[Wanted], float]:
    """Read the concepts that may bring in one of the best.

    Return the documents that may be among them, the concepts that were not read, and what these
    add at most.
    """
    rest = sum(ceiling(one, postings) for one in extra) if extra else 0.0
    costs = [cost(one, postings) for one in concepts]
    if sum(costs) >= WORTH_A_GUESS:
        return _pruned(concepts, costs, extra, rest, postings, most, scores)
    added(concepts, postings, scores)
    bound = _bound(_reached(scores, most), rest)
    return ((scores >= bound) if bound > 0 else scores).nonzero()[0], [*extra], rest


def _pruned(
    concepts: Sequence[Wanted],
    costs: Sequence[int],
    extra: Sequence[Wanted],
    rest: float,
    postings: Postings,
    most: int,
    scores: NDArray[np.floating],
) -> tuple[NDArray[np.int64], list[Wanted], float]:
    """Do the same, reading no more than is needed."""
    tops = [ceiling(one, postings) for one in concepts]
    # The more postings a concept has for what it can add, the later it is read.
    order = sorted(range(len(concepts)), key=lambda i: -tops[i] / (costs[i] + 1))
    wanted = [concepts[i] for i in order]
    rest += sum(tops)
    least, read, ahead, again = 0.0, 0, sum(costs), SAMPLE
    sample = None
    for place, number in enumerate(order):
        if place and ahead > WORTH_A_GUESS // 2 and read + costs[number] > again:
            if sample is None:
                sample = _sample(wanted[:place], postings)
            least = max(least, _guess(sample, scores, wanted[place:], postings, most))
            again = AGAIN * (read + costs[number])
        bound = _bound(least, rest)
        if bound > 0:
            some = scores[: len(scores) // SEEN]
            if FEW * np.count_nonzero(some >= bound) < len(some):
                return _places(scores >= bound), [*wanted[place:], *extra], rest
        added((concepts[number],), postings, scores)
        read += costs[number]
        ahead -= costs[number]
        rest -= tops[number]
    bound = _bound(max(least, _reached(scores, most)), rest)
    return ((scores >= bound) if bound > 0 else scores).nonzero()[0], [*extra], rest


def _bound(least: float, rest: float) -> float:
    """Return what a document must have already to reach `least` with the rest."""
    return least - rest - SLACK * (least + rest)


def _places(which: NDArray[np.bool_]) -> NDArray[np.int64]:
    return which.nonzero()[0]


def _reached(scores: NDArray[np.floating], most: int) -> float:
    """Return a score that at least `most` documents reach, 0 if none is found quickly."""
    width = GROUPS * most
    rows = min(len(scores), max(LOOKED_AT, len(scores) // 4)) // width
    if not rows:
        if len(scores) < most:
            return 0.0
        return float(np.partition(scores, len(scores) - most)[len(scores) - most])
    # Each of the best groups has a document that reaches the last of their maxima.
    maxima = np.maximum.reduce(scores[: rows * width].reshape(rows, width))
    maxima.partition(width - most)
    return float(maxima[width - most])


def _sample(concepts: Sequence[Wanted], postings: Postings) -> NDArray[np.int64]:
    """Return documents that have one of the concepts."""
    terms = {term for one in concepts for _, terms in one.readings for term in terms}
    documents = np.concatenate([postings.view(term).documents[: 2 * SAMPLE] for term in terms])
    documents.sort()
    return documents[np.diff(documents, prepend=-1) > 0]


def _guess(
    sample: NDArray[np.int64],
    scores: NDArray[np.floating],
    left: Sequence[Wanted],
    postings: Postings,
    most: int,
) -> float:
    """Return what `most` documents reach at least: those of the sample that lead so far."""
    worth = scores[sample]
    wanted = GUESSED * most
    if len(sample) > wanted:
        lead = worth.argpartition(len(sample) - wanted)[-wanted:]
        sample, worth = sample[lead], worth[lead]
    for one in left:
        if row(one, postings) is not None:
            worth = worth + looked_up(one, postings, sample)
    return _reached(worth, most)


def _narrowed(
    found: NDArray[np.int64],
    worth: NDArray[np.floating],
    left: Sequence[Wanted],
    postings: Postings,
    most: int,
    rest: float,
) -> tuple[NDArray[np.int64], NDArray[np.floating]]:
    """Add what is left to the documents found, leaving out those that it cannot lift enough."""
    for one in left:
        if LOOKUP * len(found) < cost(one, postings):
            worth = worth + looked_up(one, postings, found)
        else:
            more = postings.borrow()
            added((one,), postings, more)
            worth = worth + more[found]
            postings.give_back(more)
        rest = max(rest - ceiling(one, postings), 0.0)
        if len(found) > GUESSED * most:
            found, worth = _leading(found, worth, most, rest)
    return found, worth


def _leading(
    found: NDArray[np.int64], worth: NDArray[np.floating], most: int, rest: float
) -> tuple[NDArray[np.int64], NDArray[np.floating]]:
    """Leave out what the rest cannot lift among the best."""
    if len(found) <= most:
        return found, worth
    keep = (worth >= _bound(_reached(worth, most), rest)).nonzero()[0]
    return found[keep], worth[keep]
