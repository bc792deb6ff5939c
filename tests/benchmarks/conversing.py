"""How long a question takes in Slack, from its event to the answer that is posted.

    python -m tests.benchmarks.conversing

The bot is `handbook serve` in a process of its own, with its usual store; Slack is a fake in this
process, which answers at once: its share is what one call on loopback takes. Every question comes
to a channel of its own, since Slack takes a message a second in each, and no more come than the
workspace may have in a minute. Whoever asks has asked before: for a new person Slack is asked who
they are, which is its share again.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.slack.deliveries import delivery
from tests.slack.fake_slack import FakeSlack, fake_slack
from tests.slack.serving import Door, serving

ASKERS = 40
QUESTIONS = ("hvem godkender fakturaer?", "hvordan søger jeg ferie?", "hvem kontakter jeg om it?")
ALONE = 150
TOGETHER = (10, 50, 100)
PAUSE = 61.0
"""Seconds after which the workspace's minute is over."""


def event(number: int, name: str) -> dict[str, object]:
    """Return a mention in a channel that had none yet."""
    return {
        "type": "app_mention",
        "user": f"U0ASKER{number % ASKERS}",
        "text": f"<@U0BOT> {QUESTIONS[number % len(QUESTIONS)]}",
        "ts": f"{1_700_000_000 + number}.000100",
        "channel": f"C0{name}{number}",
    }


def ask(slack: FakeSlack, door: Door, name: str, numbers: Iterable[int]) -> dict[str, float]:
    """Deliver these at once, wait for the answers, and return when each channel had its event."""
    sent: dict[str, float] = {}
    waiting = []
    before = len(slack.sent("chat.postMessage"))
    for number in numbers:
        asked = event(number, name)
        sent[str(asked["channel"])] = time.monotonic()
        body = delivery(asked, f"Ev{name}{number}")
        waiting.append(slack.deliver_to(door.url, "events_api", body))
    for each in waiting:
        each.result(30)
    slack.wait_for("chat.postMessage", before + len(sent))
    return sent


def milliseconds(slack: FakeSlack, sent: dict[str, float]) -> list[float]:
    """Return how long each answer took."""
    arrived = {
        str(call.payload["channel"]): call.at
        for call in slack.calls
        if call.method == "chat.postMessage"
    }
    return sorted(1000 * (arrived[channel] - at) for channel, at in sent.items())


def report(name: str, took: list[float]) -> None:
    """Print a row."""
    p99 = took[min(len(took) - 1, int(len(took) * 0.99))]
    sys.stdout.write(
        f"{name:28} {len(took):4} questions  p50 {statistics.median(took):7.1f} ms"
        f"  p99 {p99:7.1f} ms  max {took[-1]:7.1f} ms\n"
    )
    sys.stdout.flush()


def main() -> None:
    """Measure one after the other, then many at once."""
    with tempfile.TemporaryDirectory() as folder, fake_slack() as slack:
        env = {"HANDBOOK_CACHE": f"{folder}/cache"}
        with serving(Path(folder), slack.api_url, env=env) as door:
            for number in range(ASKERS):
                ask(slack, door, "KNOWN", [number])
            alone: dict[str, float] = {}
            for number in range(ALONE):
                alone |= ask(slack, door, "ALONE", [number])
            report("one after the other", milliseconds(slack, alone))
            for count in TOGETHER:
                time.sleep(PAUSE)
                together = ask(slack, door, f"AT{count}X", range(count))
                report(f"{count} at once", milliseconds(slack, together))


if __name__ == "__main__":
    main()
