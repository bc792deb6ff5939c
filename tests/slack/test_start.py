"""`handbook serve` at a Slack that refuses it or is away: one sentence, exit code 2."""

import signal
from pathlib import Path

from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import fails, nobody_there, refuses
from tests.slack.serving import serving
from tests.terminal.command import Done, run, running
from tests.terminal.pages import PAY, write

START_SECONDS = 20
TOKENS = {"SLACK_BOT_TOKEN": "xoxb-secret", "SLACK_APP_TOKEN": "xapp-secret"}


def serve(folder: Path, api_url: str) -> Done:
    """Serve a small handbook to a Slack."""
    write(folder / "good", pay=PAY)
    arguments = ("serve", "--content", "good")
    env = {"SLACK_API_URL": api_url, **TOKENS}
    return run(folder, *arguments, seconds=START_SECONDS, env=env)


def last_line(done: Done) -> str:
    """Return the sentence that it ended with; above it there are lines of the log, no traceback."""
    assert done.code == 2
    assert "Traceback" not in done.err
    assert "secret" not in done.err
    return done.err.splitlines()[-1]


def test_refused_bot_token(slack: FakeSlack, tmp_path: Path) -> None:
    """A bot token that Slack refuses is named, with Slack's reason."""
    slack.answer("auth.test", refuses("token_revoked"))
    sentence = last_line(serve(tmp_path, slack.api_url))
    assert "SLACK_BOT_TOKEN" in sentence
    assert "token_revoked" in sentence


def test_refused_app_token(slack: FakeSlack, tmp_path: Path) -> None:
    """An app token that Slack refuses is named, with Slack's reason."""
    slack.answer("apps.connections.open", *[refuses("invalid_auth")] * 20)
    sentence = last_line(serve(tmp_path, slack.api_url))
    assert "SLACK_APP_TOKEN" in sentence
    assert "invalid_auth" in sentence


def test_no_network(tmp_path: Path) -> None:
    """A Slack that cannot be reached is named by its address."""
    with nobody_there() as address:
        sentence = last_line(serve(tmp_path, f"{address}/api/"))
    assert address in sentence


def test_signal_ends_a_bot_that_cannot_connect(slack: FakeSlack, tmp_path: Path) -> None:
    """While the socket is not to be had, a signal still ends the bot at once."""
    slack.answer("apps.connections.open", *[fails(503)] * 100)
    write(tmp_path / "good", pay=PAY)
    settings = {"SLACK_API_URL": slack.api_url, **TOKENS}
    with running(tmp_path, "serve", "--content", "good", env=settings) as process:
        slack.wait_for("apps.connections.open")
        process.send_signal(signal.SIGINT)
        process.wait(timeout=10)


def test_start_says_only_what_matters(slack: FakeSlack, tmp_path: Path) -> None:
    """A good start over HTTP is four lines: signed in, the port, the handbook, and listening."""
    own_cache = {"HANDBOOK_CACHE": str(tmp_path / "cache")}
    with serving(tmp_path, slack.api_url, env=own_cache) as door:
        said = door.stop(signal.SIGTERM).splitlines()
    assert [line.split(" ", 3)[2] for line in said] == ["INFO"] * 5
    assert "Nordvang" in said[0]
    assert "/health, /health/live, /metrics, /slack/events" in said[1]
    assert "content" in said[2]
    assert said[3].endswith("/slack/events")


def test_slack_that_is_down(slack: FakeSlack, tmp_path: Path) -> None:
    """A Slack that answers nonsense is one sentence, and not a fault of the program."""
    slack.answer("auth.test", fails(502, content_type="text/plain"))
    sentence = last_line(serve(tmp_path, slack.api_url))
    assert "reference" not in sentence
    assert "None" not in sentence
