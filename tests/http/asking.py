"""Asking the open port of a bot that answers from a handbook on a Git host."""

import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

import httpx

from tests.slack.fake_slack import FakeSlack
from tests.slack.serving import LISTENING, Door, serving
from tests.source.fetch.fake_host import FakeHost

PATIENCE_SECONDS = 20.0
BETWEEN_SECONDS = 0.05
SECRET = "It's a Secret to Everybody"  # noqa: S105 - GitHub's example, with the signature below
SIGNED = "Hello, World!"
SIGNATURE = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
"""https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries"""
GITHUB = {"X-Hub-Signature-256": f"sha256={SIGNATURE}"}


@contextmanager
def serving_from(
    host: FakeHost,
    slack: FakeSlack,
    folder: Path,
    settings: Mapping[str, str] = MappingProxyType({}),
    until: re.Pattern[str] = LISTENING,
) -> Iterator[Door]:
    """Serve the host's handbook, which is looked at once an hour if nobody tells of a change."""
    env = {
        "HANDBOOK_CONTENT": "https://github.com/os2/handbook",
        "HANDBOOK_API_URL": host.url,
        "HANDBOOK_CACHE": str(folder / "cache"),
        "HANDBOOK_POLL_SECONDS": "3600",
        "HANDBOOK_WEBHOOK_SECRET": SECRET,
        **settings,
    }
    with serving(folder, slack.api_url, env, until) as door:
        yield door


def ask(door: Door, path: str, method: str = "GET", **request: Any) -> httpx.Response:  # noqa: ANN401 - httpx's own
    """Ask at a path of the open port."""
    # Nothing here is encrypted; to prepare for it takes longer than a whole request.
    with httpx.Client(trust_env=False, verify=False, timeout=PATIENCE_SECONDS) as client:  # noqa: S501 - as said
        return client.request(method, door.base + path, **request)


def report(door: Door) -> Any:  # noqa: ANN401 - JSON
    """Return what the bot says of its only handbook."""
    (handbook,) = ask(door, "/health").json()["handbooks"]
    return handbook


def wait_until(holds: Callable[[], object], what: str) -> None:
    """Ask again and again until it holds."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(BETWEEN_SECONDS)


def tell(door: Door, headers: dict[str, str], body: str = SIGNED) -> int:
    """Tell the bot of a change as a Git host does, and return the status that it answers."""
    answered = ask(door, "/handbook/changed", "POST", content=body, headers=headers)
    assert answered.content == b""
    return answered.status_code
