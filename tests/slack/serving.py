"""`handbook serve` as a process of its own, and what Slack sends to its door."""

import re
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlencode

import httpx
from slack_sdk.signature import SignatureVerifier

from tests.slack.deliveries import Body
from tests.terminal.command import running

SIGNING_SECRET = "a signing secret of nobody"  # noqa: S105 - made up
STOP_SECONDS = 10
OPEN = re.compile(r"[Pp]ort (\d+)")
"""What the log says when the port is open, before anything has been read."""
LISTENING = re.compile(r"(?:at|på) /slack/events$|Socket Mode$")
"""What it says when questions are taken."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where a running bot listens."""

    base: str
    """The address of the open port; empty where none is open."""
    process: subprocess.Popen[str]
    """The bot."""
    reader: threading.Thread
    """Reads its log: a log that nobody reads would hold it up."""
    said: list[str]
    """What its log said so far."""

    @property
    def url(self) -> str:
        """The address that Slack is given."""
        return f"{self.base}/slack/events"

    def stop(self, number: int) -> str:
        """End it by a signal, hold it to end soon and well, and return all that its log said."""
        self.process.send_signal(number)
        assert self.process.wait(STOP_SECONDS) == 0
        self.reader.join(STOP_SECONDS)
        return "".join(self.said)


@contextmanager
def serving(
    folder: Path,
    api_url: str,
    env: Mapping[str, str] = MappingProxyType({}),
    until: re.Pattern[str] = LISTENING,
) -> Iterator[Door]:
    """Serve the example handbook over HTTP on a free port; `until` is the line waited for."""
    settings = {
        "SLACK_BOT_TOKEN": "xoxb-fake",
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": api_url,
        "HANDBOOK_HOST": "127.0.0.1",
        "HANDBOOK_PORT": "0",
        **env,
    }
    with running(folder, "serve", env=settings) as process:
        assert process.stderr is not None
        said: list[str] = []
        base = ""
        for line in process.stderr:
            said.append(line)
            if found := OPEN.search(line):
                base = f"http://127.0.0.1:{found[1]}"
            if until.search(line):
                reader = threading.Thread(target=said.extend, args=(process.stderr,), daemon=True)
                reader.start()
                yield Door(base, process, reader, said)
                return
    raise AssertionError("".join(said))


def signed(body: str, *, secret: str = SIGNING_SECRET, age: int = 0) -> dict[str, str]:
    """Return the headers by which Slack proves that a body is its own."""
    timestamp = str(int(time.time()) - age)
    signature = SignatureVerifier(secret).generate_signature(timestamp=timestamp, body=body)
    assert signature is not None
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature}


def send(url: str, body: str | bytes, kind: str, headers: dict[str, str]) -> httpx.Response:
    """Post a body as Slack does."""
    raw = body.encode() if isinstance(body, str) else body
    content_type = {"Content-Type": f"application/{kind}"}
    with httpx.Client(trust_env=False, timeout=30) as client:
        return client.post(url, content=raw, headers={**headers, **content_type})


def send_command(door: Door, body: Body, **signing: int | str) -> httpx.Response:
    """Send a slash command as Slack does; `signing` says what is wrong with its signature."""
    text = urlencode(body)
    headers = signed(text, **signing)  # type: ignore[arg-type] # secret is a str, age an int
    return send(door.url, text, "x-www-form-urlencoded", headers)
