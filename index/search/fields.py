"""What of a passage is counted, and how often."""

from collections.abc import Iterator

from index.reading.block import Fields
from index.reading.passages.passage import DETAILS, Passage, PassageKind
from index.reading.plain import plain_text

HEADING_COUNTS = 3
"""A word of the heading counts as if it stood three times in the text."""

DETAIL_HEADING_COUNTS = 1
"""A row answers by its cells; its heading only says what the cells are about."""

BREADCRUMB_COUNTS = 1
"""What stands above the heading counts once."""

ALSO_COUNTS = 1
"""The page's description and keywords count once, for its first section."""


def counted_text(passage: Passage) -> Iterator[tuple[str, int]]:
    """Yield each field's text with how often it counts."""
    section = passage.section
    detail = passage.kind in DETAILS
    yield section.heading, DETAIL_HEADING_COUNTS if detail else HEADING_COUNTS
    for step in section.breadcrumb:
        yield step, BREADCRUMB_COUNTS
    for text in () if detail else section.also:
        yield text, ALSO_COUNTS
    if passage.kind is PassageKind.CONTENTS:
        # Its text is the headings below it: they are found where they stand.
        return
    for block in passage.blocks:
        if isinstance(block, Fields):
            yield "\n".join(f"{name.text} {cell.text}" for name, cell in block.pairs), 1
        else:
            yield plain_text((block,)), 1
