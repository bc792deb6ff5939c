"""What goes wrong on the way to a host and back, to what keeps the handbook from being fetched."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from index.source.fetch.watch import Watch
from index.source.limits import FetchLimits
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


@contextmanager
def telling(place: str, watch: Watch, limits: FetchLimits, *, begun: bool) -> Iterator[None]:
    """Turn what httpx raises into a problem of `place`; `begun` once its answer has begun.

    Nothing is chained: an error of httpx holds its request, and with it the token.

    Raises:
        HandbookUnreadableError: UNREACHABLE, SLOW, CUT_OFF, CERTIFICATE, GARBLED.
    """
    try:
        yield
        late = watch.is_over
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        late = watch.is_over
        if not late:
            problem, detail = _problem(error, begun=begun, silent=limits.silent_seconds)
            raise HandbookUnreadableError(place, problem, detail) from None
    if late:
        seconds = f"{limits.fetch_seconds:g}"
        raise HandbookUnreadableError(place, PlaceProblem.SLOW, seconds) from None


def _problem(error: Exception, *, begun: bool, silent: float) -> tuple[PlaceProblem, str]:
    match error:
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            return PlaceProblem.UNREACHABLE, "timed out"
        case httpx.TimeoutException():
            return PlaceProblem.SLOW, f"{silent:g}"
        case httpx.ConnectError():
            return _not_connected(error)
        case _ if begun:
            return PlaceProblem.CUT_OFF, ""
        case httpx.RemoteProtocolError() if "disconnected" not in str(error):
            return PlaceProblem.GARBLED, "HTTP"
        case _:
            return PlaceProblem.UNREACHABLE, _reason(error)


def _not_connected(error: Exception) -> tuple[PlaceProblem, str]:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return PlaceProblem.CERTIFICATE, cause.verify_message
        if isinstance(cause, ssl.SSLError):
            return PlaceProblem.CERTIFICATE, cause.reason or "TLS"
        cause = cause.__cause__ or cause.__context__
    return PlaceProblem.UNREACHABLE, _reason(error)


def _reason(error: Exception) -> str:
    """Return the system's reason, else the kind of error: httpx's own text may quote headers."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror
        cause = cause.__cause__ or cause.__context__
    return type(error).__name__
