"""Sections that are too long to be read as one."""

from collections.abc import Iterator
from typing import Final

from index.check.checked import CheckedHandbook
from index.check.finding import Spot
from index.reading.plain import plain_text

SECTION_CHARACTERS: Final = 6_000
"""Some three printed pages; a link to the heading then leads nobody to the sentence."""


def long_sections(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each section whose text is longer than a reader looks through."""
    for page in handbook.pages:
        for section in page.page.sections:
            length = len(plain_text(section.blocks))
            if length > SECTION_CHARACTERS and not section.contents_only:
                facts: dict[str, str | int] = {
                    "heading": section.heading,
                    "length": length,
                    "limit": SECTION_CHARACTERS,
                }
                yield Spot(page.path, section.line, facts)
