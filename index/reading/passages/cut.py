"""Pages to passages: the ways of cutting a section, in their order."""

from collections.abc import Callable, Iterable, Iterator

from index.reading.page import Page, Section
from index.reading.passages.contacts import contacts
from index.reading.passages.links import links
from index.reading.passages.passage import Passage
from index.reading.passages.questions import questions
from index.reading.passages.rows import rows
from index.reading.passages.steps import steps
from index.reading.passages.whole import whole

CUTS: tuple[Callable[[Section], Iterator[Passage]], ...] = (
    whole,
    rows,
    steps,
    questions,
    contacts,
    links,
)
"""What is made of each section: itself, then what in it can answer alone."""


def cut_passages(pages: Iterable[Page]) -> tuple[Passage, ...]:
    """Return the passages of all pages, but of those that are kept out of search."""
    return tuple(
        passage
        for page in pages
        if page.about.searchable
        for section in page.sections
        for cut in CUTS
        for passage in cut(section)
    )
