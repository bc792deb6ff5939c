"""What the parts that talk with people need."""

from dataclasses import dataclass

from bot.library import Library
from bot.slack.asking.people import People
from bot.slack.sending.outbox import Outbox
from bot.store.store import Store
from bot.wording.catalogue import Words, words_in
from index.search.scope import EVERYTHING, Scope


@dataclass(frozen=True, slots=True)
class Manners:
    """How the bot behaves, as the settings say."""

    command: str
    """Name of the slash command."""
    feedback: bool = True
    """Whether people are asked if an answer helped."""
    escalation: str = ""
    """Id of the channel that "ask a person" posts to; empty: nobody can be asked."""
    issues: str = ""
    """Address of a new issue, with `{title}` and `{body}`; empty: told by the handbook's host."""
    public: tuple[str, ...] = ()
    """Patterns of the pages that strangers may see; empty: none."""
    admins: frozenset[str] = frozenset()
    """Ids of those who may set channels, beside the workspace's own admins."""
    guests: bool = False
    """Whether guests of the workspace are answered as members are."""
    workspaces: frozenset[str] = frozenset()
    """Ids of further workspaces whose members are answered as our own."""
    channels: frozenset[str] = frozenset()
    """Ids of the only channels that are answered in; empty for all."""


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

    @property
    def words(self) -> Words:
        """The sentences in the handbook's language."""
        return words_in(self.library.language())

    def scope(self, chapters: tuple[str, ...] = ()) -> Scope:
        """Return what answers in a channel that these chapters were chosen for."""
        return EVERYTHING.narrowed(*chapters) if chapters else EVERYTHING
