"""An archive at an address of its own."""

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

import httpx
from pydantic import SecretStr

from index.source.fetch.credential import Credential
from index.source.fetch.door import Door
from index.source.fetch.fetched import Fetched, Form, Looked, Progress
from index.source.fetch.kept_archive import Shelf
from index.source.fetch.newest import Newest
from index.source.fetch.rate_limit import read_date
from index.source.fetch.reach import companions_of, reach_of
from index.source.fetch.received import Received
from index.source.limits import FETCH_LIMITS, FetchLimits
from index.source.location import ArchiveLocation, shown
from index.source.revision import Revision
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


class ArchiveOrigin:
    """Fetches an archive where it has changed; an `Origin`."""

    def __init__(
        self,
        location: ArchiveLocation,
        token: SecretStr,
        folder: Path,
        *,
        hosts: tuple[str, ...] = (),
        limits: FetchLimits = FETCH_LIMITS,
    ) -> None:
        self._location = location
        query = location.query.get_secret_value()
        self._url = httpx.URL(f"{location.url}?{query}" if query else location.url)
        self._shelf = Shelf(folder, shown(location))
        self._door = Door(
            self._shelf.place,
            reach_of((self._url,), hosts, companions_of(self._url.host)),
            Credential(self._url, "Bearer", token),
            limits,
        )
        self._newest = Newest()

    def kept(self) -> Fetched | None:
        """Return the last good archive, None where it is not whole."""
        record = self._shelf.kept()
        if record is None:
            return None
        return self._fetched(
            record.revision, self._shelf.archive(record.identity), record.validator
        )

    def look(self, known: Fetched | None, progress: Progress) -> Looked:
        """Download the archive unless it is the one that is known.

        Raises:
            HandbookUnreadableError: when it cannot be had; what was kept stays.
        """
        with self._door.open() as session:
            headers = _condition(self._newest.validator(known))
            found = self._shelf.download(session, self._url, headers, progress)
            fetched = self._newest.unchanged(known)
            if found is not None:
                fetched = self._found(known, *found)
                self._newest.see(fetched, _validator(found[1].headers))
            if fetched is None:
                status = str(HTTPStatus.NOT_MODIFIED.value)
                raise HandbookUnreadableError(self._shelf.place, PlaceProblem.GARBLED, status)
            return Looked(fetched, session.wait)

    def keep(self, fetched: Fetched) -> None:
        """Make an archive the last good one, and remove older ones.

        Raises:
            HandbookUnreadableError: NOT_KEPT.
        """
        self._shelf.keep(fetched)

    def discard(self, fetched: Fetched) -> None:
        """Throw away an archive that came damaged."""
        self._shelf.discard(fetched)

    def _found(self, known: Fetched | None, archive: Path, received: Received) -> Fetched:
        same = self._newest.same(known, received.sha256)
        made = read_date(received.headers.get("last-modified", ""))
        revision = Revision(self._shelf.place, received.sha256, made)
        return same or self._fetched(revision, archive, _validator(received.headers))

    def _fetched(self, revision: Revision, archive: Path, validator: str) -> Fetched:
        return Fetched(
            revision,
            archive,
            folder=self._location.folder,
            validator=validator,
            form=Form.ARCHIVE,
        )


def _validator(headers: Mapping[str, str]) -> str:
    """Return the ETag, else the date, of what was sent; '' for neither."""
    return headers.get("etag") or headers.get("last-modified", "")


def _condition(validator: str) -> dict[str, str]:
    """Return the header that asks for what has changed since; an ETag ends with a quote.

    Source: https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests
    """
    if not validator:
        return {}
    name = "If-None-Match" if validator.endswith('"') else "If-Modified-Since"
    return {name: validator}
