"""Which passages stand on which page, and which of them an earlier index has already."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.reading.passages.passage import Passage
from index.search.stored_passages import StoredPassages


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Passages by page, against those of an earlier index."""

    pages: tuple[str, ...]
    """Path of each page, in the order of their first passages."""
    page_of: NDArray[np.int32]
    """Number of each passage's page."""
    kept: NDArray[np.int64]
    """By passage: its number in the earlier index; -1 where its page is new or has changed."""
    page_kept: NDArray[np.int64]
    """By page: its number in the earlier index, -1 where that does not have a page of this path."""

    @property
    def fresh(self) -> NDArray[np.int64]:
        """Numbers of the passages that the earlier index does not have."""
        return np.flatnonzero(self.kept < 0)


NO_PAGES = Arrangement((), np.zeros(0, np.int32), np.zeros(0, np.int64), np.zeros(0, np.int64))
"""How nothing is arranged."""


def arrange(
    passages: Sequence[Passage], before: Arrangement, known: Sequence[Passage]
) -> Arrangement:
    """Return how the passages stand, against the earlier passages and their arrangement.

    A page has changed if any of its passages has, or if one came or went.
    """
    by_page: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        by_page.setdefault(passage.section.page, []).append(number)
    page_of = np.zeros(len(passages), np.int32)
    kept = np.full(len(passages), -1, np.int64)
    earlier = dict(zip(before.pages, _by_page(before), strict=True))
    numbers = {path: number for number, path in enumerate(before.pages)}
    for page, (path, own) in enumerate(by_page.items()):
        page_of[own] = page
        old = earlier.get(path, [])
        if len(old) == len(own) and _same(known, old, [passages[number] for number in own]):
            kept[own] = old
    page_kept = np.array([numbers.get(path, -1) for path in by_page], np.int64)
    return Arrangement(tuple(by_page), page_of, kept, page_kept)


def _by_page(arrangement: Arrangement) -> list[list[int]]:
    """Return the numbers of each page's passages."""
    order = np.argsort(arrangement.page_of, kind="stable")
    pages = np.arange(len(arrangement.pages) + 1)
    ends = np.searchsorted(arrangement.page_of[order], pages).tolist()
    numbers = order.tolist()
    return [numbers[start:end] for start, end in pairwise(ends)]


def _same(known: Sequence[Passage], numbers: Sequence[int], passages: Sequence[Passage]) -> bool:
    if isinstance(known, StoredPassages):
        return known.hold(numbers, passages)
    pairs = zip(numbers, passages, strict=True)
    return all(known[number] is one or known[number] == one for number, one in pairs)
