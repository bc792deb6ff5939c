"""The best documents of the inverted file, without reading more of it than decides who they are.

A document's score is the sum of what the question's concepts are worth in it. In large files it
goes as in MaxScore (Turtle and Flood 1995): no concept is worth more than its ceiling, so once some
documents are known to reach a score, concepts whose ceilings together stay below it cannot bring
in a document of their own, and are looked up only for the documents that the others found. Where
so little is left to read that a bound costs more than it saves, everything is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.bounds import at_least, bound, few_reach, reached
from index.search.postings import Postings
from index.search.wanted import Wanted, add, ceiling, cost, look_up, total, worth

SAMPLE = 2_000
"""This many postings of the rarest concepts are read before the first guess at the best."""
WORTH_A_GUESS = 1_000_000
"""Up to this many postings are all read."""
AGAIN = 4
"""After how many times as many postings the guess is made anew."""
LEAD = 4
"""How many documents are scored for a guess, against how many are wanted."""
LOOKUP = 8
"""Looking a document up takes as long as reading this many postings."""
ROUNDING = 2.0**-23
"""What one step in 32 bits may lose of a score, doubled."""

EQUAL = 1e9
"""Scores are equal where they are when counted in units of one in so many."""

Numbers = NDArray[np.int64]
Scores = NDArray[np.floating]
Within = NDArray[np.bool_] | None
"""By document whether it may be among the best; None where each of them may."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best documents, the best first, of two equal ones that with the lower number."""

    documents: Numbers
    """Their numbers."""
    scores: Scores
    """What each is worth, more than 0, in the precision of the postings' weights or better."""


def best(
    concepts: Sequence[Wanted], postings: Postings, most: int, extra: Sequence[Wanted] = ()
) -> Best:
    """Return at most `most` documents that have any of the concepts.

    `extra` adds to a document's score, but finds none.
    """
    found, scores = contenders(concepts, postings, most, extra)
    if postings.weights.dtype == np.float32:
        slack = ROUNDING * (len(concepts) + len(extra) + 2)
        leading = np.sort(scores)[::-1][: most + 1]
        if (leading[:-1] - leading[1:] <= leading[:-1] * slack).any():
            # Rounding may have put two of them in the wrong order.
            scores = total(worth((*concepts, *extra), postings, found))
    order = ranked(scores)[:most]
    return Best(found[order], scores[order])


def ranked(scores: Scores) -> Numbers:
    """Return the order of the scores, the best first, of two equal ones the first.

    Sums that only differ in what adding in another order changes are equal.
    """
    order: Numbers = np.rint(scores * -EQUAL).argsort(kind="stable")
    return order


def contenders(
    concepts: Sequence[Wanted],
    postings: Postings,
    most: int,
    extra: Sequence[Wanted] = (),
    within: Within = None,
) -> tuple[Numbers, Scores]:
    """Return the best `most` documents and what rounding may confuse with them, ascending.

    The scores are in the precision of the postings' weights or better.
    """
    scores = postings.borrow()
    wide = len(concepts) * postings.size > WORTH_A_GUESS
    if within is not None:
        # A bound that documents elsewhere reach tells nothing of these: everything is read.
        add(concepts, postings, scores)
        np.multiply(scores, within, scores)
        rest = sum(ceiling(one, postings) for one in extra) if extra else 0.0
        found, left = at_least(scores, bound(reached(scores, most), rest)), extra
    elif wide and sum(cost(one, postings) for one in concepts) > WORTH_A_GUESS:
        found, left = _pruned(concepts, extra, postings, most, scores)
    else:
        add(concepts, postings, scores)
        rest = sum(ceiling(one, postings) for one in extra) if extra else 0.0
        found, left = at_least(scores, bound(reached(scores, most), rest)), extra
    some = scores[found]
    postings.give_back(scores)
    if left:
        found, some = _completed(found, some, left, postings, most)
    return _leading(found, some, most, 0.0) if len(found) > 2 * most else (found, some)


def _pruned(
    concepts: Sequence[Wanted],
    extra: Sequence[Wanted],
    postings: Postings,
    most: int,
    scores: Scores,
) -> tuple[Numbers, Sequence[Wanted]]:
    """Add the concepts that may bring in one of the best to the scores.

    Return the documents that may be among these, and the concepts that were not added.
    """
    tops = {one: ceiling(one, postings) for one in concepts}
    costs = {one: cost(one, postings) for one in concepts}
    # The more postings a concept has for what it can add, the later it is read.
    order = sorted(concepts, key=lambda one: -tops[one] / (costs[one] + 1))
    rest = sum(tops[one] for one in order) + sum(ceiling(one, postings) for one in extra)
    least, read, again = 0.0, 0, SAMPLE
    sample: Numbers | None = None
    for place, one in enumerate(order):
        if place and read + costs[one] > again:
            sample = _sample(order[:place], postings) if sample is None else sample
            least = max(least, _guess(sample, scores, order[place:], postings, most))
            again = AGAIN * (read + costs[one])
        if few_reach(scores, bound(least, rest)):
            return at_least(scores, bound(least, rest)), (*order[place:], *extra)
        add((one,), postings, scores)
        read += costs[one]
        rest -= tops[one]
    least = max(least, reached(scores, most))
    return at_least(scores, bound(least, max(rest, 0.0))), extra


def _sample(concepts: Sequence[Wanted], postings: Postings) -> Numbers:
    """Return some of the documents that have one of the concepts."""
    terms = {term for one in concepts for _, terms in one.readings for term in terms}
    documents = np.concatenate([postings.view(term).documents[:SAMPLE] for term in terms])
    documents.sort()
    return documents[np.diff(documents, prepend=-1) > 0]


def _guess(
    sample: Numbers, scores: Scores, left: Sequence[Wanted], postings: Postings, most: int
) -> float:
    """Return what `most` documents reach at least: those of the sample that lead so far."""
    some = scores[sample]
    if len(sample) > LEAD * most:
        lead = some.argpartition(len(sample) - LEAD * most)[-LEAD * most :]
        sample, some = sample[lead], some[lead]
    for one in left:
        # Less than they are worth will do, so only what is quick to look up is.
        if one.term >= 0 and postings.view(one.term).row is not None:
            some = some + look_up(one, postings, sample)
    return reached(some, most)


def _completed(
    found: Numbers, some: Scores, left: Sequence[Wanted], postings: Postings, most: int
) -> tuple[Numbers, Scores]:
    """Add what is left to the documents found, leaving out those that it cannot lift enough."""
    rest = sum(ceiling(one, postings) for one in left)
    for one in left:
        if LOOKUP * len(found) < cost(one, postings):
            some = some + look_up(one, postings, found)
        else:
            more = postings.borrow()
            add((one,), postings, more)
            some = some + more[found]
            postings.give_back(more)
        rest -= ceiling(one, postings)
        if len(found) > LEAD * most:
            found, some = _leading(found, some, most, max(rest, 0.0))
    return found, some


def _leading(found: Numbers, some: Scores, most: int, rest: float) -> tuple[Numbers, Scores]:
    """Leave out what the rest cannot lift among the best."""
    keep = (some >= bound(reached(some, most), rest)).nonzero()[0]
    return found[keep], some[keep]
