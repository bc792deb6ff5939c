"""Lists of steps, each whole."""

from collections.abc import Iterator

from index.reading.block import Listing
from index.reading.page import Section
from index.reading.passages.inside import inside
from index.reading.passages.passage import Passage, PassageKind


def steps(section: Section) -> Iterator[Passage]:
    """Yield every numbered list of more than one step, where it is not the section itself."""
    for block in inside(section.blocks):
        match block:
            case Listing(items, int()) if len(items) > 1 and section.blocks != (block,):
                yield Passage(section, PassageKind.STEPS, (block,))
            case _:
                continue
