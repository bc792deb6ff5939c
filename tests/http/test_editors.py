"""The editors' channel: one message for a bad revision, one when it is mended, none for a blip."""

import json
import signal
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.http.asking import GITHUB, report, serving_from, tell, wait_until
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import refuses
from tests.slack.serving import Door
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import Status

CHANNEL = "C0EDITORS"
SETTINGS = {"HANDBOOK_EDITORS_CHANNEL": CHANNEL}
NAMES = ("ferie", "faktura", "kaffe", "parkering", "nøgler", "kontakter")
PAGES: Mapping[str, str | None] = {
    f"docs/{name}.md": f"# {name.title()}\n\nHer står det, som er værd at vide om {name}.\n"
    for name in NAMES
}
POST = "chat.postMessage"


@pytest.fixture
def handbook(host: FakeHost) -> FakeHost:
    """A host with a handbook of some pages."""
    host.commit(PAGES, day="2026-03-02")
    return host


def take_away(host: FakeHost, day: str = "2026-03-03") -> str:
    """Commit a revision from which most is gone."""
    return host.commit(dict.fromkeys(PAGES), day=day)


def put_back(host: FakeHost) -> str:
    """Commit a revision in which all of it is back."""
    return host.commit(PAGES, day="2026-03-04")


def told(slack: FakeSlack) -> list[str]:
    """Return what the editors were told."""
    assert all(posted["channel"] == CHANNEL for posted in slack.sent(POST))
    return [str(posted["text"]) for posted in slack.sent(POST)]


def trouble(door: Door) -> str | None:
    """Return what the bot says is wrong."""
    found = report(door)["trouble"]
    return str(found["problem"]) if found else None


def test_bad_revision_and_its_end_are_each_told_once(
    handbook: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """A revision that is not used is told with the reason and what answers; its end is told too."""
    good = handbook.repository().branches["main"]
    with serving_from(handbook, slack, tmp_path, SETTINGS) as door:
        bad = take_away(handbook)
        tell(door, GITHUB)
        slack.wait_for(POST)
        (said,) = told(slack)
        first, why, meanwhile = said.splitlines()
        assert f"({bad[:7]})" in first
        assert "2/8" in why
        assert f"(revision {good[:7]})" in meanwhile
        mended = put_back(handbook)
        tell(door, GITHUB)
        slack.wait_for(POST, 2)
        well, now = told(slack)[1].splitlines()
        assert well == "Håndbogen https://github.com/os2/handbook er i orden igen."
        assert f"(revision {mended[:7]})" in now
        door.stop(signal.SIGTERM)
    assert len(told(slack)) == 2


def test_restart_tells_nothing_twice(handbook: FakeHost, slack: FakeSlack, tmp_path: Path) -> None:
    """A bot that is started anew does not repeat a trouble, and tells its end."""
    with serving_from(handbook, slack, tmp_path, SETTINGS) as door:
        take_away(handbook)
        tell(door, GITHUB)
        slack.wait_for(POST)
        door.process.kill()
    with serving_from(handbook, slack, tmp_path, SETTINGS) as door:
        wait_until(lambda: trouble(door) == "mostly-gone", "the trouble is forgotten")
        put_back(handbook)
        tell(door, GITHUB)
        slack.wait_for(POST, 2)
        door.stop(signal.SIGTERM)
    assert [" er i orden igen." in said for said in told(slack)] == [False, True]


def test_blip_is_not_told(handbook: FakeHost, slack: FakeSlack, tmp_path: Path) -> None:
    """A host that is away for a moment is nobody's news, neither that nor its end."""
    with serving_from(handbook, slack, tmp_path, SETTINGS) as door:
        handbook.fault = Status(code=502)
        tell(door, GITHUB)
        wait_until(lambda: trouble(door) == "host-fault", "the host is not seen to be away")
        handbook.fault = None
        tell(door, GITHUB)
        wait_until(lambda: trouble(door) is None, "the host is not seen to be back")
        take_away(handbook)
        tell(door, GITHUB)
        slack.wait_for(POST)
        door.stop(signal.SIGTERM)
    (said,) = told(slack)
    assert "2/8" in said


def test_blip_while_a_bad_revision_is_not_used(
    handbook: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """Once a host is back the trouble is again that of its revision, which is told no more."""
    with serving_from(handbook, slack, tmp_path, SETTINGS) as door:
        take_away(handbook)
        tell(door, GITHUB)
        slack.wait_for(POST)
        handbook.fault = Status(code=502)
        tell(door, GITHUB)
        wait_until(lambda: trouble(door) == "host-fault", "the host is not seen to be away")
        handbook.fault = None
        tell(door, GITHUB)
        wait_until(lambda: trouble(door) == "mostly-gone", "the host is away for ever")
        put_back(handbook)
        tell(door, GITHUB)
        slack.wait_for(POST, 2)
        door.stop(signal.SIGTERM)
    assert [" er i orden igen." in said for said in told(slack)] == [False, True]


def test_host_that_stays_away_is_told_after_an_hour(
    handbook: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """A trouble that waiting should have mended is told once it has lasted for an hour."""
    with serving_from(handbook, slack, tmp_path, SETTINGS) as door:
        handbook.fault = Status(code=502)
        tell(door, GITHUB)
        wait_until(lambda: trouble(door) == "host-fault", "the host is not seen to be away")
        door.stop(signal.SIGTERM)
    assert told(slack) == []
    long_ago(tmp_path)
    with serving_from(handbook, slack, tmp_path, SETTINGS) as door:
        slack.wait_for(POST)
        door.stop(signal.SIGTERM)
    (said,) = told(slack)
    assert "kan ikke opdateres" in said
    assert "502" in said


def long_ago(folder: Path) -> None:
    """Let the trouble have begun an hour ago, as far as anything remembers."""
    begun = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    (status,) = (folder / "cache").glob("*/status.json")
    looks = json.loads(status.read_text())
    looks["looks"][0]["trouble"]["since"] = begun
    status.write_text(json.dumps(looks))
    for remembered in (folder / "cache").glob("*/told.json"):
        remembered.unlink()


def test_channel_that_does_not_take_it_is_one_line_in_the_log(
    handbook: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """A channel that the bot may not post to is named in one line, and is not tried for ever."""
    slack.answer(POST, *[refuses("not_in_channel")] * 5)
    with serving_from(handbook, slack, tmp_path, SETTINGS) as door:
        take_away(handbook)
        tell(door, GITHUB)
        slack.wait_for(POST)
        put_back(handbook)
        tell(door, GITHUB)
        slack.wait_for(POST, 2)
        said = door.stop(signal.SIGTERM)
    first = next(line for line in said.splitlines() if "not_in_channel" in line)
    assert CHANNEL in first
    assert len(told(slack)) == 2
