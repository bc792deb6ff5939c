"""Two bots with one store: whatever reaches either, or both, is answered once."""

import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.slack.deliveries import delivery, mention
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import puts_off
from tests.slack.serving import serving
from tests.store.conftest import database, served
from tests.store.databases import Database

__all__ = ["database", "served"]

QUESTIONS = 12
TAKEN_OVER_SECONDS = 60.0


def test_what_reaches_both_is_answered_once(
    slack: FakeSlack, database: Database, tmp_path: Path
) -> None:
    """Each question comes to both at the same moment, and one of them answers."""
    env = {"HANDBOOK_STORE": database.url}
    asked = [mention("hvem godkender fakturaer?", channel=f"C0{n}") for n in range(QUESTIONS)]
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with (
        serving(tmp_path / "one", slack.api_url, env=env) as one,
        serving(tmp_path / "two", slack.api_url, env=env) as two,
    ):
        receipts = [
            slack.deliver_to(bot.url, "events_api", delivery(event, f"Ev{number}"))
            for number, event in enumerate(asked)
            for bot in (one, two)
        ]
        assert all(receipt.result(30).said is not None for receipt in receipts)
        slack.wait_for("chat.postMessage", QUESTIONS)
        one.stop(signal.SIGTERM)
        two.stop(signal.SIGTERM)
    channels = Counter(str(sent["channel"]) for sent in slack.sent("chat.postMessage"))
    assert channels == Counter(str(event["channel"]) for event in asked)


@pytest.mark.long
def test_what_a_killed_bot_had_begun_is_answered_by_the_next(
    slack: FakeSlack, database: Database, tmp_path: Path
) -> None:
    """A bot that is killed while a question waits leaves it to one that starts after it."""
    env = {"HANDBOOK_STORE": database.url}
    slack.answer("chat.postMessage", puts_off(600))
    with serving(tmp_path, slack.api_url, env=env) as door:
        event = delivery(mention("hvem godkender fakturaer?"))
        assert slack.deliver_to(door.url, "events_api", event).result(30).said is not None
        slack.wait_for("chat.postMessage", 1)
        door.process.kill()
        door.process.wait()
    with serving(tmp_path, slack.api_url, env=env):
        begun = time.monotonic()
        while len(slack.sent("chat.postMessage")) < 2:
            assert time.monotonic() < begun + TAKEN_OVER_SECONDS
            time.sleep(0.1)
