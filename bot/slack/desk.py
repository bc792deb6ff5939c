"""What the parts that talk with people need."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.library import Library
from bot.outcome import Kind
from bot.slack.asking.people import People
from bot.slack.lanes import Lanes
from bot.slack.manners import Manners
from bot.slack.sending.outbox import Outbox
from bot.store.store import Store
from bot.wording.catalogue import Words, words_in
from index.refresh.edition import Edition


def uncounted(_kind: Kind) -> None:
    """Count nothing."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Given to every listener."""

    library: Library
    """What is answered from."""
    outbox: Outbox
    """The way out."""
    store: Store
    """What survives a restart."""
    people: People
    """Who people are."""
    manners: Manners
    """How the bot behaves."""
    count: Callable[[Kind], None] = uncounted
    """Counts what came of a question without the handbook being asked."""
    homes: Lanes = field(default_factory=Lanes)
    """Each person's App Home: one after the other is made and shown, the newest last."""

    @property
    def words(self) -> Words:
        """The sentences in the handbook's language."""
        return words_in(self.library.language())

    @property
    def edition(self) -> Edition | None:
        """Which revisions answer; None while none does."""
        publication = self.library.publication
        return publication.edition if publication else None
