"""The Slack app's manifest: what Slack is told of the bot, and what the bot asks to be told.

Format: https://docs.slack.dev/reference/app-manifest
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from bot.problem import ProblemError
from bot.slack.events import EVENTS_PATH
from bot.slack.surfaces import look_up_view, search_view
from bot.slack.surfaces.prompts import prompts_of
from bot.slack.tokens import SCOPES
from bot.wording.catalogue import Words

EVENTS: Final = (
    "app_home_opened",
    "app_mention",
    "link_shared",
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
)
"""What the bot is told of: https://docs.slack.dev/reference/events"""

DOMAINS: Final = 5
"""As many domains may be unfolded: https://docs.slack.dev/messaging/unfurling-links-in-messages"""

BACKGROUND: Final = "#1f3b57"
"""Behind the app's name."""

_DOMAIN: Final = re.compile(r"(?![.-])[-a-z0-9.]+\.[-a-z0-9]*[a-z][-a-z0-9]*[a-z0-9]")
"""A domain as Slack takes it (slackapi/manifest-schema); a computer's own name or number is none
that could be told of."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What the settings and the handbook say of the app."""

    command: str
    """Name of the slash command."""
    sites: Sequence[str]
    """Addresses of the handbooks' sites; empty ones are passed over."""
    prompts: Sequence[str]
    """Questions that the handbook suggests."""
    address: str = ""
    """Where Slack sends what happens; empty for Socket Mode, which needs no address."""
    agent: bool = True
    """Whether it has Slack's agent view."""


def manifest(declared: Declared, words: Words) -> dict[str, Any]:
    """Return the manifest, described in the language of `words`."""
    socket = not declared.address
    address = {} if socket else {"request_url": declared.address}
    menus = {} if socket else {"message_menu_options_url": declared.address}
    return {
        "display_information": {
            "name": words.say("manifest-name"),
            "description": words.say("manifest-description"),
            "long_description": words.say("manifest-about", command=declared.command),
            "background_color": BACKGROUND,
        },
        "features": _features(declared, words),
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**address, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **address, **menus},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket,
            "token_rotation_enabled": False,
        },
    }


def events_address(given: str) -> str:
    """Return where Slack sends what happens to a bot that is reached at `given`.

    Raises:
        ProblemError: when Slack could not reach it.
    """
    parts = urlsplit(given.strip())
    if parts.scheme != "https" or not parts.hostname:
        raise ProblemError("manifest-address", given=given)
    path = parts.path.rstrip("/") or EVENTS_PATH
    return f"https://{parts.netloc}{path}"


def domains(sites: Iterable[str]) -> list[str]:
    """Return the domains whose links are unfolded, as many as Slack takes."""
    found = (urlsplit(site).hostname or "" for site in sites)
    return list(dict.fromkeys(name for name in found if _DOMAIN.fullmatch(name)))[:DOMAINS]


def _features(declared: Declared, words: Words) -> Mapping[str, Any]:
    features: dict[str, Any] = {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": words.say("manifest-bot"), "always_online": True},
        "shortcuts": [
            {
                "name": words.say("manifest-global"),
                "type": "global",
                "callback_id": search_view.SHORTCUT,
                "description": words.say("manifest-global-what"),
            },
            {
                "name": words.say("manifest-message"),
                "type": "message",
                "callback_id": look_up_view.SHORTCUT,
                "description": words.say("manifest-message-what"),
            },
        ],
        "slash_commands": [_command(declared, words)],
    }
    if declared.agent:
        agent: dict[str, Any] = {"agent_description": words.say("manifest-agent")}
        if prompts := prompts_of(declared.prompts):
            agent["suggested_prompts"] = prompts
        features["agent_view"] = agent
    if found := domains(declared.sites):
        features["unfurl_domains"] = found
    return features


def _command(declared: Declared, words: Words) -> Mapping[str, Any]:
    url = {"url": declared.address} if declared.address else {}
    return {
        "command": declared.command,
        **url,
        "description": words.say("manifest-command"),
        "usage_hint": words.say("manifest-usage"),
        "should_escape": False,
    }
