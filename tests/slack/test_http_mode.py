"""`handbook serve` over HTTP: signed requests are answered, all others are turned away."""

import json
import signal
import socket
from pathlib import Path

import pytest

from tests.slack.deliveries import TS, command, delivery, mention
from tests.slack.fake_slack import LOOPBACK, RESPONSE_URL, FakeSlack, fake_slack
from tests.slack.serving import Door, send, send_command, serving, signed

QUESTION = "hvem godkender fakturaer?"
GARBAGE = ("", "{", "[]", "null", '{"type": "event_callback"}', "a=1&a=2", "payload={")
HEADING = "Hvem godkender fakturaer?"


def test_http_mode_from_start_to_end(slack: FakeSlack, tmp_path: Path) -> None:
    """A bot over HTTP proves its address, answers what is signed, refuses the rest, and stops."""
    with serving(tmp_path, slack.api_url) as door:
        proves_its_address(door)
        answers_a_command(door, slack)
        answers_a_mention_once(door, slack)
        refuses_what_is_not_slacks(door, slack)
        bears_garbage(door)
        said = door.stop(signal.SIGTERM)
    assert "Traceback" not in said
    assert "fakturaer" not in said.lower()
    assert "xoxb" not in said


def proves_its_address(door: Door) -> None:
    """Slack's question whether the address is ours is answered with the word it sent."""
    body = json.dumps({"type": "url_verification", "challenge": "a word", "token": "x"})
    answered = send(door.url, body, "json", signed(body))
    assert answered.status_code == 200
    assert "a word" in answered.text


def answers_a_command(door: Door, slack: FakeSlack) -> None:
    """A signed command is acknowledged with nothing, and answered privately."""
    answered = send_command(door, command(QUESTION, slack.response_url))
    assert (answered.status_code, answered.text) == (200, "")
    (message,) = slack.wait_for(RESPONSE_URL)
    assert message["response_type"] == "ephemeral"
    assert HEADING in str(message["text"])


def answers_a_mention_once(door: Door, slack: FakeSlack) -> None:
    """An event that comes again, as Slack sends it after a slow answer, is answered once."""
    body = json.dumps(delivery(mention(QUESTION)))
    again = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    assert send(door.url, body, "json", signed(body)).status_code == 200
    assert send(door.url, body, "json", {**signed(body), **again}).status_code == 200
    other = json.dumps(delivery(mention(QUESTION, ts="1700000009.1"), "Ev2"))
    send(door.url, other, "json", signed(other))
    threads = [posted["thread_ts"] for posted in slack.wait_for("chat.postMessage", 2)]
    assert threads == [TS, "1700000009.1"]


def refuses_what_is_not_slacks(door: Door, slack: FakeSlack) -> None:
    """A wrong secret, an old signature and none at all get 401, and nothing is answered."""
    before = len(slack.sent(RESPONSE_URL))
    body = command(QUESTION, slack.response_url)
    assert send_command(door, body, secret="another").status_code == 401  # noqa: S106 - made up
    assert send_command(door, body, age=3600).status_code == 401
    assert send(door.url, json.dumps(delivery(mention("x"))), "json", {}).status_code == 401
    assert len(slack.sent(RESPONSE_URL)) == before


def bears_garbage(door: Door) -> None:
    """What makes no sense, signed or not, is turned away: anybody can send it."""
    for body in GARBAGE:
        for kind in ("json", "x-www-form-urlencoded"):
            assert 400 <= send(door.url, body, kind, {}).status_code < 500
            assert 400 <= send(door.url, body, kind, signed(body)).status_code < 500
    assert 400 <= send(door.url, b"\xff\xfe", "json", {}).status_code < 500
    assert send(door.url + "/other", "{}", "json", signed("{}")).status_code == 404
    body = json.dumps({"type": "url_verification", "challenge": "still here"})
    assert "still here" in send(door.url, body, "json", signed(body)).text


def test_busy_port_is_one_sentence(tmp_path: Path) -> None:
    """A port that another program has is one sentence with the port's number."""
    with fake_slack() as slack, socket.create_server((LOOPBACK, 0)) as taken:
        port = str(taken.getsockname()[1])
        with (
            pytest.raises(AssertionError, match=f"{port} (on|på) 127.0.0.1"),
            serving(tmp_path, slack.api_url, env={"HANDBOOK_PORT": port}),
        ):
            pass
