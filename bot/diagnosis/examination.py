"""A look at every handbook right now, and at what is kept of them: what the checks judge."""

from dataclasses import dataclass

from bot.diagnosis.finding import Finding, warning, wrong
from bot.handbooks import Handbooks
from bot.problem import problem_of
from bot.wording.sentence import Sentence
from index.refresh.cache import CacheBusyError
from index.refresh.edition import Publication
from index.refresh.maker import maker_of
from index.refresh.progress import Report
from index.refresh.published import load_publication
from index.refresh.round import Looking
from index.refresh.status import Status, read_status
from index.search.encoder import ModelUnusableError
from index.search.snapshot.flaw import SnapshotUnusableError
from index.source.unreadable import HandbookUnreadableError


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found."""

    handbooks: Handbooks
    """The handbooks, and where they are kept."""
    status: Status
    """What the last look at each handbook found."""
    publication: Publication | None
    """What answers; None where nothing can."""
    hindrance: Finding | None = None
    """Why the last look was not taken right now."""
    unkept: HandbookUnreadableError | None = None
    """Why what was built right now could not be kept."""
    model: Sentence | None = None
    """Why the embedding model cannot be used."""
    flaw_before: SnapshotUnusableError | None = None
    """What was wrong with the snapshot before the look."""
    flaw: SnapshotUnusableError | None = None
    """What is wrong with it now."""


def examine(handbooks: Handbooks, report: Report) -> Examination:
    """Look at every handbook, and keep what is new as `handbook refresh` does."""
    cache, maker = handbooks.cache, maker_of(handbooks.wanted, handbooks.model)
    _, before = _kept(handbooks, maker)
    status, built, unkept = None, None, None
    hindrance, model = None, None
    try:
        found = handbooks.refresher(report).round(Looking(every=True, wait=False))
        status, built, unkept = found.status, found.built, found.unkept
    except CacheBusyError:
        hindrance = warning("doctor-busy")
    except ModelUnusableError as error:
        # Without the model another index would be built, and published in place of the good one.
        hindrance, model = warning("doctor-no-look-model"), problem_of(error)
    except HandbookUnreadableError as error:
        hindrance = wrong("doctor-no-look-cache", folder=error.place, reason=error.detail)
    kept, flaw = _kept(handbooks, maker)
    return Examination(
        handbooks=handbooks,
        status=read_status(cache.status) if status is None else status,
        publication=built or kept,
        hindrance=hindrance,
        unkept=unkept,
        model=model,
        flaw_before=before,
        flaw=flaw,
    )


def _kept(
    handbooks: Handbooks, maker: str
) -> tuple[Publication | None, SnapshotUnusableError | None]:
    """Return what the snapshot has, or what is wrong with it."""
    try:
        return load_publication(handbooks.cache, maker, None), None
    except SnapshotUnusableError as flaw:
        return None, flaw
