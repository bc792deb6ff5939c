"""An outcome of every kind, made of a hit."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.answer import Answered, NotFound, Uncertain, Vague
from bot.outcome import BeingRead, Faulted, NotAllowed, Outcome, Refusal
from bot.slack.rendering.control import Control
from bot.slack.rendering.outcome_message import Offered
from index.reading.page import Section
from index.search.language import Language
from index.search.retrieve import Hit

ISSUES: Final = "https://github.com/os/hb/issues/new?title={title}&body={body}"
PUBLIC: Final = Offered(frozenset(Control) - {Control.SHARE}, ISSUES, "/handbook")
"""What a channel offers."""
PRIVATE: Final = Offered(frozenset(Control), ISSUES, "/handbook")
"""What is offered where only the asker sees the answer."""
NOTHING: Final = Offered()


def found(
    first: Hit, further: Sequence[Hit] = (), question: str = "?", near: Sequence[Section] = ()
) -> Iterator[Outcome]:
    """Yield every outcome that shows something of the handbook."""
    hits = (first, *further)
    yield Answered(question, Language.DANISH, hits)
    yield Uncertain(question, Language.ENGLISH, hits)
    yield NotFound(question, Language.DANISH, first, near=tuple(near))
    yield Vague(question, Language.ENGLISH, hits)


def said(language: Language, question: str = "?") -> Iterator[Outcome]:
    """Yield every outcome that shows nothing of it."""
    yield NotFound(question, language, None)
    yield Vague(question, language, ())
    yield BeingRead(language)
    yield Faulted(language, "3f2a")
    yield from (NotAllowed(language, refusal) for refusal in Refusal)
