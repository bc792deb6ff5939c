"""Which passages stand on which page, and which of them an earlier index has already."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.reading.passages.passage import Passage
from index.search.snapshot.stored_passages import StoredPassages


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
    pages, page_of = _pages(passages)
    numbers = {path: number for number, path in enumerate(before.pages)}
    page_kept = np.array([numbers.get(path, -1) for path in pages], np.int64)
    kept = np.full(len(passages), -1, np.int64)
    now, old = _Grouped.by(page_of, len(pages)), _Grouped.by(before.page_of, len(before.pages))
    for page, was in enumerate(page_kept.tolist()):
        own, theirs = now.of(page), old.of(was) if was >= 0 else []
        if len(own) == len(theirs) and _same(known, theirs, [passages[one] for one in own]):
            kept[now.at(page)] = theirs
    scattered = np.full(len(passages), -1, np.int64)
    scattered[now.order] = kept
    return Arrangement(pages, page_of, scattered, page_kept)


def _pages(passages: Sequence[Passage]) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    """Return each different page, and by passage its number."""
    numbers: dict[str, int] = {}
    paths = (passage.section.page for passage in passages)
    page_of = np.array([numbers.setdefault(path, len(numbers)) for path in paths], np.int32)
    return tuple(numbers), page_of


@dataclass(frozen=True, slots=True)
class _Grouped:
    """Passages by page."""

    order: NDArray[np.int64]
    """Numbers of the passages, those of a page together."""
    numbers: list[int]
    """The same."""
    ends: list[int]
    """Where each page begins in these, and the end of the last."""

    @classmethod
    def by(cls, page_of: NDArray[np.int32], pages: int) -> "_Grouped":
        order = np.argsort(page_of, kind="stable")
        ends = np.searchsorted(page_of[order], np.arange(pages + 1)).tolist()
        return cls(order, order.tolist(), ends)

    def at(self, page: int) -> slice:
        """Return where the page's passages stand in the order."""
        return slice(self.ends[page], self.ends[page + 1])

    def of(self, page: int) -> list[int]:
        """Return the numbers of the page's passages."""
        return self.numbers[self.at(page)]


def _same(known: Sequence[Passage], numbers: Sequence[int], passages: Sequence[Passage]) -> bool:
    if isinstance(known, StoredPassages):
        return known.hold(numbers, passages)
    earlier = [known[number] for number in numbers]
    # A list compares what is not the same object by what it says.
    return earlier == passages
