"""Requests to the hosts that are configured, and to where those send on, if that is one too.

httpx itself follows nothing, so that every request is one that was decided here.
"""

from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

import httpx

from index.source.fetch.connection import Connections, InsideError
from index.source.fetch.credential import Credential
from index.source.fetch.failure import telling
from index.source.fetch.rate_limit import pace
from index.source.limits import FetchLimits
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_SENT_ON: Final = frozenset(
    {
        HTTPStatus.MOVED_PERMANENTLY,
        HTTPStatus.FOUND,
        HTTPStatus.SEE_OTHER,
        HTTPStatus.TEMPORARY_REDIRECT,
        HTTPStatus.PERMANENT_REDIRECT,
    }
)
_DROPPED: Final = (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)
"""Connections that end before an answer begins: the next may hold, so there is one more try."""


@dataclass(slots=True)
class Requests:
    """The requests of one fetch."""

    place: str
    """The handbook's place, for what goes wrong."""
    client: httpx.Client
    """Sends them."""
    connections: Connections
    """The connections that they go over."""
    credential: Credential
    """The token, and whom it is shown to."""
    limits: FetchLimits
    """What they may take."""
    wait: float = field(default=0.0, init=False)
    """Seconds until the host wants to be asked again, by the last answer that says so."""

    @contextmanager
    def opened(self, url: httpx.URL, headers: Mapping[str, str]) -> Generator[httpx.Response]:
        """Give the response that does not send on, its body not read yet.

        Raises:
            HandbookUnreadableError: for no answer, or one that leads nowhere or where it may not.
        """
        response = self._send(url, headers)
        try:
            for _ in range(self.limits.redirects):
                if response.status_code not in _SENT_ON:
                    break
                response.close()
                response = self._send(self._target(response), headers)
            if response.status_code in _SENT_ON:
                raise self._redirected(response.url)
            yield response
        finally:
            response.close()

    def telling(self, *, begun: bool) -> AbstractContextManager[None]:
        """Turn what httpx raises into a problem of the place; `begun` for an answer's body."""
        return telling(self.place, self.connections.watch, self.limits, begun=begun)

    def _target(self, response: httpx.Response) -> httpx.URL:
        """Return where a response sends on to."""
        location = response.headers.get("location", "")
        if not location:
            raise HandbookUnreadableError(self.place, PlaceProblem.GARBLED, response.url.path)
        with self.telling(begun=False):
            target = response.url.join(location).copy_with(userinfo=b"", fragment=None)
        if not self.connections.reach.permits(target, response.url):
            raise self._redirected(target)
        return target

    def _send(self, url: httpx.URL, headers: Mapping[str, str]) -> httpx.Response:
        left = self.connections.watch.left
        request = self.client.build_request(
            "GET",
            url,
            headers={**headers, **self.credential.headers(url)},
            timeout=httpx.Timeout(
                min(self.limits.silent_seconds, left),
                connect=min(self.limits.connect_seconds, left),
            ),
            extensions={"trace": self.connections.trace(url)},
        )
        try:
            with self.telling(begun=False):
                try:
                    response = self.client.send(request, stream=True)
                except _DROPPED:
                    response = self.client.send(request, stream=True)
        except InsideError:
            raise self._redirected(url) from None
        wait = pace(response.headers)
        self.wait = self.wait if wait is None else wait
        return response

    def _redirected(self, url: httpx.URL) -> HandbookUnreadableError:
        server = url.netloc.decode("ascii")
        return HandbookUnreadableError(self.place, PlaceProblem.REDIRECTED, server)
