"""The app's manifest: Slack takes it, and it asks for what the bot uses and no more."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.manifest import Declared, domains, manifest
from bot.slack.surfaces.prompts import prompts_of
from bot.slack.tokens import SCOPES
from bot.wording.catalogue import words_in
from index.search.language import Language
from tests.slack.any_markdown import TYPED
from tests.slack.schema import REPOSITORY, shape_problems
from tests.terminal.command import run
from tests.wording.code import literals

MANIFEST = REPOSITORY / "manifest.json"
SOURCES = REPOSITORY / "bot" / "slack"

EVENT_SCOPES: Mapping[str, str | None] = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "link_shared": "links:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
}
"""https://docs.slack.dev/reference/events: the scope that each event needs, None for none."""

CALL_SCOPES: Mapping[str, str] = {
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "chat.unfurl": "links:write",
    "users.info": "users:read",
    "chat.postMessage": "chat:write",
    "@app.command(": "commands",
}
"""https://docs.slack.dev/reference/methods: what the bot calls or takes, and its scope."""

TAKEN = ("@app.command(",)
"""What is no method of Slack's: it is taken from there."""

UNTYPED = "assistant:write"
"""A scope that @slack/web-api's list left out: https://docs.slack.dev/reference/scopes/"""

DECLARED = Declared(
    "/handbook", ("https://handbook.example/docs/",), ("Hvem godkender fakturaer?",)
)
OVER_HTTP = Declared("/haandbog", (), (), "https://bot.example/slack/events", agent=False)


def code() -> str:
    """Return what the bot's side of Slack is written in."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(SOURCES.rglob("*.py")))


def called() -> set[str]:
    """Return what the bot's side of Slack calls, by the names that stand in its code."""
    lines = code()
    named = {text for where, text in literals() if where.startswith("bot/slack/")}
    return {
        call for call in CALL_SCOPES if call in named or f".{call.replace('.', '_')}(" in lines
    } | {call for call in TAKEN if call in lines}


@pytest.fixture(scope="module")
def checked_in() -> dict[str, Any]:
    """The manifest that lies beside the README."""
    return dict(json.loads(MANIFEST.read_text(encoding="utf-8")))


def test_checked_in_manifest_is_the_printed_one(tmp_path: Path) -> None:
    """The file that people copy is what the command prints with no setting at all."""
    done = run(tmp_path, "manifest")
    assert (done.code, done.out) == (0, MANIFEST.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("declared", [DECLARED, OVER_HTTP])
def test_manifest_fits_slacks_types(declared: Declared, language: Language) -> None:
    """Every key and every value is one that Slack knows."""
    written = manifest(declared, words_in(language))
    assert UNTYPED in _scopes(written)
    scopes = [scope for scope in _scopes(written) if scope != UNTYPED]
    typed = {**written, "oauth_config": {"scopes": {"bot": scopes}}}
    assert shape_problems("manifest", typed) == ()


def test_every_event_has_its_scope(checked_in: dict[str, Any]) -> None:
    """A subscription without its scope is refused by Slack."""
    events = checked_in["settings"]["event_subscriptions"]["bot_events"]
    assert {EVENT_SCOPES[event] for event in events} - {None} <= set(_scopes(checked_in))


def test_every_scope_is_used(checked_in: dict[str, Any]) -> None:
    """Each scope is that of a subscribed event or of something that the code calls."""
    events = checked_in["settings"]["event_subscriptions"]["bot_events"]
    used = {CALL_SCOPES[call] for call in called()}
    wanted = ({EVENT_SCOPES[event] for event in events} | used) - {None}
    assert set(_scopes(checked_in)) == wanted


def test_the_bot_expects_these_scopes(checked_in: dict[str, Any]) -> None:
    """What the bot holds a token to is what the manifest asks for, each once."""
    assert sorted(SCOPES) == sorted(_scopes(checked_in))


def test_every_subscribed_event_has_a_listener(checked_in: dict[str, Any]) -> None:
    """Nothing is subscribed to that the bot does not take."""
    for event in checked_in["settings"]["event_subscriptions"]["bot_events"]:
        assert f'@app.event("{event.split(".")[0]}")' in code()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("declared", [DECLARED, OVER_HTTP])
def test_texts_keep_to_slacks_lengths(declared: Declared, language: Language) -> None:
    """Slack refuses names and descriptions that are too long, or too short (rows 39 and 43)."""
    written = manifest(declared, words_in(language))
    display, features = written["display_information"], written["features"]
    assert len(display["name"]) <= 35
    assert len(display["description"]) <= 140
    assert 175 <= len(display["long_description"]) <= 4000
    assert re.fullmatch(r"[a-z0-9._-]{1,80}", features["bot_user"]["display_name"])
    (command,) = features["slash_commands"]
    assert len(command["description"]) <= 2000
    assert len(command["usage_hint"]) <= 1000
    for shortcut in features["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
    agent = features.get("agent_view", {"agent_description": ""})
    assert len(agent["agent_description"]) <= 300


def test_people_may_write_to_the_bot(checked_in: dict[str, Any]) -> None:
    """Direct messages are open, or nobody could ask in private; the Home tab is there."""
    home = checked_in["features"]["app_home"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]
    assert home["home_tab_enabled"]


def test_no_address_is_needed_in_socket_mode(tmp_path: Path) -> None:
    """The manifest for Socket Mode holds no address of a server, the one for HTTP all of them."""
    assert "request_url" not in MANIFEST.read_text(encoding="utf-8")
    done = run(tmp_path, "manifest", "--http", "https://bot.example")
    written = json.loads(done.out)
    assert not written["settings"]["socket_mode_enabled"]
    assert done.out.count('"https://bot.example/slack/events"') == 4


@pytest.mark.parametrize("given", ["http://bot.example", "bot.example", "https://", "javascript:x"])
def test_an_address_that_slack_cannot_reach(tmp_path: Path, given: str) -> None:
    """What is no https address is refused in one sentence that names it."""
    done = run(tmp_path, "manifest", "--http", given)
    assert (done.code, done.out) == (2, "")
    assert given in done.err


def test_settings_name_command_and_domains(tmp_path: Path) -> None:
    """The command's name, the site's domain and the agent view are the settings'."""
    env = {
        "HANDBOOK_COMMAND": "/haandbog",
        "HANDBOOK_SITE_URL": "https://Intranet.example:8443/haandbog",
        "SLACK_AGENT_VIEW": "false",
    }
    features = json.loads(run(tmp_path, "manifest", env=env).out)["features"]
    assert features["slash_commands"][0]["command"] == "/haandbog"
    assert features["unfurl_domains"] == ["intranet.example"]
    assert "agent_view" not in features


def test_domains_that_slack_takes() -> None:
    """Each domain once, at most five, and none that only this computer has."""
    named = [f"https://site{number}.example/a" for number in range(7)]
    sites = ["", "http://127.0.0.1:4590", "http://localhost/", "https://[::1]/", *named, *named]
    assert domains(sites) == [f"site{number}.example" for number in range(5)]


@given(prompts=st.lists(TYPED, max_size=8))
def test_any_questions_are_suggested(prompts: list[str]) -> None:
    """Whatever a page suggests: at most four, each once, none without words."""
    made = prompts_of(prompts)
    assert len(made) <= 4
    assert len({one["message"] for one in made}) == len(made)
    assert all(one["message"].strip() and 0 < len(one["title"]) <= 75 for one in made)


def _scopes(written: dict[str, Any]) -> list[str]:
    return list(written["oauth_config"]["scopes"]["bot"])
