"""A repository on a Git host, fetched as an archive of its newest commit by the host's API.

An unchanged handbook costs one small request, which most hosts answer with "not modified".
"""

from collections.abc import Generator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Final

import httpx
from pydantic import SecretStr

from index.source.fetch.credential import Credential
from index.source.fetch.door import Door
from index.source.fetch.fetched import Fetched, Form, Looked, Progress
from index.source.fetch.forge import api_of
from index.source.fetch.kept_archive import Shelf
from index.source.fetch.newest import Newest
from index.source.fetch.reach import companions_of, reach_of
from index.source.fetch.received import Answer
from index.source.fetch.session import Session
from index.source.fetch.told import (
    ToldCommit,
    default_branch,
    is_empty,
    told_commit,
    told_repository,
)
from index.source.git.address import HostedRevision
from index.source.git.remote import Remote
from index.source.limits import FETCH_LIMITS, FetchLimits
from index.source.location import ForgeKind, HostedLocation, shown
from index.source.revision import Revision
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_ABSENT: Final = frozenset[int]({HTTPStatus.NOT_FOUND})
_SHORT_COMMIT: Final = 7
"""Characters that the hosts show of a commit's id at least."""


class HostedOrigin:
    """Fetches a repository's newest commit; an `Origin`."""

    def __init__(
        self,
        location: HostedLocation,
        token: SecretStr,
        folder: Path,
        *,
        api_url: str = "",
        hosts: tuple[str, ...] = (),
        limits: FetchLimits = FETCH_LIMITS,
    ) -> None:
        self._location = location
        self._place = shown(location)
        self._api = api_of(location, api_url)
        self._shelf = Shelf(folder, self._place)
        base = httpx.URL(location.base)
        is_github = location.kind is ForgeKind.GITHUB
        self._door = Door(
            self._place,
            reach_of(
                (base, self._api.repository), hosts, companions_of(base.host, is_github=is_github)
            ),
            Credential(self._api.repository, self._api.forge.authorization, token),
            limits,
        )
        self._headers = {"Accept": self._api.forge.accept}
        self._newest = Newest()

    def kept(self) -> Fetched | None:
        """Return the last good revision, None where its archive is not whole."""
        record = self._shelf.kept()
        if record is None:
            return None
        return Fetched(
            revision=record.revision,
            root=self._shelf.archive(record.identity),
            folder=self._location.folder,
            hosted=self._hosted(record.identity, record.branch, at_tip=record.at_tip),
            validator=record.validator,
            form=Form.ARCHIVE,
        )

    def look(self, known: Fetched | None, progress: Progress) -> Looked:
        """Ask for the newest commit, and download it unless it is the one that is known.

        Raises:
            HandbookUnreadableError: when it cannot be had; what was kept stays.
        """
        with self._door.open() as session:
            answer = self._ask_newest(session, self._newest.validator(known))
            same = self._newest.unchanged(known)
            if answer.status != HTTPStatus.NOT_MODIFIED or same is None:
                commit = self._told_commit(session, answer)
                same = self._newest.same(known, commit.identity)
                fetched = same or self._fetch(session, commit, progress)
                self._newest.see(fetched, commit.validator)
                return Looked(fetched, session.wait)
            return Looked(same, session.wait)

    def keep(self, fetched: Fetched) -> None:
        """Make a revision the last good one, and remove older ones.

        Raises:
            HandbookUnreadableError: NOT_KEPT.
        """
        self._shelf.keep(fetched)

    def discard(self, fetched: Fetched) -> None:
        """Throw away an archive that came damaged."""
        self._shelf.discard(fetched)

    def _ask_newest(self, session: Session, validator: str) -> Answer:
        """Return the answer to "which commit is the newest?", a refusal that needs a reason too."""
        headers = {"If-None-Match": validator} if validator else {}
        refusals = {HTTPStatus.NOT_FOUND.value, HTTPStatus.CONFLICT.value}
        if self._location.branch:
            refusals |= self._api.forge.unknown_ref
        url = self._api.newest(self._location.branch)
        return session.ask(url, {**self._headers, **headers}, frozenset(refusals))

    def _told_commit(self, session: Session, answer: Answer) -> ToldCommit:
        if answer.status == HTTPStatus.CONFLICT:
            raise self._error(PlaceProblem.EMPTY)
        if answer.status not in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            raise self._missing(session, answer)
        with self._reading(self._api.newest("")):
            commit = told_commit(answer, self._api.forge)
        if commit is None:
            raise self._missing(session, answer)
        return commit

    def _missing(self, session: Session, answer: Answer) -> HandbookUnreadableError:
        """Return why there is no commit: no such branch, no such repository, or nothing in it."""
        asked = self._location.branch
        if not asked:
            found = answer.status == HTTPStatus.OK
            return self._error(PlaceProblem.EMPTY if found else PlaceProblem.UNKNOWN_REPOSITORY)
        repository = session.ask(self._api.repository, self._headers, _ABSENT)
        if repository.status == HTTPStatus.NOT_FOUND:
            return self._error(PlaceProblem.UNKNOWN_REPOSITORY)
        with self._reading(self._api.repository):
            facts = told_repository(repository)
        if is_empty(facts):
            return self._error(PlaceProblem.EMPTY)
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR and self._is_branch(session):
            return self._error(PlaceProblem.HOST_FAULT, str(answer.status))
        return self._error(PlaceProblem.UNKNOWN_BRANCH, asked)

    def _fetch(self, session: Session, commit: ToldCommit, progress: Progress) -> Fetched:
        branch = self._shown_branch(session, commit)
        url = self._api.archive(commit.identity)
        found = self._shelf.download(session, url, {}, progress, commit.identity)
        if found is None:
            raise self._error(PlaceProblem.GARBLED, url.path)
        return Fetched(
            revision=Revision(self._place, commit.identity, commit.made),
            root=found[0],
            folder=self._location.folder,
            hosted=self._hosted(commit.identity, branch, at_tip=bool(branch)),
            validator=commit.validator,
            form=Form.ARCHIVE,
        )

    def _shown_branch(self, session: Session, commit: ToldCommit) -> str:
        """Return the branch that readers are led to, '' for a tag or a commit."""
        asked = self._location.branch
        if not asked:
            answer = session.ask(self._api.repository, self._headers)
            with self._reading(self._api.repository):
                return default_branch(told_repository(answer))
        if len(asked) >= _SHORT_COMMIT and commit.identity.startswith(asked):
            return ""
        return asked if self._is_branch(session) else ""

    def _is_branch(self, session: Session) -> bool:
        """Tell whether what was asked for is a branch; the hosts take tags and commits too."""
        url = self._api.branch(self._location.branch)
        return session.ask(url, self._headers, _ABSENT).status == HTTPStatus.OK

    def _hosted(self, commit: str, branch: str, *, at_tip: bool) -> HostedRevision:
        remote = Remote(self._api.forge.host, self._location.base)
        return HostedRevision(remote, branch, commit, at_tip)

    @contextmanager
    def _reading(self, url: httpx.URL) -> Generator[None]:
        try:
            yield
        except ValueError:
            # Not chained: what such a host sent instead may be anything.
            raise self._error(PlaceProblem.GARBLED, url.path) from None

    def _error(self, problem: PlaceProblem, detail: str = "") -> HandbookUnreadableError:
        return HandbookUnreadableError(self._place, problem, detail)
