"""The app's manifest: Slack takes it, and it asks for what the bot uses and no more."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.settings.handbook import HandbookSettings
from bot.slack.tokens import SCOPES
from tests.slack.schema import REPOSITORY, shape_problems

MANIFEST = REPOSITORY / "manifest.json"
SOURCES = REPOSITORY / "bot" / "slack"

EVENT_SCOPES: Mapping[str, str] = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.mpim": "mpim:history",
    "link_shared": "links:read",
    "team_join": "users:read",
    "reaction_added": "reactions:read",
}
"""https://docs.slack.dev/reference/events: the scope that each event needs."""

CALL_SCOPES: Mapping[str, str] = {
    "chat_postMessage": "chat:write",
    "app.command": "commands",
}
"""https://docs.slack.dev/reference/methods: what the bot calls or takes, and its scope."""


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    """The manifest as Slack gets it."""
    return dict(json.loads(MANIFEST.read_text(encoding="utf-8")))


@pytest.mark.usefixtures("slack_types")
def test_manifest_fits_slacks_types(manifest: dict[str, Any]) -> None:
    """Every key and every value is one that Slack knows."""
    assert shape_problems("manifest", manifest) == ()


def test_every_event_has_its_scope(manifest: dict[str, Any]) -> None:
    """A subscription without its scope is refused by Slack."""
    scopes = set(manifest["oauth_config"]["scopes"]["bot"])
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    assert {EVENT_SCOPES[event] for event in events} <= scopes


def test_every_scope_is_used(manifest: dict[str, Any]) -> None:
    """Each scope is that of a subscribed event or of something that the code calls."""
    events = manifest["settings"]["event_subscriptions"]["bot_events"]
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(SOURCES.rglob("*.py")))
    used = {scope for call, scope in CALL_SCOPES.items() if call in code}
    wanted = {EVENT_SCOPES[event] for event in events} | used
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == wanted


def test_the_bot_expects_these_scopes(manifest: dict[str, Any]) -> None:
    """What the bot holds a token to is what the manifest asks for."""
    assert sorted(SCOPES) == sorted(manifest["oauth_config"]["scopes"]["bot"])


def test_every_subscribed_event_has_a_listener(manifest: dict[str, Any]) -> None:
    """Nothing is subscribed to that the bot does not take."""
    code = (SOURCES / "listeners.py").read_text(encoding="utf-8")
    for event in manifest["settings"]["event_subscriptions"]["bot_events"]:
        assert f'@app.event("{event.split(".")[0]}")' in code


def test_command_is_the_one_that_the_bot_takes(
    manifest: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The app declares the command that the bot listens to unless it is told another."""
    monkeypatch.chdir(tmp_path)
    (command,) = manifest["features"]["slash_commands"]
    assert command["command"] == HandbookSettings().command


def test_texts_keep_to_slacks_lengths(manifest: dict[str, Any]) -> None:
    """Slack refuses names and descriptions that are too long, or too short (row 43)."""
    display = manifest["display_information"]
    assert len(display["name"]) <= 35
    assert len(display["description"]) <= 140
    assert 175 <= len(display["long_description"]) <= 4000
    assert len(manifest["features"]["bot_user"]["display_name"]) <= 80
    (command,) = manifest["features"]["slash_commands"]
    assert 2 <= len(command["command"]) <= 32
    assert len(command["usage_hint"]) <= 1000


def test_people_may_write_to_the_bot(manifest: dict[str, Any]) -> None:
    """Direct messages are open, or nobody could ask in private."""
    home = manifest["features"]["app_home"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]


def test_no_address_is_needed_in_socket_mode(manifest: dict[str, Any]) -> None:
    """The manifest is for Socket Mode: it holds no address of a server."""
    assert manifest["settings"]["socket_mode_enabled"]
    assert "request_url" not in MANIFEST.read_text(encoding="utf-8")
