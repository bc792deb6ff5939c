"""The forward index: each passage as the terms of its fields, in order."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class Field(IntEnum):
    """The parts of a passage that are told apart."""

    HEADING = 0
    ABOVE = 1
    BODY = 2


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every passage's terms, one passage behind the other; or its words, before they are terms."""

    terms: NDArray[np.int32]
    """Numbers of the terms, in the order of the text."""
    starts: NDArray[np.int64]
    """Where each field of each passage begins, `len(Field)` numbers a passage, and the end."""

    def __len__(self) -> int:
        return (len(self.starts) - 1) // len(Field)

    def of(self, passage: int, field: Field | None = None) -> NDArray[np.int32]:
        """Return the terms of one passage, or of one field of it."""
        first = passage * len(Field) + (field or 0)
        last = first + (len(Field) if field is None else 1)
        return self.terms[self.starts[first] : self.starts[last]]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """How many terms each field has, passages by fields."""
        return np.diff(self.starts).reshape(-1, len(Field))

    @property
    def sizes(self) -> NDArray[np.int64]:
        """How many terms each passage has."""
        return np.diff(self.starts[:: len(Field)])

    def only(self, passages: NDArray[np.int64]) -> "Tokens":
        """Return these passages alone, in this order."""
        lengths = self.lengths[passages]
        sizes = lengths.sum(axis=1)
        behind = np.cumsum(sizes)
        begin = self.starts[passages * len(Field)]
        at = np.arange(sizes.sum()) + np.repeat(begin - (behind - sizes), sizes)
        return Tokens(self.terms[at], starts_of(lengths))


NO_TOKENS = Tokens(np.zeros(0, np.int32), np.zeros(1, np.int64))
"""The forward index of nothing."""


def starts_of(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where things of these lengths begin that stand one behind the other, and the end."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths.reshape(-1), dtype=np.int64)))


def splice(before: Tokens, kept: NDArray[np.int64], fresh: Tokens) -> Tokens:
    """Return the passages of `before` that `kept` names, and where it says -1 the fresh ones.

    The fresh passages are taken in their order, as many as there are.
    """
    new = kept < 0
    if new.all():
        return fresh
    lengths = np.empty((len(kept), len(Field)), np.int64)
    lengths[new], lengths[~new] = fresh.lengths, before.lengths[kept[~new]]
    # All passages in one numbering, the fresh ones last; neighbours are copied as one run.
    source = kept.copy()
    source[new] = np.arange(len(fresh)) + len(before) + 1
    breaks = np.flatnonzero(np.diff(source) != 1) + 1
    firsts = source[np.concatenate(([0], breaks))].tolist()
    counts = np.diff(np.concatenate(([0], breaks, [len(source)]))).tolist()
    runs = (
        _run(before, first, count)
        if first < len(before)
        else _run(fresh, first - len(before) - 1, count)
        for first, count in zip(firsts, counts, strict=True)
    )
    return Tokens(np.concatenate(list(runs)), starts_of(lengths))


def _run(tokens: Tokens, first: int, count: int) -> NDArray[np.int32]:
    """Return the terms of neighbouring passages."""
    ends = tokens.starts[:: len(Field)]
    return tokens.terms[ends[first] : ends[first + count]]
