"""One handbook over time: looked at, read, and only its good revisions taken."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

from index.handbook import Handbook, read_fetched
from index.refresh.cache import Cache
from index.refresh.edition import Volume
from index.refresh.judge import judge
from index.refresh.progress import Report, Stage, Step
from index.refresh.status import Look, Trouble, read_status
from index.refresh.wanted import Wanted
from index.source.fetch.fetched import Fetched, Origin, Progress
from index.source.fetch.origin import open_origin
from index.source.location import FolderLocation
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

FOLDER_SECONDS: Final = 2.0
"""A folder of this computer is looked at so often: no host is asked for it."""

DAMAGED_SECONDS: Final = 300.0
"""An archive that came damaged is fetched again, but not every minute."""


class Subscription:
    """A handbook that is wanted, with its last good revision."""

    def __init__(self, wanted: Wanted, origin: Origin, last: Look, report: Report) -> None:
        self.wanted = wanted
        self.last = last
        """What the last look found."""
        self.due = self._first_due(last)
        """When to look again."""
        self._origin = origin
        self._report = report
        self._newest: Fetched | None = None
        self._good: Fetched | None = None
        self._read: Handbook | None = None

    def look(self, before: Volume | None, *, accept: bool) -> Handbook | None:
        """Look for a newer revision, and return what it says; None where `before` still answers.

        Where a newer one cannot be had or is no good, `last` says why. `accept` lets a revision
        pass from which most is gone. A host that has asked to be left alone is not asked.
        """
        moment = datetime.now(UTC)
        asked_to_wait = self.last.trouble.again if self.last.trouble else None
        if asked_to_wait and moment < asked_to_wait:
            return None if before else self._kept()
        self._report(Step(Stage.LOOKING, self.wanted.place))
        self._due_in(FOLDER_SECONDS if self._watched else self.wanted.poll)
        fetched: Fetched | None = None
        try:
            fetched = self._fetch()
            found = self._newer(fetched, before, accept=accept)
        except HandbookUnreadableError as error:
            self._note(error, moment, fetched)
            return None if before else self._kept()
        refused = found is None and not _is(before, fetched)
        self.last = replace(
            self.last,
            looked=moment,
            reached=self.last.reached if refused else moment,
            trouble=self.last.trouble if refused else None,
        )
        return found

    def handbook(self) -> Handbook | None:
        """Return what the last good revision says, read now if nobody had to read it before.

        None where it is on this computer no more.
        """
        if self._read is None:
            self._good = self._good or self._origin.kept()
            try:
                self._read = self._reading(self._good) if self._good else None
            except HandbookUnreadableError:
                return None
        return self._read

    def keep(self) -> None:
        """Keep the last good revision on this computer, so that it can be read without its host.

        Raises:
            HandbookUnreadableError: when the disk does not take it.
        """
        if self._good:
            self._origin.keep(self._good)

    @property
    def _watched(self) -> bool:
        return isinstance(self.wanted.location, FolderLocation)

    def _first_due(self, last: Look) -> datetime:
        """Return when the next look is due after one that another process may have taken.

        A folder is looked at whoever looked before: it may have changed in between.
        """
        asked = last.trouble.again if last.trouble else None
        if asked or self._watched:
            return asked or last.looked
        return last.looked + timedelta(seconds=self.wanted.poll)

    def _due_in(self, seconds: float) -> None:
        self.due = datetime.now(UTC) + timedelta(seconds=seconds)

    def _fetch(self) -> Fetched:
        known = self._newest or self._origin.kept()
        looked = self._origin.look(known, self._progress(Stage.FETCHING))
        self._newest = looked.fetched
        if looked.wait:
            self.due = max(self.due, datetime.now(UTC) + timedelta(seconds=looked.wait))
        return looked.fetched

    def _newer(self, fetched: Fetched, before: Volume | None, *, accept: bool) -> Handbook | None:
        """Return what a revision says that is not the one of before; None where it is."""
        if _is(before, fetched):
            self._good = fetched
            return None
        trouble = self.last.trouble
        if trouble and trouble.refused == fetched.revision and not accept:
            return None
        handbook = self._reading(fetched)
        judge(handbook, None if accept else before)
        self._good, self._read = fetched, handbook
        return handbook

    def _reading(self, fetched: Fetched) -> Handbook:
        progress = self._progress(Stage.READING)
        progress(0, None)
        return read_fetched(fetched, self.wanted.choices, self._read, progress)

    def _progress(self, stage: Stage) -> Progress:
        place = self.wanted.place
        return lambda done, total: self._report(Step(stage, place, done, total))

    def _kept(self) -> Handbook | None:
        """Return what the kept revision says, since there is nothing else to answer from."""
        self._good, self._read = None, None
        return self.handbook()

    def _note(
        self, error: HandbookUnreadableError, moment: datetime, fetched: Fetched | None
    ) -> None:
        """Take down what is wrong with what was fetched, or with fetching, and since when."""
        refused = fetched.revision if fetched else None
        if error.problem is PlaceProblem.DAMAGED_ARCHIVE and fetched:
            self._origin.discard(fetched)
            self._newest, refused = None, None
            self._due_in(DAMAGED_SECONDS)
        if error.again:
            self.due = max(self.due, error.again)
        found = Trouble(error.place, error.problem, error.detail, moment, refused, error.again)
        was = self.last.trouble
        since = was.since if was and was.same(found) else moment
        self.last = replace(self.last, looked=moment, trouble=replace(found, since=since))


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


def _is(volume: Volume | None, fetched: Fetched) -> bool:
    """Tell whether a revision is the one that answers already."""
    return volume is not None and volume.revision.identity == fetched.revision.identity
