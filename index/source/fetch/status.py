"""A host's refusal, as its HTTP status says it, to what keeps the handbook from being fetched."""

from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Final

from index.source.fetch.rate_limit import asked_again, is_exhausted
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_GONE: Final = frozenset(
    {HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS}
)
_ASKED_TOO_OFTEN: Final = b"rate limit"
"""GitHub's second limit may say it in the text alone:
https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
"""


def refusal(
    place: str, status: int, headers: Mapping[str, str], text: bytes, now: datetime
) -> HandbookUnreadableError:
    """Return what a status other than success means, at the time `now` with its zone."""
    code = str(status)
    match status:
        case HTTPStatus.TOO_MANY_REQUESTS:
            return _rate_limited(place, headers, now)
        case HTTPStatus.FORBIDDEN if is_exhausted(headers) or _ASKED_TOO_OFTEN in text.lower():
            return _rate_limited(place, headers, now)
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
            return HandbookUnreadableError(place, PlaceProblem.UNAUTHORISED, code)
        case HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            # The word of a proxy in between, not of the host.
            return HandbookUnreadableError(place, PlaceProblem.UNREACHABLE, code)
        case _ if status in _GONE:
            return HandbookUnreadableError(place, PlaceProblem.UNKNOWN_REPOSITORY)
        case _:
            again = asked_again(headers, now) if "retry-after" in headers else None
            return HandbookUnreadableError(place, PlaceProblem.HOST_FAULT, code, again=again)


def _rate_limited(place: str, headers: Mapping[str, str], now: datetime) -> HandbookUnreadableError:
    again = asked_again(headers, now)
    detail = f"{again:%H:%M}"
    return HandbookUnreadableError(place, PlaceProblem.RATE_LIMITED, detail, again=again)
