"""The answer that a button belongs to, once more: with the section that it names."""

from bot.answer import Answered, NotReadError
from bot.outcome import Outcome, hits_of
from bot.slack.asking.answering import Asked, outcome_of
from bot.slack.asking.viewer import Viewer
from bot.slack.desk import Desk
from bot.slack.pressing.channel import settings_at
from bot.slack.pressing.origin import Origin
from index.contents import section_key, section_with
from index.reading.page import Section
from index.reading.passages.passage import Passage, PassageKind
from index.refresh.edition import Publication
from index.search.excerpt import FIRST_CHARACTERS, cut_excerpt
from index.search.highlight import speaking
from index.search.retrieve import HITS, Hit
from index.search.understand import understand


class GoneError(Exception):
    """The handbook does not have the section any more, or it may not be shown here."""


async def answer_again(origin: Origin, presser: Viewer, desk: Desk) -> Outcome:
    """Return what the handbook has for the question now."""
    settings = await settings_at(desk, origin)
    asked = Asked(origin.carried.question, presser.person, origin.channel, settings)
    return outcome_of(asked, desk)


async def answer_shown(origin: Origin, presser: Viewer, desk: Desk) -> Outcome:
    """Return the answer as it was shown: where another section ranks first now, with that first.

    Raises:
        NotReadError: when no handbook has been read yet.
        GoneError: when there is no such section for whoever pressed.
    """
    if not origin.carried.section:
        return await answer_again(origin, presser, desk)
    section = section_of(origin, presser, desk)
    again = await answer_again(origin, presser, desk)
    hits = hits_of(again)
    return again if hits and _is(hits[0], section) else _with(section, again, desk, origin)


async def answer_chosen(origin: Origin, presser: Viewer, desk: Desk) -> Outcome:
    """Return the answer that the section is which was chosen, whatever ranks before it.

    Raises:
        NotReadError: when no handbook has been read yet.
        GoneError: when there is no such section for whoever pressed.
    """
    section = section_of(origin, presser, desk)
    return _with(section, await answer_again(origin, presser, desk), desk, origin)


def section_of(origin: Origin, presser: Viewer, desk: Desk) -> Section:
    """Return the section that a button names.

    Raises:
        NotReadError: when no handbook has been read yet.
        GoneError: when there is no such section for whoever pressed.
    """
    section = section_with(origin.carried.section, published(desk).index)
    if section is None or not presser.scope.holds(section.page):
        raise GoneError
    return section


def published(desk: Desk) -> Publication:
    """Return what is answered from.

    Raises:
        NotReadError: when no handbook has been read yet.
    """
    if desk.library.publication is None:
        raise NotReadError
    return desk.library.publication


def _with(section: Section, again: Outcome, desk: Desk, origin: Origin) -> Answered:
    """Return the section as the answer, with what else was found below it."""
    question, publication = origin.carried.question, published(desk)
    found = hits_of(again)
    passages = (hit.passage for hit in found if _is(hit, section))
    whole = Passage(section, PassageKind.SECTION, section.blocks)
    passage = next(passages, whole)
    words = speaking(understand(question, publication.index), publication.index)
    first = Hit(passage, cut_excerpt(passage, words, FIRST_CHARACTERS), 0.0, 1.0)
    others = tuple(hit for hit in found if not _is(hit, section))
    return Answered(question, again.language, (first, *others)[:HITS], publication.edition)


def _is(hit: Hit, section: Section) -> bool:
    return section_key(hit.passage.section) == section_key(section)
