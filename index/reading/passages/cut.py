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
    """Return the passages of all pages."""
    return tuple(passage for page in pages for passage in cut_page(page))


def cut_page(page: Page) -> Iterator[Passage]:
    """Yield the passages of one page; none where its editors keep it out of search."""
    for section in page.sections if page.about.searchable else ():
        for cut in CUTS:
            yield from cut(section)
