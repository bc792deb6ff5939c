"""The handbooks: reachable right now, which revision answers, and what is left out of it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from bot.concern import PATIENCE
from bot.diagnosis.examination import Examination
from bot.diagnosis.finding import Finding, Level, warning, well, wrong
from bot.problem import notice_of, problem_of
from bot.standing import Standing, standings
from bot.wording.as_of import as_of
from bot.wording.sentence import Sentence, sentence
from index.refresh.edition import Volume
from index.refresh.status import Look, Trouble
from index.source.document import Notice
from index.source.unreadable import Remedy

NOTICES_SHOWN: Final = 20
"""Of each handbook; `handbook check` names all."""


def check_handbooks(seen: Examination) -> Iterator[Finding]:
    """Tell of each handbook how it is."""
    if seen.hindrance:
        yield seen.hindrance
    edition = seen.publication.edition if seen.publication else None
    for standing in standings(seen.handbooks.wanted, edition, seen.status):
        yield _look(standing)
        if standing.volume is None:
            yield wrong("doctor-unanswered", place=standing.place)
        else:
            yield from _volume(standing.volume)


def _look(standing: Standing) -> Finding:
    """Return what the last look found."""
    look, place = standing.look, standing.place
    if look is None or not (look.reached or look.trouble):
        return warning("doctor-never-looked", place=place)
    if look.trouble is None:
        return well("doctor-reached", place=place, looked=look.looked.astimezone())
    return Finding(_level(look.trouble, standing.volume), tuple(_trouble(look.trouble, look)))


def _level(trouble: Trouble, volume: Volume | None) -> Level:
    """Return how bad it is: a host that is away for a while harms nobody while answers go on."""
    waits = trouble.problem.remedy is Remedy.WAIT
    lasts = datetime.now(UTC) > trouble.since + PATIENCE[Remedy.WAIT]
    return Level.WARNING if waits and volume and not lasts else Level.WRONG


def _trouble(trouble: Trouble, look: Look) -> Iterator[Sentence]:
    """Yield what is wrong, since when, and what becomes of it."""
    problem = problem_of(trouble.error())
    if problem:
        yield problem
    yield sentence("doctor-since", since=trouble.since.astimezone(), problem=str(trouble.problem))
    refused = trouble.refused
    if refused and refused.short:
        yield sentence("doctor-refused", refused=refused.short)
    if trouble.again:
        yield sentence("doctor-again", again=trouble.again.astimezone())
    if look.reached:
        yield sentence("doctor-last-good", good=look.reached.astimezone())


def _volume(volume: Volume) -> Iterator[Finding]:
    """Yield which revision answers, how much it has, and what is not in it."""
    size = sentence("refresh-sizes", pages=volume.pages, passages=volume.passages)
    yield Finding(Level.OK, (as_of(volume), size))
    yield from _notices(volume.notices, volume.revision.place)


def _notices(notices: Sequence[Notice], place: str) -> Iterator[Finding]:
    for notice in notices[:NOTICES_SHOWN]:
        yield Finding(Level.WARNING, (notice_of(notice),))
    unnamed = len(notices) - NOTICES_SHOWN
    if unnamed > 0:
        yield warning("doctor-notices-more", count=unnamed, place=place)
