"""The library, with everything that it answers counted."""

from bot.answer import Answer
from bot.http.metrics import Measures
from bot.library import Library
from index.contents import Contents
from index.refresh.edition import Publication
from index.search.language import Language
from index.search.scope import EVERYTHING, Scope


class Measured:
    """A library that answers as another does, and is counted."""

    def __init__(self, library: Library, measures: Measures) -> None:
        self._library = library
        self._answer = measures.counted(library.answer)

    @property
    def publication(self) -> Publication | None:
        """The index and its edition; None while nothing has been read."""
        return self._library.publication

    def answer(self, text: str, scope: Scope = EVERYTHING) -> Answer:
        """Return what the handbook has for `text`.

        Raises:
            NotReadError: when none has been read yet.
        """
        return self._answer(text, scope)

    async def contents(self) -> Contents:
        """Return what there is to browse.

        Raises:
            NotReadError: when none has been read yet.
        """
        return await self._library.contents()

    def language(self) -> Language:
        """Return the handbook's language; the bot's own while no handbook has been read."""
        return self._library.language()
