"""Tokens to sorted counts: which documents have a term, and how often it counts there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.search.tokens import starts_of


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


def refile(before: Filed, moved: NDArray[np.int64], fresh: Filed) -> Filed:
    """Return the file after documents have gone, moved and come.

    `moved` has for each document of before the number that it has now, -1 where it is gone; the
    numbers ascend. `fresh` has the documents that came, of a vocabulary that may be larger.
    """
    vocabulary = len(fresh.starts) - 1
    frequencies = np.zeros(vocabulary, np.int64)
    documents = moved[before.documents]
    stays = documents >= 0
    there = np.concatenate((np.zeros(1, np.int64), np.cumsum(stays)))[before.starts]
    frequencies[: len(there) - 1] = np.diff(there)
    counts = before.counts
    if not stays.all():
        documents, counts = documents[stays], counts[stays]
    starts = starts_of(frequencies)
    at = _places(documents, starts, fresh)
    wide = np.promote_types(counts.dtype, fresh.counts.dtype)
    return Filed(
        starts_of(frequencies + fresh.frequencies),
        np.insert(documents, at, fresh.documents),
        _narrow(np.insert(counts.astype(wide, copy=False), at, fresh.counts)),
    )


def _places(
    documents: NDArray[np.int64], starts: NDArray[np.int64], fresh: Filed
) -> NDArray[np.int64]:
    """Return before which of the documents each fresh posting belongs."""
    places = np.empty(len(fresh.documents), np.int64)
    for term in np.flatnonzero(fresh.frequencies).tolist():
        own = slice(fresh.starts.item(term), fresh.starts.item(term + 1))
        begin, end = starts.item(term), starts.item(term + 1)
        places[own] = begin + documents[begin:end].searchsorted(fresh.documents[own])
    return places


def without(filed: Filed, unused: NDArray[np.bool_]) -> Filed:
    """Return the file without terms that have no documents."""
    return Filed(
        np.append(filed.starts[:-1][~unused], filed.starts[-1]), filed.documents, filed.counts
    )


def _narrow(counts: NDArray[np.integer]) -> NDArray[np.unsignedinteger]:
    return counts.astype(np.min_scalar_type(counts.max(initial=0)), copy=False)
