"""A thousand questions at once, and a bot that is told to end in the middle of them."""

import signal
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from tests.slack.deliveries import delivery
from tests.slack.fake_slack import FakeSlack
from tests.slack.serving import serving

PEOPLE: Final = 200
CHANNELS: Final = 20
QUESTIONS: Final = (
    ("hvem godkender fakturaer?", "faktura"),
    ("hvordan søger jeg ferie?", "ferie"),
    ("hvem kontakter jeg om it?", "it"),
    ("hvordan melder jeg mig syg?", "syg"),
    ("hvor finder jeg skabelonen til et referat?", "skabelon"),
)
"""What everybody asks one after the other in a thread of their own, with a word of each answer."""

END_SECONDS: Final = 20.0
"""So long a bot may take to end: the grace that `docker-compose.yml` gives it."""

ALL_SECONDS: Final = 420.0
"""At Slack's pace, 300 messages a minute, a thousand take 200 seconds; and the bot starts twice."""


@pytest.mark.long
def test_a_burst_is_answered_once_and_in_order_over_a_restart(
    slack: FakeSlack, tmp_path: Path
) -> None:
    """Of 1,000 questions in 20 channels none is lost and none answered twice, each thread in order.

    The bot is told to end when a part of them is answered, ends in time, and the next one goes on.
    """
    remembered = {
        "HANDBOOK_STORE": f"sqlite:///{tmp_path}/store.db",
        "HANDBOOK_CACHE": str(tmp_path / "cache"),
    }
    with serving(tmp_path, slack.api_url, env=remembered) as door:
        deliveries = [
            slack.deliver_to(door.url, "events_api", delivery(event, f"Ev{number}"))
            for number, event in enumerate(_events())
        ]
        receipts = [each.result(60) for each in deliveries]
        assert all(receipt.said is not None for receipt in receipts)
        _wait_for(slack, 100)
        begun = time.monotonic()
        door.process.send_signal(signal.SIGTERM)
        assert door.process.wait(END_SECONDS) == 0, time.monotonic() - begun
    assert len(_answers(slack)) < len(deliveries)
    with serving(tmp_path, slack.api_url, env=remembered):
        _wait_for(slack, len(deliveries))
        time.sleep(5.0)  # what came twice would come now
    answers = _answers(slack)
    assert Counter(map(_thread, answers)) == Counter(map(_thread, _events()))
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for answer in answers:
        said[_thread(answer)].append(str(answer["text"]).lower())
    for texts in said.values():
        assert all(word in text for (_, word), text in zip(QUESTIONS, texts, strict=True))


def _events() -> list[dict[str, Any]]:
    """Return a thousand mentions: each person asks all questions in a thread of their own."""
    return [
        {
            "type": "app_mention",
            "user": f"U0PERSON{person:03}",
            "text": f"<@U0BOT> {text}",
            "ts": f"1700000{number}{person:03}.000100",
            "thread_ts": f"1600000{person:04}.000100",
            "channel": f"C0CHANNEL{person % CHANNELS:02}",
        }
        for number, (text, _) in enumerate(QUESTIONS)
        for person in range(PEOPLE)
    ]


def _thread(message: Mapping[str, Any]) -> tuple[str, str]:
    return str(message["channel"]), str(message["thread_ts"])


def _answers(slack: FakeSlack) -> list[Mapping[str, object]]:
    return slack.sent("chat.postMessage")


def _wait_for(slack: FakeSlack, answers: int) -> None:
    end = time.monotonic() + ALL_SECONDS
    while len(_answers(slack)) < answers:
        assert time.monotonic() < end, f"{len(_answers(slack))} of {answers} answered"
        time.sleep(0.5)
