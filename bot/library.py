"""What the platforms answer from: the handbook as it stands at this moment."""

from typing import Protocol

from bot.answer import Answer
from index.contents import Contents
from index.refresh.edition import Publication
from index.search.language import Language
from index.search.scope import EVERYTHING, Scope


class Library(Protocol):
    """The handbooks that are searched together."""

    @property
    def publication(self) -> Publication | None:
        """The index and its edition; None while nothing has been read."""

    def answer(self, text: str, scope: Scope = EVERYTHING) -> Answer:
        """Return what the handbook has for `text`.

        Raises:
            NotReadError: when none has been read yet.
        """

    async def contents(self) -> Contents:
        """Return what there is to browse.

        Raises:
            NotReadError: when none has been read yet.
        """

    def language(self) -> Language:
        """Return the handbook's language; the bot's own while no handbook has been read."""
