"""What hosts say of how often they want to be asked."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.source.fetch.rate_limit import LONGEST, asked_again, is_exhausted, pace, retry_after

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLOCK = {"date": format_datetime(NOW, usegmt=True)}
IN_AN_HOUR = str(int(NOW.timestamp()) + 3600)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"x-ratelimit-remaining": "59"}, None),
        ({"x-ratelimit-remaining": "many", "x-ratelimit-reset": IN_AN_HOUR}, None),
        ({"x-ratelimit-remaining": "63", "x-ratelimit-reset": IN_AN_HOUR}, 60),
        ({"ratelimit-remaining": "63", "ratelimit-reset": IN_AN_HOUR}, 60),
        ({"ratelimit-remaining": "63", "ratelimit-reset": "60"}, 1),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": IN_AN_HOUR}, 3600),
        ({"x-ratelimit-remaining": "5000", "x-ratelimit-reset": IN_AN_HOUR}, 0),
        ({"x-ratelimit-remaining": "5", "x-ratelimit-reset": "1700000000"}, 0),
        ({"x-ratelimit-remaining": "1", "x-ratelimit-reset": "9" * 12}, LONGEST),
    ],
)
def test_pace(headers: dict[str, str], seconds: float | None) -> None:
    """What is left lasts until the limit ends; who says nothing is not heard to say anything."""
    assert pace({**CLOCK, **headers}) == seconds


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        (format_datetime(NOW + timedelta(minutes=5), usegmt=True), 300),
        (format_datetime(NOW - timedelta(minutes=5), usegmt=True), 0),
        ("999999999", LONGEST),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after(said: str, seconds: float | None) -> None:
    """A number of seconds or a time, by the host's own clock, is how long to wait."""
    assert retry_after({**CLOCK, "retry-after": said}) == seconds


def test_a_minute_where_nothing_is_said() -> None:
    """A refusal that names no time holds for a minute."""
    assert asked_again({}, NOW) == NOW + timedelta(minutes=1)


@given(st.dictionaries(st.sampled_from(["date", "retry-after", "x-ratelimit-reset"]), st.text()))
def test_any_headers(headers: dict[str, str]) -> None:
    """Whatever headers say, the wait is between nothing and an hour."""
    assert timedelta(0) <= asked_again(headers, NOW) - NOW <= timedelta(seconds=LONGEST)
    assert is_exhausted(headers) is ("retry-after" in headers)
