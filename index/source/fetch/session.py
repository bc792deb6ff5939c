"""One fetch over HTTP: questions and downloads, within the limits."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Final

import httpx

from index.source.fetch.fetched import Progress
from index.source.fetch.received import Answer, Received
from index.source.fetch.request import Requests
from index.source.fetch.status import refusal
from index.source.limits import FetchLimits
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_MEBIBYTE: Final = 1024 * 1024
_NO_ARCHIVES: Final = frozenset({"text/html", "application/json"})
"""A page to sign in, or an error that calls itself a success."""


class Session:
    """Asks a host and downloads from it; made by a `Door`."""

    def __init__(self, place: str, requests: Requests, limits: FetchLimits) -> None:
        self._place = place
        self._requests = requests
        self._limits = limits

    @property
    def wait(self) -> float:
        """Seconds until the host wants to be asked again; 0 where it does not mind."""
        return self._requests.wait

    def ask(
        self, url: httpx.URL, headers: Mapping[str, str], refusals: frozenset[int] = frozenset()
    ) -> Answer:
        """Return the answer to a question: success, "not modified", or one of `refusals`.

        Raises:
            HandbookUnreadableError: for every other, for one that is too long, or for none.
        """
        with self._requests.opened(url, headers) as response:
            body = self._body(response)
            status = response.status_code
            if status not in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED, *refusals}:
                raise self._refusal(response, body)
            return Answer(status, response.headers, body)

    def status(self, url: httpx.URL) -> int:
        """Return the HTTP status of what is at `url`, whatever it is; nothing of it is read.

        Raises:
            HandbookUnreadableError: for no answer.
        """
        with self._requests.opened(url, {}) as response:
            return response.status_code

    def download(
        self, url: httpx.URL, headers: Mapping[str, str], file: Path, progress: Progress
    ) -> Received | None:
        """Write what is at `url` to a file and its bytes to the disk; None for "not modified".

        Raises:
            HandbookUnreadableError: when it cannot be had whole, or the disk does not take it; a
                part of it may be in the file.
        """
        with self._requests.opened(url, headers) as response:
            if response.status_code == HTTPStatus.NOT_MODIFIED:
                return None
            if response.status_code != HTTPStatus.OK:
                raise self._refusal(response, self._body(response))
            if _media_type(response) in _NO_ARCHIVES:
                raise self._error(PlaceProblem.GARBLED, response.url.path)
            total = _length(response)
            if total is not None and total > self._limits.download_bytes:
                raise self._too_large()
            try:
                digest = self._write(response, file, total, progress)
            except OSError as error:
                raise self._error(PlaceProblem.NOT_KEPT, error.strerror or "") from error
            return Received(response.headers, digest)

    def _write(
        self, response: httpx.Response, file: Path, total: int | None, progress: Progress
    ) -> str:
        digest = hashlib.sha256()
        done = 0
        with file.open("wb") as written:
            for chunk in self._chunks(response):
                done += len(chunk)
                if done > self._limits.download_bytes:
                    raise self._too_large()
                digest.update(chunk)
                written.write(chunk)
                progress(done, total)
            written.flush()
            os.fsync(written.fileno())
        return digest.hexdigest()

    def _body(self, response: httpx.Response) -> bytes:
        body = bytearray()
        for chunk in self._chunks(response):
            body += chunk
            if len(body) > self._limits.answer_bytes:
                raise self._error(PlaceProblem.GARBLED, response.url.path)
        return bytes(body)

    def _chunks(self, response: httpx.Response) -> Iterator[bytes]:
        """Yield a body as it came, not unpacked."""
        with self._requests.telling(begun=True):
            yield from response.iter_raw()

    def _refusal(self, response: httpx.Response, body: bytes) -> HandbookUnreadableError:
        now = datetime.now(UTC)
        return refusal(self._place, response.status_code, response.headers, body, now)

    def _too_large(self) -> HandbookUnreadableError:
        limit = f"{self._limits.download_bytes / _MEBIBYTE:g}"
        return self._error(PlaceProblem.TOO_LARGE, limit)

    def _error(self, problem: PlaceProblem, detail: str) -> HandbookUnreadableError:
        return HandbookUnreadableError(self._place, problem, detail)


def _media_type(response: httpx.Response) -> str:
    kind: str = response.headers.get("content-type", "")
    return kind.partition(";")[0].strip().lower()


def _length(response: httpx.Response) -> int | None:
    """Return how many bytes are announced, None where it is not said."""
    said = response.headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdecimal() else None
