"""What Slack delivers."""

from collections.abc import Mapping
from typing import Any

from pydantic import SecretStr

from bot.settings.slack import SlackSettings

CHANNEL = "C0QUESTIONS"
DIRECT = "D0ASTRID"
ASTRID = "U0ASTRID"
BOT = "U0BOT"
TS = "1700000000.000100"
THREAD = "1699999999.000001"

Body = dict[str, Any]
"""An envelope's payload; its fields are Slack's."""


def delivery(event: Mapping[str, object], event_id: str = "Ev1") -> Body:
    """Wrap an event as Slack delivers it."""
    return {
        "type": "event_callback",
        "team_id": "T0",
        "api_app_id": "A0",
        "event_id": event_id,
        "event_time": 1700000000,
        "authorizations": [{"team_id": "T0", "user_id": BOT, "is_bot": True}],
        "event": dict(event),
    }


def mention(text: str, **fields: object) -> dict[str, object]:
    """Return the event of somebody who names the bot in a channel."""
    return {
        "type": "app_mention",
        "user": ASTRID,
        "text": f"<@{BOT}> {text}",
        "ts": TS,
        "channel": CHANNEL,
        **fields,
    }


def direct(text: str, **fields: object) -> dict[str, object]:
    """Return the event of somebody who writes to the bot alone."""
    return {
        "type": "message",
        "channel_type": "im",
        "user": ASTRID,
        "text": text,
        "ts": TS,
        "channel": DIRECT,
        **fields,
    }


def talk(text: str, **fields: object) -> dict[str, object]:
    """Return the event of somebody who writes in a channel."""
    return direct(text, **{"channel": CHANNEL, "channel_type": "channel", **fields})


def change(
    now: Mapping[str, object], before: Mapping[str, object], **fields: object
) -> dict[str, object]:
    """Return the event of a message that changed, with what each of the two says."""
    there = {"type": "message", "user": ASTRID, "ts": TS}
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "channel": CHANNEL,
        "channel_type": "channel",
        "ts": "1700000020.000200",
        "message": {**there, **now},
        "previous_message": {**there, **before},
        **fields,
    }


def command(text: str, response_url: str, name: str = "/handbook") -> Body:
    """Return what a slash command delivers."""
    return {
        "command": name,
        "text": text,
        "user_id": ASTRID,
        "channel_id": CHANNEL,
        "team_id": "T0",
        "api_app_id": "A0",
        "response_url": response_url,
        "trigger_id": "1.2.abc",
        "is_enterprise_install": "false",
    }


def slack_settings(api_url: str) -> SlackSettings:
    """Return settings that no environment has a say in."""
    return SlackSettings.model_construct(
        bot_token=SecretStr("xoxb-fake"),
        app_token=SecretStr("xapp-fake"),
        signing_secret=SecretStr(""),
        api_url=api_url,
    )
