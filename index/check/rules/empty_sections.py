"""Headings with nothing below them."""

from collections.abc import Iterator
from itertools import chain

from index.check.checked import CheckedHandbook, CheckedPage
from index.check.finding import Spot
from index.check.rules.empty_pages import is_empty
from index.check.shown import shows_nothing
from index.reading.generators.generator import RawHeading


def empty_sections(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each heading without text and without headings below it."""
    for page in handbook.pages:
        if not is_empty(page):
            yield from _on_page(page)


_SENTENCE_ENDS = (".", "!")
"""How a heading ends that is itself what there is to say."""


def _on_page(page: CheckedPage) -> Iterator[Spot]:
    sections = page.page.sections
    leading = {heading.line for heading in page.text.headings if _leads_on(heading)}
    ends = chain((section.line for section in sections[1:]), [len(page.lines) + 1])
    for number, (section, end) in enumerate(zip(sections, ends, strict=False)):
        is_title = number == 0 and len(sections) > 1 and section.heading == page.page.title
        says_it = section.heading.endswith(_SENTENCE_ENDS) or section.line in leading
        if section.blocks or not section.level or is_title or says_it:
            continue
        if shows_nothing(page.lines[section.line : end - 1]):
            yield Spot(page.path, section.line, {"heading": section.heading})


def _leads_on(heading: RawHeading) -> bool:
    return any(child.type == "link_open" for child in heading.children)
