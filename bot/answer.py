"""What the handbook answers to a question, free of any platform."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

import numpy as np

from index.reading.page import Section
from index.refresh.edition import Edition
from index.search.contact import contact_passage
from index.search.excerpt import FIRST_CHARACTERS, cut_excerpt
from index.search.highlight import speaking
from index.search.index import Index
from index.search.language import Language
from index.search.question import Question
from index.search.ranking import rank
from index.search.retrieve import HITS, Hit, retrieve
from index.search.scope import EVERYTHING, Scope
from index.search.understand import understand

ANSWERED_CONFIDENCE = 0.6
"""From here on two to four of five first sections were the right one; below, fewer than half."""

UNCERTAIN_CONFIDENCE = 0.2
"""Below this hardly anything speaks for it: an excerpt on another subject is worse than none."""

NEAR_CONFIDENCE = 0.1
"""Half of that: enough to name a chapter to look in, where there is nothing to show."""

NEAR_PAGES = 3
"""More would be a list of contents."""

NEAR_TRIED = 9
"""So many sections are looked at for these pages."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The handbook answers."""

    question: str
    """As it was asked."""
    language: Language
    """The language of the words around the answer."""
    hits: tuple[Hit, ...]
    """The answer, then further sections; at least one."""
    edition: Edition | None = None
    """The revision that it comes from; None for an index that was built of loose passages."""


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The handbook has something near, and says that it may not be the answer."""

    question: str
    """As it was asked."""
    language: Language
    """The language of the words around the answer."""
    hits: tuple[Hit, ...]
    """What is near, the nearest first; at least one."""
    edition: Edition | None = None
    """The revision that it comes from; None for an index that was built of loose passages."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """The handbook has nothing on it."""

    question: str
    """As it was asked."""
    language: Language
    """The language of the words around the answer."""
    contact: Hit | None
    """Where the handbook says whom to ask; None when it does not say."""
    edition: Edition | None = None
    """The revision that it comes from; None for an index that was built of loose passages."""
    near: tuple[Section, ...] = ()
    """The chapters that come nearest: the first section of each, for its name and its link."""


@dataclass(frozen=True, slots=True)
class Vague:
    """The question has no subject: it is asked back, with choices where there are any."""

    question: str
    """As it was asked."""
    language: Language
    """The language of the words around the answer."""
    hits: tuple[Hit, ...]
    """What may be meant, the likeliest first; may be empty."""
    edition: Edition | None = None
    """The revision that it comes from; None for an index that was built of loose passages."""


Answer = Answered | Uncertain | NotFound | Vague
"""Made by `answer`, taken by the renderers of each platform."""

Answerer = Callable[[str], Answer]
"""A question in, an answer out."""


class ScopedAnswerer(Protocol):
    """A question and the pages that may answer in, an answer out; what the platforms are given."""

    def __call__(self, text: str, scope: Scope = EVERYTHING, /) -> Answer:
        """Return what those pages have for `text`.

        Raises:
            NotReadError: when no handbook has been read yet.
        """
        ...


class NotReadError(Exception):
    """No handbook has been read yet: the question has to be asked again."""


def answer(
    text: str, index: Index, edition: Edition | None = None, scope: Scope = EVERYTHING
) -> Answer:
    """Return what the pages of the scope have for `text`; anything may be asked.

    `edition` is what the index was made of.
    """
    retrieval = retrieve(text, index, HITS, scope)
    language = retrieval.question.language
    best = retrieval.hits[0].confidence if retrieval.hits else 0.0
    if best >= ANSWERED_CONFIDENCE and retrieval.question.telling:
        return Answered(text, language, retrieval.hits, edition)
    if best >= UNCERTAIN_CONFIDENCE:
        return Uncertain(text, language, retrieval.hits, edition)
    near = tuple(islice(_near(retrieval.question, index, scope), NEAR_PAGES))
    return NotFound(text, language, _contact(index, scope), edition, near)


def _near(question: Question, index: Index, scope: Scope) -> Iterator[Section]:
    """Yield the first section of each page that has anything of what was asked."""
    if not question.telling:
        return
    pages: set[int] = set()
    for ranked in rank(question, index, NEAR_TRIED, scope).ranked:
        page = index.page_of.item(ranked.passage)
        if ranked.confidence >= NEAR_CONFIDENCE and page not in pages:
            pages.add(page)
            yield index.passages[int(np.argmax(index.page_of == page))].section


def _contact(index: Index, scope: Scope) -> Hit | None:
    passage = contact_passage(index, scope)
    if passage is None:
        return None
    nothing_asked = speaking(understand("", index), index)
    excerpt = cut_excerpt(passage, nothing_asked, FIRST_CHARACTERS)
    return Hit(passage, excerpt, 0.0, 0.0)
