"""`handbook doctor` at a Slack: whether the tokens are taken, and may do what the bot does."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from aiohttp import web

from bot.slack.tokens import SCOPES
from tests.slack.fake_slack import Answering, FakeSlack, Regular, fake_slack
from tests.slack.faults import fails, is_garbled, is_nonsense, nobody_there, refuses
from tests.terminal.doctor import Told, doctor
from tests.terminal.pages import PAY, write

SECRET: Final = "hemmelig"  # noqa: S105 - made up
BOT: Final = {"SLACK_BOT_TOKEN": f"xoxb-{SECRET}"}
SOCKET: Final = {**BOT, "SLACK_APP_TOKEN": f"xapp-{SECRET}"}
HTTP: Final = {**BOT, "SLACK_SIGNING_SECRET": SECRET}
SIGNED_IN: Final = ("ok", "doctor-slack-signed-in")
TAKEN: Final = [SIGNED_IN, ("ok", "doctor-slack-scopes"), ("ok", "doctor-slack-socket")]


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """A Slack of our own."""
    with fake_slack() as running:
        yield running


def with_scopes(*scopes: str) -> Answering:
    """Sign in, and tell of these scopes as Slack does."""

    async def answer(_request: web.Request, regular: Regular) -> web.StreamResponse:
        said = regular()
        said.headers["X-OAuth-Scopes"] = ",".join(scopes)
        return said

    return answer


def at(folder: Path, api_url: str, tokens: Mapping[str, str] = SOCKET) -> Told:
    """Let the doctor look at a Slack, and hold it to tell no token."""
    write(folder / "good", pay=PAY)
    told = doctor(folder, "--content", "good", env={"SLACK_API_URL": api_url, **tokens})
    assert SECRET not in told.text
    return told


def test_all_scopes(slack: FakeSlack, tmp_path: Path) -> None:
    """Tokens that may do all are well; who signs in is told, and nothing is posted."""
    slack.answer("auth.test", with_scopes("users:read", *SCOPES))
    told = at(tmp_path, slack.api_url)
    assert told.of("slack") == TAKEN
    assert told.one("doctor-slack-signed-in")["facts"] == {"bot": "handbook", "team": "Nordvang"}
    assert [call.method for call in slack.calls] == ["auth.test", "apps.connections.open"]
    assert told.code == 0


def test_missing_scopes(slack: FakeSlack, tmp_path: Path) -> None:
    """Scopes that are missing are named, and only these."""
    granted = [scope for scope in SCOPES if scope not in {"app_mentions:read", "im:history"}]
    slack.answer("auth.test", with_scopes(*granted))
    told = at(tmp_path, slack.api_url)
    missing = told.one("doctor-slack-scopes-missing")
    assert missing["level"] == "wrong"
    assert missing["facts"] == {"missing": "app_mentions:read, im:history"}


def test_scopes_that_are_not_told(slack: FakeSlack, tmp_path: Path) -> None:
    """A Slack that tells no scopes is worth a warning and no more."""
    told = at(tmp_path, slack.api_url)
    assert told.of("slack")[1] == ("warning", "doctor-slack-scopes-untold")
    assert told.code == 0


def test_http(slack: FakeSlack, tmp_path: Path) -> None:
    """With a signing secret no connection is opened."""
    slack.answer("auth.test", with_scopes(*SCOPES))
    told = at(tmp_path, slack.api_url, HTTP)
    assert told.of("slack") == [*TAKEN[:2], ("ok", "doctor-slack-http")]
    assert [call.method for call in slack.calls] == ["auth.test"]


def test_refused_tokens(slack: FakeSlack, tmp_path: Path) -> None:
    """Each token that Slack refuses is named with Slack's reason."""
    slack.answer("auth.test", refuses("token_revoked"))
    slack.answer("apps.connections.open", refuses("invalid_auth"))
    told = at(tmp_path, slack.api_url)
    assert told.of("slack") == [("wrong", "token-refused")] * 2
    facts = [one["facts"] for one in told.checks if one["subject"] == "slack"]
    assert facts == [
        {"name": "SLACK_BOT_TOKEN", "reason": "token_revoked"},
        {"name": "SLACK_APP_TOKEN", "reason": "invalid_auth"},
    ]


@pytest.mark.parametrize("answering", [fails(502), is_garbled(), is_nonsense()])
def test_slack_that_answers_nonsense(
    slack: FakeSlack, tmp_path: Path, answering: Answering
) -> None:
    """What is no answer of Slack is a finding, and no fault of the program."""
    slack.answer("auth.test", *[answering] * 3)
    assert at(tmp_path, slack.api_url).of("slack")[0] == ("wrong", "slack-unwell")


def test_slack_that_is_away(tmp_path: Path) -> None:
    """A Slack that cannot be reached is named by its address."""
    with nobody_there() as address:
        told = at(tmp_path, f"{address}/api/")
    assert told.of("slack")[0] == ("wrong", "slack-away")
    assert told.code == 1


@pytest.mark.parametrize(
    ("tokens", "sentence"),
    [
        ({"SLACK_APP_TOKEN": SOCKET["SLACK_APP_TOKEN"]}, "token-missing"),
        (BOT, "token-missing"),
        ({"SLACK_BOT_TOKEN": f"xoxp-{SECRET}"}, "token-mistaken"),
    ],
)
def test_tokens_that_are_not_right(
    slack: FakeSlack, tmp_path: Path, tokens: Mapping[str, str], sentence: str
) -> None:
    """A token that is missing or of another kind is told before Slack is asked."""
    told = at(tmp_path, slack.api_url, tokens)
    assert told.of("slack") == [("wrong", sentence)]
    assert slack.calls == []
