"""Tokens to sorted counts: which documents have a term, and how often it counts there."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.search.tokens import starts_of

Value = TypeVar("Value", bound=np.generic)

CHUNK = 1 << 20
"""Postings that are worked on at once: new memory for all of them costs more than the work."""


@dataclass(frozen=True, slots=True)
class Filed:
    """Terms to documents, without weights."""

    starts: NDArray[np.int64]
    """Where each term's postings begin, and the end of the last."""
    documents: NDArray[np.int64]
    """Numbers of the documents, ascending within a term."""
    counts: NDArray[np.unsignedinteger]
    """How often the term counts in the document."""

    @property
    def frequencies(self) -> NDArray[np.int64]:
        """How many documents each term has."""
        return np.diff(self.starts)


def file_anew(
    terms: NDArray[np.int32],
    documents: NDArray[np.int32],
    times: NDArray[np.int64],
    vocabulary: int,
    size: int,
) -> Filed:
    """Return the file of tokens given as term, document and how often each counts.

    The three arrays have one number for each token, in any order.
    """
    # One number holds term, document and times, so that sorting needs no order of its own.
    most = int(times.max(initial=1)) + 1
    keys = terms.astype(np.int64)
    keys *= size
    keys += documents
    keys *= most
    keys += times
    keys.sort()
    counted = keys % most
    keys //= most
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.add.reduceat(counted, first) if len(first) else np.zeros(0, np.int64)
    keys = keys[first]
    starts = np.searchsorted(keys, np.arange(vocabulary + 1, dtype=np.int64) * size)
    keys %= max(size, 1)
    return Filed(starts.astype(np.int64), keys, _narrow(counts))


def refile(before: Filed, moved: NDArray[np.int64], gone: Filed, fresh: Filed) -> Filed:
    """Return the file after documents have gone, moved and come.

    `moved` has for each document of before the number that it has now, -1 where it is gone; the
    numbers ascend. `gone` has what is filed of the gone documents, and `fresh` of those that came,
    both in a vocabulary that may be larger.
    """
    grown = len(fresh.starts) - len(before.starts)
    starts = np.concatenate((before.starts, np.repeat(before.starts[-1:], grown)))
    # In the old numbering a fresh document stands before the first kept one behind it.
    kept = np.flatnonzero(moved >= 0)
    first_behind = np.append(kept, len(moved))[np.searchsorted(moved[kept], fresh.documents)]
    drop = _places(before.documents, starts, gone.frequencies, gone.documents)
    at = _places(before.documents, starts, fresh.frequencies, first_behind)
    size = int(max(moved.max(initial=-1), fresh.documents.max(initial=-1))) + 1
    documents = _spliced(before.documents, drop, at, fresh.documents + len(moved))
    numbers = np.concatenate((moved, np.arange(size)))
    for start in range(0, len(documents), CHUNK):
        some = documents[start : start + CHUNK]
        some[:] = numbers[some]
    wide = np.promote_types(before.counts.dtype, fresh.counts.dtype)
    counts = _spliced(before.counts, drop, at, fresh.counts).astype(wide, copy=False)
    frequencies = np.diff(starts) - gone.frequencies + fresh.frequencies
    return Filed(starts_of(frequencies), documents, _narrow(counts))


def _places(
    documents: NDArray[np.int64],
    starts: NDArray[np.int64],
    frequencies: NDArray[np.int64],
    sought: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Return the place of the first document not below each one sought, within its term."""
    places = np.empty(len(sought), np.int64)
    ends = starts_of(frequencies).tolist()
    for term in np.flatnonzero(frequencies).tolist():
        own = slice(ends[term], ends[term + 1])
        begin, end = starts.item(term), starts.item(term + 1)
        places[own] = begin + documents[begin:end].searchsorted(sought[own])
    return places


def _spliced(
    values: NDArray[Value], drop: NDArray[np.int64], at: NDArray[np.int64], more: NDArray[Value]
) -> NDArray[Value]:
    """Return a copy without the values at `drop`, and with `more` before those at `at`."""
    events = [(place, 1, 0) for place in drop.tolist()]
    events.extend((place, 0, number) for number, place in enumerate(at.tolist()))
    runs, last = [], 0
    for place, dropped, number in sorted(events):
        runs.append(values[last:place])
        if not dropped:
            runs.append(more[number : number + 1])
        last = place + dropped
    runs.append(values[last:])
    return np.concatenate(runs)


def without(filed: Filed, unused: NDArray[np.bool_]) -> Filed:
    """Return the file without terms that have no documents."""
    return Filed(
        np.append(filed.starts[:-1][~unused], filed.starts[-1]), filed.documents, filed.counts
    )


def _narrow(counts: NDArray[np.integer]) -> NDArray[np.unsignedinteger]:
    return counts.astype(np.min_scalar_type(counts.max(initial=0)), copy=False)
