"""Who looks, and what they may see: the same as when they ask."""

from dataclasses import dataclass
from typing import Final

from bot.outcome import Refusal
from bot.slack.asking.admission import admitted
from bot.slack.asking.answering import speaking_to
from bot.slack.asking.people import Person
from bot.slack.desk import Desk
from bot.wording.catalogue import Words, words_in
from index.search.language import Language
from index.search.scope import Scope

NAME_CHARACTERS: Final = 100
"""Of somebody's name; Slack's own are shorter."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who may see something of the handbook."""

    person: Person
    """Who it is."""
    scope: Scope
    """The pages that they may see."""
    words: Words
    """The sentences in their language."""

    def name(self, known_as: str) -> str:
        """Return what they are called; `known_as` where Slack does not say more."""
        return " ".join((self.person.name or known_as).split())[:NAME_CHARACTERS]


class NotAdmittedError(Exception):
    """Somebody who is not answered, or not there, wants to see something all the same."""

    def __init__(self, refusal: Refusal, language: Language) -> None:
        super().__init__(refusal)
        self.refusal = refusal
        self.language = language


async def find_viewer(desk: Desk, user: str, team: str, channel: str) -> Viewer:
    """Return who looks in a channel; empty for a view that belongs to none.

    Raises:
        NotAdmittedError: when they may see nothing, or the bot does not answer there.
    """
    person = await desk.people.find(user, team)
    language = speaking_to(person, desk)
    allowed = admitted(person, channel, desk.manners)
    if isinstance(allowed, Refusal):
        raise NotAdmittedError(allowed, language)
    return Viewer(person, allowed, words_in(language))
