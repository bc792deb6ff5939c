"""A round over all handbooks: looked at, read, judged, built, kept. Readers see none of it half."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from typing import Final

from index.handbook import Handbook
from index.refresh.cache import Cache
from index.refresh.changes import Changes, changes_of
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
from index.refresh.status import NO_STATUS, Look, Status, read_status, write_status
from index.refresh.subscription import Subscription
from index.refresh.wanted import Wanted
from index.search.build import build_index
from index.search.encoder import Encoder
from index.search.index import Index
from index.search.semantic import embed_passages
from index.search.snapshot.flaw import Flaw, SnapshotUnusableError
from index.search.snapshot.manifest import Fingerprint
from index.search.snapshot.store import ABOUT, current_snapshot, load_snapshot, save_index
from index.source.fetch.durable import disk_of
from index.source.fetch.origin import open_origin
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


@dataclass(frozen=True, slots=True)
class Looking:
    """How a round looks."""

    every: bool = False
    """At every handbook, not only at those that are due."""
    accept: bool = False
    """A revision passes though most is gone from it."""
    anew: bool = False
    """All that is found is taken and built from nothing, as if nothing had been there before."""
    wait: bool = True
    """Another process that is at it is waited for."""


AS_DUE: Final = Looking()
"""As a running bot does."""


@dataclass(frozen=True, slots=True)
class Round:
    """What a round found."""

    status: Status
    """What each look found."""
    before: Edition | None
    """What answered before; None for nothing."""
    built: Publication | None
    """What answers now, where that was built anew."""
    changes: Changes | None = None
    """Which pages it brought, where there was one before."""
    unkept: HandbookUnreadableError | None = None
    """Why what was built could not be kept on this computer."""

    @property
    def edition(self) -> Edition | None:
        """What answers now; None where nothing can."""
        return self.built.edition if self.built else self.before


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


def load_publication(cache: Cache, maker: str, encoder: Encoder | None) -> Publication:
    """Return what the snapshot has, of whichever revision it is.

    Raises:
        SnapshotUnusableError: when there is none that can be used.
    """
    fingerprint = Fingerprint(maker, "")
    snapshot = load_snapshot(cache.snapshot, fingerprint, stale=True, encoder=encoder)
    try:
        return Publication(snapshot.index, EDITIONS.validate_json(snapshot.about))
    except ValueError as error:
        raise SnapshotUnusableError(cache.snapshot, Flaw.DAMAGED, ABOUT) from error


def subscribe(wanted: Wanted, cache: Cache, report: Report) -> Subscription:
    """Return what looks after a handbook, knowing what the last look at it found."""
    origin = open_origin(
        wanted.location,
        wanted.token,
        cache.origin(wanted),
        api_url=wanted.api_url,
        hosts=wanted.hosts,
    )
    name, place = wanted.choices.name, wanted.place
    never = Look(name, place, datetime.min.replace(tzinfo=UTC), None)
    looks = read_status(cache.status).looks
    last = next((each for each in looks if (each.name, each.place) == (name, place)), never)
    return Subscription(wanted, origin, last, report)


def _volume(edition: Edition | None, subscription: Subscription) -> Volume | None:
    """Return what answers of a handbook so far."""
    name = subscription.wanted.choices.name
    volumes = edition.volumes if edition else ()
    return next((each for each in volumes if each.name == name), None)
