"""What is known of each passage beside its words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.reading.passages.passage import DETAILS, Passage
from index.search.asked_for import aspects_of


@dataclass(frozen=True, slots=True)
class Facts:
    """Each with one number for each passage."""

    section_of: NDArray[np.int32]
    """Number of its section."""
    aspects: NDArray[np.int32]
    """What it has of what may be asked for, as bits."""
    detail: NDArray[np.bool_]
    """Whether it is a row, a contact or a link: these answer by their own few words."""


NO_FACTS = Facts(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, bool))
"""The facts of nothing."""


def gather_facts(passages: Sequence[Passage], kept: NDArray[np.int64], before: Facts) -> Facts:
    """Return the facts of the passages; those that `kept` numbers are taken over from before."""
    new = kept < 0
    fresh = [passages[number] for number in np.flatnonzero(new).tolist()]
    # A section's passages are all new or all kept, so that its number needs only to be new.
    first = int(before.section_of.max(initial=-1)) + 1
    numbers: dict[tuple[str, int, str], int] = {}
    keys = ((one.section.page, one.section.line, one.section.anchor) for one in fresh)
    sections = [first + numbers.setdefault(key, len(numbers)) for key in keys]
    old = kept[~new]
    found = Facts(
        np.zeros(len(new), np.int32), np.zeros(len(new), np.int32), np.zeros(len(new), bool)
    )
    for now, was, values in (
        (found.section_of, before.section_of, sections),
        (found.aspects, before.aspects, [int(aspects_of(one)) for one in fresh]),
        (found.detail, before.detail, [one.kind in DETAILS for one in fresh]),
    ):
        now[~new] = was[old]
        now[new] = values
    return found
