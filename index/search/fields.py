"""What of a passage is counted, and how often."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.reading.block import Fields
from index.reading.passages.passage import DETAILS, Passage, PassageKind
from index.reading.plain import plain_text
from index.search.tokens import Field

HEADING_COUNTS = 3
"""A word of the heading counts as if it stood three times in the text."""

DETAIL_HEADING_COUNTS = 1
"""A row answers by its cells; its heading only says what the cells are about."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A text that finds its passage."""

    field: Field
    text: str


def times(passage: Passage) -> tuple[int, ...]:
    """Return how often a word of each field counts."""
    return (DETAIL_HEADING_COUNTS if passage.kind in DETAILS else HEADING_COUNTS, 1, 1)


def times_of(detail: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the same by passage and field, of passages given as whether they are details."""
    often = np.ones((len(detail), len(Field)), np.int64)
    often[:, Field.HEADING] = np.where(detail, DETAIL_HEADING_COUNTS, HEADING_COUNTS)
    return often


def counted_text(passage: Passage) -> Iterator[Counted]:
    """Yield each text that finds the passage, with its field."""
    section = passage.section
    yield Counted(Field.HEADING, section.heading)
    for step in section.breadcrumb:
        yield Counted(Field.ABOVE, step)
    # The page's description and keywords count once, for its first section.
    for text in () if passage.kind in DETAILS else section.also:
        yield Counted(Field.ABOVE, text)
    if passage.kind is PassageKind.CONTENTS:
        # Its text is the headings below it: they are found where they stand.
        return
    for block in passage.blocks:
        if isinstance(block, Fields):
            pairs = "\n".join(f"{name.text} {cell.text}" for name, cell in block.pairs)
            yield Counted(Field.BODY, pairs)
        else:
            yield Counted(Field.BODY, plain_text((block,)))
