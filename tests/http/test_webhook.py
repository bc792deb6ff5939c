"""A Git host tells of a change, and the bot looks at once; nobody else can make it look."""

import asyncio
import signal
import socket
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from pydantic import SecretStr

from bot.http.webhook import BODY_BYTES, webhook
from tests.http.asking import (
    BETWEEN_SECONDS,
    GITHUB,
    SECRET,
    SIGNATURE,
    SIGNED,
    ask,
    report,
    serving_from,
    tell,
    wait_until,
)
from tests.slack.deliveries import command
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack
from tests.slack.serving import Door, send_command
from tests.source.fetch.fake_host import FakeHost

SIGNING = [
    GITHUB,
    {"X-Gitea-Signature": SIGNATURE},
    {"X-Forgejo-Signature": SIGNATURE},
    {**GITHUB, "X-Hub-Signature": "sha1=0", "X-GitHub-Event": "push"},
    {"X-Gitea-Signature": SIGNATURE, "X-Gogs-Signature": SIGNATURE, "X-Gitea-Event": "push"},
]
RIGHT = [*SIGNING, {"X-Gitlab-Token": SECRET}]
WRONG: list[dict[str, str]] = [
    {},
    {"X-Hub-Signature-256": SIGNATURE},
    {"X-Hub-Signature-256": "sha256="},
    {"X-Hub-Signature-256": f"sha256={SIGNATURE[:-1]}8"},
    {"X-Hub-Signature": f"sha1={SIGNATURE}"},
    {"X-Gitea-Signature": f"sha256={SIGNATURE}"},
    {"X-Forgejo-Signature": ""},
    {"X-Gitlab-Token": ""},
    {"X-Gitlab-Token": SECRET[:-1]},
    {"X-Gitlab-Token": SIGNATURE},
    {"X-GitHub-Event": "ping"},
]
COFFEE = {
    "docs/kaffe.md": "# Kaffemaskinen\n\nKaffemaskinen afkalkes hver fredag af Sekretariatet.\n"
}
FLOOD = 200
QUIET_SECONDS = 1.5
"""Longer than between one look and the next while any is wished for."""


def looks(host: FakeHost) -> int:
    """Return how often the host was asked for the newest revision."""
    return sum(asked.kind == "newest" for asked in host.asked)


def all_looks(host: FakeHost) -> int:
    """Return the same once the host is left alone: wishes may be waiting to be granted."""
    count, since = looks(host), time.monotonic()
    while time.monotonic() < since + QUIET_SECONDS:
        time.sleep(BETWEEN_SECONDS)
        if looks(host) != count:
            count, since = looks(host), time.monotonic()
    return count


def push(host: FakeHost, files: Mapping[str, str | None]) -> str:
    """Commit without telling anybody."""
    return host.commit(files, day="2026-04-01")


def test_change_is_answered_from_long_before_the_next_look(
    host: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """What is pushed answers as soon as the host has told of it, and the log names no secret."""
    with serving_from(host, slack, tmp_path) as door:
        commit = push(host, COFFEE)
        assert tell(door, GITHUB) == 202
        wait_until(lambda: report(door)["revision"] == commit, "the change is not taken")
        send_command(door, command("hvem afkalker kaffemaskinen?", slack.response_url))
        (answered,) = slack.wait_for(RESPONSE_URL)
        assert "hver fredag af Sekretariatet" in str(answered["text"])
        said = door.stop(signal.SIGTERM)
    assert SECRET not in said
    assert SIGNATURE not in said


def test_each_host_signs_in_its_own_way(host: FakeHost, slack: FakeSlack, tmp_path: Path) -> None:
    """Each host's proof is taken, no other is, and what is not signed makes nobody look."""
    file = tmp_path / "secret"
    file.write_text(f"{SECRET}\n")
    settings = {"HANDBOOK_WEBHOOK_SECRET": "", "HANDBOOK_WEBHOOK_SECRET_FILE": str(file)}
    with serving_from(host, slack, tmp_path, settings) as door:
        before = looks(host)
        assert [tell(door, headers) for headers in WRONG] == [401] * len(WRONG)
        of_another_body = [tell(door, headers, f"{SIGNED}!") for headers in SIGNING]
        assert of_another_body == [401] * len(SIGNING)
        assert tell(door, {**GITHUB, "X-GitHub-Event": "ping"}) == 200
        assert ask(door, "/handbook/changed").status_code == 405
        commit = push(host, COFFEE)
        assert tell(door, RIGHT[0]) == 202
        wait_until(lambda: report(door)["revision"] == commit, "the change is not taken")
        assert looks(host) == before + 1
        assert [tell(door, headers) for headers in RIGHT] == [202] * len(RIGHT)


def test_flood_costs_the_host_little_and_answers_nothing_less(
    host: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """Hundreds of webhooks at once are all taken, make few looks, and questions are answered."""
    with serving_from(host, slack, tmp_path) as door:
        before = looks(host)
        address = f"{door.base}/handbook/changed"
        with httpx.Client(trust_env=False) as client, ThreadPoolExecutor(16) as pool:
            sent = pool.map(
                lambda _: client.post(address, content=SIGNED, headers=GITHUB), range(FLOOD)
            )
            assert [answered.status_code for answered in sent] == [202] * FLOOD
        send_command(door, command("hej", slack.response_url))
        slack.wait_for(RESPONSE_URL)
        commit = push(host, COFFEE)
        tell(door, GITHUB)
        wait_until(lambda: report(door)["revision"] == commit, "the last webhook was lost")
        assert all_looks(host) - before < FLOOD / 5


def test_body_that_no_host_sends_is_refused_unread(
    host: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """A body that is announced as too large is refused before it is sent."""
    with serving_from(host, slack, tmp_path) as door:
        lines = ("POST /handbook/changed HTTP/1.1", "Host: x", f"Content-Length: {BODY_BYTES + 1}")
        assert (
            first_line(door, "\r\n".join([*lines, "", ""]).encode())
            == b"HTTP/1.1 413 Request Entity Too Large"
        )
        assert tell(door, {"X-Gitlab-Token": SECRET}, "x" * 3_000_000) == 202


def first_line(door: Door, sent: bytes) -> bytes:
    """Send bytes to the open port, and return the first line of what comes back."""
    address = urlsplit(door.base)
    with socket.create_connection((address.hostname, address.port or 0), timeout=20) as wire:
        wire.sendall(sent)
        return wire.makefile("rb").readline().strip()


def test_body_without_an_announced_length_is_measured() -> None:
    """A body in parts is refused once it is too large; one that breaks off is answered nothing."""
    part = {"type": "http.request", "body": b"x" * 1024 * 1024, "more_body": True}
    assert delivered(iter([part] * 26)) == [413]
    assert delivered(iter([part, {"type": "http.disconnect"}])) == []


def delivered(parts: Iterator[Mapping[str, object]]) -> list[int]:
    """Return what a webhook answers to a request in parts that never has it look."""
    sent: list[int] = []

    def never() -> None:
        raise AssertionError

    async def receive() -> Mapping[str, object]:
        return next(parts)

    async def send(message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            sent.append(message["status"])

    scope = {"headers": [(b"x-gitlab-token", SECRET.encode())]}
    asyncio.run(webhook(SecretStr(SECRET), never)(scope, receive, send))  # type: ignore[arg-type]
    return sent
