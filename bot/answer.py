"""What the handbook answers to a question, free of any platform."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from bot.near import nearest_chapters
from index.reading.page import Section
from index.refresh.edition import Edition
from index.search.contact import contact_passage
from index.search.excerpt import FIRST_CHARACTERS, cut_excerpt
from index.search.highlight import speaking
from index.search.index import Index
from index.search.language import Language
from index.search.question import Question
from index.search.retrieve import HITS, Hit, retrieve
from index.search.scope import EVERYTHING, Scope
from index.search.understand import understand

ANSWERED_CONFIDENCE = 0.6
"""From here on two to four of five first sections were the right one; below, fewer than half."""

UNCERTAIN_CONFIDENCE = 0.2
"""Below this hardly anything speaks for it: an excerpt on another subject is worse than none."""

ONLY_ASKS: Final = frozenset(
    "fortæl fortælle sig sige vis vise svar svare forklar forklare problem problemer info "
    "tell say show answer explain problem problems trouble info".split()
)
"""Asks for something or says that something is wrong, and not what. Function words apart."""


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
    near = retrieval.hits if best >= UNCERTAIN_CONFIDENCE else ()
    if not names_subject(retrieval.question):
        return Vague(text, language, near, edition)
    if best >= ANSWERED_CONFIDENCE:
        return Answered(text, language, near, edition)
    if near:
        return Uncertain(text, language, near, edition)
    contact = handbook_contact(index, scope)
    return NotFound(
        text, language, contact, edition, nearest_chapters(retrieval.question, index, scope)
    )


def names_subject(question: Question) -> bool:
    """Return whether a question says what it is about: `kan du fortælle mig noget` does not."""
    words = {word for concept in question.concepts for word in concept.word.split()}
    return question.telling and not words <= ONLY_ASKS


def handbook_contact(index: Index, scope: Scope = EVERYTHING) -> Hit | None:
    """Return where the handbook itself says whom to ask; None when it does not say."""
    passage = contact_passage(index, scope)
    if passage is None:
        return None
    nothing_asked = speaking(understand("", index), index)
    excerpt = cut_excerpt(passage, nothing_asked, FIRST_CHARACTERS)
    return Hit(passage, excerpt, 0.0, 0.0)
