"""What a document needs to be among the best, from many documents' scores."""

import numpy as np
from numpy.typing import NDArray

GROUPS = 32
"""Groups of documents whose maxima tell what the best reach, against how many are wanted."""
LEAST_GROUPS = 4
"""The same at least, where so many groups would have too few documents."""
DEPTH = 16
"""How many documents a group should have."""
LOOKED_AT = 20_000
"""How many documents are put in groups, or a quarter of all if that is more."""
FEW = 64
"""When no more than one document in this many is left, looking up costs less than reading."""
COUNTED = 16
"""One document in this many is counted to tell whether that is so."""
SLACK = 1e-5
"""Sums in 32 bits differ from exact ones by less than this share."""


def bound(least: float, rest: float) -> float:
    """Return what a document must have already to reach `least` with at most `rest` more."""
    return least - rest - SLACK * (least + rest)


def at_least(scores: NDArray[np.floating], least: float) -> NDArray[np.int64]:
    """Return which documents reach the bound and have anything at all."""
    which = scores >= least if least > 0 else scores > 0
    return which.nonzero()[0]


def few_reach(scores: NDArray[np.floating], least: float) -> bool:
    """Return whether a bound leaves so few documents that they are better looked up."""
    if least <= 0:
        return False
    some = scores[: len(scores) // COUNTED]
    return FEW * int(np.count_nonzero(some >= least)) < len(some)


def reached(scores: NDArray[np.floating], most: int) -> float:
    """Return a score that at least `most` documents reach, 0 if there are not so many.

    It is the last of their scores, or of many documents a little less.
    """
    looked_at = min(len(scores), max(LOOKED_AT, len(scores) // 4))
    width = min(GROUPS * most, max(LEAST_GROUPS * most, looked_at // DEPTH))
    rows = looked_at // width
    if rows < LEAST_GROUPS:
        if len(scores) < most:
            return 0.0
        return float(np.partition(scores, len(scores) - most)[len(scores) - most])
    # Each of the best groups has a document that reaches the last of their maxima.
    maxima = np.maximum.reduce(scores[: rows * width].reshape(rows, width))
    maxima.partition(width - most)
    return float(maxima[width - most])
