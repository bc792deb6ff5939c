"""A round over all handbooks: looked at, read, judged, built, kept. Readers see none of it half."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from typing import Final

from index.handbook import Handbook
from index.refresh.cache import Cache
from index.refresh.changes import changes_of
from index.refresh.edition import (
    EDITIONS,
    Edition,
    Publication,
    Volume,
    digest_of,
    volume_of,
)
from index.refresh.maker import maker_of
from index.refresh.progress import Report, Stage, Step
from index.refresh.published import load_publication
from index.refresh.round import AS_DUE, Looking, Round
from index.refresh.status import NO_STATUS, Status, write_status
from index.refresh.subscription import Subscription, subscribe
from index.refresh.wanted import Wanted
from index.search.build import build_index
from index.search.encoder import Encoder
from index.search.index import Index
from index.search.semantic import embed_passages
from index.search.snapshot.flaw import SnapshotUnusableError
from index.search.snapshot.manifest import Fingerprint
from index.search.snapshot.store import current_snapshot, save_index
from index.source.fetch.durable import disk_of
from index.source.unreadable import HandbookUnreadableError

TOLD_SECONDS: Final = 30.0
"""So old what is told of a look may become while nothing else changes."""


@dataclass(frozen=True, slots=True)
class Model:
    """An embedding model."""

    folder: str
    """Where it is."""
    encoder: Encoder
    """The model."""


class Refresher:
    """Keeps the snapshot of some handbooks at their newest good revisions."""

    def __init__(
        self, cache: Cache, wanted: Sequence[Wanted], model: Model | None, report: Report
    ) -> None:
        self._cache = cache
        self._encoder = model.encoder if model else None
        self._maker = maker_of(wanted, model.folder if model else "")
        self._report = report
        self._subscriptions = [subscribe(each, cache, report) for each in wanted]
        self._publication: Publication | None = None
        self._published: str | None = None
        self._told = NO_STATUS

    @property
    def due(self) -> datetime:
        """When the next round has something to look at."""
        return min(each.due for each in self._subscriptions)

    def published(self) -> Publication | None:
        """Return what answers, from the snapshot where another process has published since."""
        name = current_snapshot(self._cache.snapshot)
        if name != self._published:
            self._published = name
            with suppress(SnapshotUnusableError):
                self._publication = load_publication(self._cache, self._maker, self._encoder)
        return self._publication

    def round(self, how: Looking = AS_DUE) -> Round:
        """Look at the handbooks that are due, and publish what is new and good.

        Raises:
            CacheBusyError: when another process is at it and is not to be waited for.
            HandbookUnreadableError: NOT_KEPT, when the cache cannot be written at all.
        """
        self._report(Step(Stage.WAITING))
        with self._cache.lock(wait=how.wait):
            published = self.published()
            before = published.edition if published else None
            moment = datetime.now(UTC)
            found = {
                each.wanted.choices.name: self._look(each, before, how)
                for each in self._subscriptions
                if how.every or published is None or each.due <= moment
            }
            handbooks = self._all(found) if any(found.values()) else None
            if handbooks is None:
                return Round(self._tell(), before, None)
            basis = None if how.anew else published
            built, unkept = self._publish(handbooks, basis)
            changes = changes_of(built.index, basis.index) if basis else None
            return Round(self._tell(), before, built, changes, unkept)

    def prepare(self) -> None:
        """Read what answers already, so that the first change costs no more than the next."""
        for each in self._subscriptions:
            each.handbook()

    def _look(
        self, subscription: Subscription, before: Edition | None, how: Looking
    ) -> Handbook | None:
        volume = None if how.anew else _volume(before, subscription)
        return subscription.look(volume, accept=how.accept or how.anew)

    def _tell(self) -> Status:
        """Write down what the looks found, unless it would only be said once more."""
        status = Status(tuple(each.last for each in self._subscriptions))
        if not status.repeats(self._told, TOLD_SECONDS):
            # A disk that does not take this takes no index either, which is told of.
            with suppress(OSError):
                write_status(self._cache.status, status)
                self._told = status
        return status

    def _all(self, found: dict[str, Handbook | None]) -> list[Handbook] | None:
        """Return every handbook that can be read; None where one would be lost."""
        handbooks = []
        for each in self._subscriptions:
            handbook = found.get(each.wanted.choices.name) or each.handbook()
            if handbook:
                handbooks.append(handbook)
            elif self._publication and _volume(self._publication.edition, each):
                return None
        return handbooks

    def _publish(
        self, handbooks: Sequence[Handbook], basis: Publication | None
    ) -> tuple[Publication, HandbookUnreadableError | None]:
        edition = Edition(tuple(map(volume_of, handbooks)), datetime.now(UTC))
        index = self._build(handbooks, basis.index if basis else None)
        self._publication = Publication(index, edition)
        self._report(Step(Stage.KEEPING))
        fingerprint = Fingerprint(self._maker, digest_of(edition.volumes))
        try:
            with disk_of(str(self._cache.folder)):
                save_index(index, self._cache.snapshot, fingerprint, EDITIONS.dump_json(edition))
            self._published = current_snapshot(self._cache.snapshot)
            for each in self._subscriptions:
                each.keep()
        except HandbookUnreadableError as error:
            return self._publication, error
        return self._publication, None

    def _build(self, handbooks: Sequence[Handbook], before: Index | None) -> Index:
        passages = tuple(chain.from_iterable(each.passages for each in handbooks))
        self._report(Step(Stage.BUILDING, done=len(passages)))
        synonyms = tuple(chain.from_iterable(each.synonyms for each in handbooks))
        index = build_index(passages, synonyms=synonyms, before=before)
        if self._encoder is None:
            return index
        known = before.meaning if before else None
        kept = index.arrangement.kept if known else None
        return replace(index, meaning=embed_passages(passages, self._encoder, known, kept))


def _volume(edition: Edition | None, subscription: Subscription) -> Volume | None:
    """Return what answers of a handbook so far."""
    name = subscription.wanted.choices.name
    volumes = edition.volumes if edition else ()
    return next((each for each in volumes if each.name == name), None)
