"""The chapters to look in, where the handbook has nothing that could be shown."""

from collections.abc import Iterator
from itertools import islice

import numpy as np

from index.reading.page import Section
from index.search.index import Index
from index.search.question import Question
from index.search.ranking import rank
from index.search.scope import EVERYTHING, Scope

NEAR_CONFIDENCE = 0.1
"""Half of what an excerpt is shown for: enough to name a chapter to look in."""

NEAR_PAGES = 3
"""More would be a list of contents."""

NEAR_TRIED = 9
"""So many sections are looked at for these pages."""


def nearest_chapters(
    question: Question, index: Index, scope: Scope = EVERYTHING
) -> tuple[Section, ...]:
    """Return the first section of each page that has anything of what was asked, few at most."""
    return tuple(islice(_near(question, index, scope), NEAR_PAGES)) if question.telling else ()


def _near(question: Question, index: Index, scope: Scope) -> Iterator[Section]:
    pages: set[int] = set()
    for ranked in rank(question, index, NEAR_TRIED, scope).ranked:
        page = index.page_of.item(ranked.passage)
        if ranked.confidence >= NEAR_CONFIDENCE and page not in pages:
            pages.add(page)
            yield index.passages[int(np.argmax(index.page_of == page))].section
