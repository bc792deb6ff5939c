"""What a host lets whom see, and how often."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from index.source.fetch.fetched import unheard
from index.source.unreadable import PlaceProblem
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.looking import Look, at_each, at_github, files

KINDS = ("github", "gitlab", "gitea")
each_kind = pytest.mark.parametrize("kind", KINDS)


@each_kind
def test_private(host: FakeHost, tmp_path: Path, kind: str) -> None:
    """A private repository needs its token: none is "unknown", a wrong one "unauthorised"."""
    host.repository().token = "hemmelig-7"  # noqa: S105 - made up
    where = at_each(host, tmp_path)[kind]
    where.refused(PlaceProblem.UNKNOWN_REPOSITORY)
    wrong = replace(where, token="forkert-8").refused(  # noqa: S106 - made up
        PlaceProblem.UNAUTHORISED, "401"
    )
    assert "forkert" not in f"{wrong!r} {wrong} {wrong.__cause__!r} {wrong.__context__!r}"
    fetched = replace(where, token="hemmelig-7\n").first()  # noqa: S106 - made up
    assert files(fetched)["docs/a.md"] == "# A\n"


def test_token_in_the_address(host: FakeHost, tmp_path: Path) -> None:
    """A token that stands in the address is used, and shown nowhere."""
    host.repository().token = "hemmelig-7"  # noqa: S105 - made up
    address = host.page().replace("://", "://x:hemmelig-7@")
    fetched = Look(f"github+{address}", tmp_path).first()
    assert fetched.revision.place == host.page()
    assert "hemmelig" not in repr(fetched)
    assert all("hemmelig" not in asked.target for asked in host.asked)


@pytest.mark.parametrize("token", ["linje\nto", "nøgle"])
def test_token_that_no_header_can_hold(host: FakeHost, tmp_path: Path, token: str) -> None:
    """A token with other characters than a header takes is refused, and not quoted."""
    where = replace(at_github(host, tmp_path), token=token)
    error = where.refused(PlaceProblem.UNAUTHORISED, "401")
    assert token not in f"{error!r} {error.__context__!r}"
    assert host.asked == []


def test_says_who_it_is(host: FakeHost, tmp_path: Path) -> None:
    """Every request names the bot, since GitHub refuses who does not."""
    at_github(host, tmp_path).first()
    assert {asked.headers["user-agent"] for asked in host.asked} == {"handbook-bot"}


def test_paced_by_the_host(host: FakeHost, tmp_path: Path) -> None:
    """Of 60 requests an hour as many are left at its end as a change costs, or more."""
    host.allowance = 60
    origin = at_github(host, tmp_path).origin()
    looked = origin.look(None, unheard)
    seconds = 0.0
    while seconds + looked.wait < 3500:
        assert looked.wait > 50
        seconds += looked.wait
        host.limit_seconds = int(3600 - seconds)
        looked = origin.look(looked.fetched, unheard)
    assert 3 <= host.allowance < 10


def test_not_paced_where_plenty_is_left(host: FakeHost, tmp_path: Path) -> None:
    """With a token's 5,000 requests an hour, or where nothing is said, there is no wait."""
    assert at_github(host, tmp_path).origin().look(None, unheard).wait == 0
    host.allowance = 5000
    assert at_github(host, tmp_path).origin().look(None, unheard).wait == 0


def test_rate_limited(host: FakeHost, tmp_path: Path) -> None:
    """A host that has been asked too often says from when on it answers."""
    host.allowance = 0
    host.limit_seconds = 600
    error = at_github(host, tmp_path).refused(PlaceProblem.RATE_LIMITED)
    assert error.again is not None
    assert error.detail == f"{error.again:%H:%M}"
    left = (error.again - datetime.now(error.again.tzinfo)).total_seconds()
    assert 570 < left < 610
