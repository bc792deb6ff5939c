"""A library over an index that a test has at hand."""

from datetime import UTC, datetime

from bot.answer import Answer, NotReadError, answer
from index.contents import Contents, contents_of
from index.refresh.edition import Edition, Publication, Volume
from index.search.index import Index
from index.search.language import Language
from index.search.scope import EVERYTHING, Scope
from index.source.revision import Revision


class Shelf:
    """Answers from one publication; from none until it has one."""

    def __init__(self, publication: Publication | None = None) -> None:
        self.publication = publication

    @property
    def index(self) -> Index:
        """The index that answers."""
        if self.publication is None:
            raise NotReadError
        return self.publication.index

    def answer(self, text: str, scope: Scope = EVERYTHING) -> Answer:
        """Return what the handbook has for `text`."""
        publication = self.publication
        if publication is None:
            raise NotReadError
        return answer(text, publication.index, publication.edition, scope)

    async def contents(self) -> Contents:
        """Return what there is to browse."""
        return contents_of(self.index)

    def language(self) -> Language:
        """Return the handbook's language."""
        return self.publication.index.languages[0] if self.publication else Language.DANISH


def shelf_of(index: Index) -> Shelf:
    """Return a library with this index, as if it had been published now."""
    now = datetime.now(UTC)
    revision = Revision(place="content", identity="1", made=now)
    volume = Volume("", revision, "", "github", 1, len(index.passages), ())
    return Shelf(Publication(index, Edition((volume,), now)))
