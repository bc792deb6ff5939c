"""The forward index: each passage as the terms of its fields, in order."""

from array import array
from collections.abc import Iterable
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
    """Every passage's terms, one passage behind the other."""

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


def collect(passages: Iterable[tuple[Iterable[int], ...]]) -> Tokens:
    """Return the forward index of passages given as the terms of each field."""
    terms, starts = array("i"), array("q", [0])
    for fields in passages:
        for field in fields:
            terms.extend(field)
            starts.append(len(terms))
    return Tokens(np.frombuffer(terms, np.int32) if terms else np.zeros(0, np.int32), np.frombuffer(starts, np.int64))
