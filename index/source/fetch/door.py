"""What a fetch needs to know of a host, however often it goes there."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import httpx

from index.source.fetch.connection import Connections
from index.source.fetch.credential import Credential
from index.source.fetch.reach import Reach
from index.source.fetch.request import Requests
from index.source.fetch.session import Session
from index.source.fetch.watch import Watch
from index.source.limits import FetchLimits
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

USER_AGENT: Final = "handbook-bot"
"""GitHub refuses who does not say what it is:
https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#user-agent
"""

_HEADERS: Final = {
    "User-Agent": USER_AGENT,
    # Nothing is packed on the way: every byte that is counted is one that came.
    "Accept-Encoding": "identity",
}


@dataclass(frozen=True, slots=True)
class Door:
    """How a host is gone to."""

    place: str
    """The handbook's place, for what goes wrong."""
    reach: Reach
    """Where requests may go."""
    credential: Credential
    """The token, and whom it is shown to."""
    limits: FetchLimits
    """What a fetch may take."""

    @contextmanager
    def open(self) -> Generator[Session]:
        """Give a session in which to ask and download.

        Raises:
            HandbookUnreadableError: UNAUTHORISED for a token that no header can hold; CERTIFICATE
                or UNREACHABLE where the environment names no authorities or no proxy.
        """
        if not self.credential.is_sendable:
            # As a host would say if it could be sent.
            raise self._error(PlaceProblem.UNAUTHORISED, str(HTTPStatus.UNAUTHORIZED.value))
        with self._client() as client, Watch(self.limits.fetch_seconds) as watch:
            connections = Connections(self.reach, watch)
            requests = Requests(self.place, client, connections, self.credential, self.limits)
            yield Session(self.place, requests, self.limits)

    def _client(self) -> httpx.Client:
        """Return a client with the proxies and authorities that the environment names."""
        try:
            trusted = httpx.create_ssl_context()
            # Those of this computer too: a house's own authority stands there.
            trusted.load_default_certs()
        except OSError as error:
            raise self._error(PlaceProblem.CERTIFICATE, error.strerror or "") from error
        try:
            return httpx.Client(headers=_HEADERS, verify=trusted)
        except (ValueError, ImportError, httpx.InvalidURL):
            # Not chained: a proxy's address may hold a password.
            raise self._error(PlaceProblem.UNREACHABLE, "proxy") from None

    def _error(self, problem: PlaceProblem, detail: str) -> HandbookUnreadableError:
        return HandbookUnreadableError(self.place, problem, detail)
