"""How often a host wants to be asked, as its answers say it.

GitHub allows 60 requests an hour without a token, and an unchanged handbook counts as one then:
https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
GitLab has the same headers without `X-`:
https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

CHANGE_REQUESTS: Final = 3
"""What a changed handbook costs more than an unchanged one: its branch, and an archive that is sent
on once."""

LONGEST: Final = 3600.0
"""No host's limit reaches further; one that names more may be wrong."""

UNSAID: Final = 60.0
"""What GitHub asks to wait where it names no time."""

_SHORTEST: Final = 1.0
_DIGITS: Final = 15
_EPOCH: Final = 1_000_000_000
"""What is less is no time since 1970 but a number of seconds."""


def pace(headers: Mapping[str, str]) -> float | None:
    """Return the seconds until the next look, so that what is left lasts until the limit ends.

    None where the host says nothing of a limit, 0 where plenty is left.
    """
    remaining, reset = _remaining(headers), _until_reset(headers)
    if remaining is None or reset is None:
        return None
    wait = reset / max(remaining - CHANGE_REQUESTS, 1)
    return wait if wait >= _SHORTEST else 0.0


def is_exhausted(headers: Mapping[str, str]) -> bool:
    """Tell whether a host refuses because it was asked too often."""
    return "retry-after" in headers or _remaining(headers) == 0


def asked_again(headers: Mapping[str, str], now: datetime) -> datetime:
    """Return when a host that refused wants to be asked again, by this computer's clock."""
    seconds = retry_after(headers)
    if seconds is None:
        seconds = _until_reset(headers)
    return now + timedelta(seconds=UNSAID if seconds is None else seconds)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a host asks to wait, None where it does not.

    Source: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
    """
    said = headers.get("retry-after", "")
    seconds: float | None = _number(said)
    if seconds is None:
        moment = read_date(said)
        seconds = None if moment is None else (moment - _clock(headers)).total_seconds()
    return None if seconds is None else _bounded(seconds)


def read_date(header: str) -> datetime | None:
    """Return the time in a header with its zone, None for anything else."""
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _remaining(headers: Mapping[str, str]) -> int | None:
    said = headers.get("x-ratelimit-remaining") or headers.get("ratelimit-remaining", "")
    return _number(said)


def _until_reset(headers: Mapping[str, str]) -> float | None:
    reset = _number(headers.get("x-ratelimit-reset") or headers.get("ratelimit-reset", ""))
    if reset is None:
        return None
    return _bounded(reset if reset < _EPOCH else reset - _clock(headers).timestamp())


def _clock(headers: Mapping[str, str]) -> datetime:
    """Return the host's own time: this computer's clock may be wrong."""
    return read_date(headers.get("date", "")) or datetime.now(UTC)


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= _DIGITS else None


def _bounded(seconds: float) -> float:
    return min(max(float(seconds), 0.0), LONGEST)
