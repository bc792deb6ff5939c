"""What Slack delivers when somebody presses a button or sends a modal.

Shapes: https://docs.slack.dev/reference/interaction-payloads
"""

from collections.abc import Mapping
from typing import Any, Protocol

from bot.slack.rendering.control import Carried

TEAM = "T0"
CHANNEL = "C0QUESTIONS"
DIRECT = "D0ASTRID"
ASTRID = "U0ASTRID"
BO = "U0BO"
ROOT = "1699999999.000001"
ANSWER = "1700000000.000200"
VIEW = "V0OPEN"

Body = dict[str, Any]
"""A payload; its fields are Slack's."""


class Pressing(Protocol):
    """Makes a press of a button below an answer."""

    def __call__(self, control: str, value: Carried | str, response_url: str, /) -> Body:
        """Return its payload."""
        ...


def in_thread(
    control: str,
    value: Carried | str,
    response_url: str,
    *,
    user: str = ASTRID,
    channel: str = CHANNEL,
) -> Body:
    """Return a press below an answer in a thread that Astrid began."""
    message = {
        "type": "message",
        "user": "U0BOT",
        "ts": ANSWER,
        "thread_ts": ROOT,
        "parent_user_id": ASTRID,
        "text": "…",
    }
    container = {
        "type": "message",
        "message_ts": ANSWER,
        "channel_id": channel,
        "is_ephemeral": False,
        "thread_ts": ROOT,
    }
    place = {"container": container, "message": message, "response_url": response_url}
    return _press(control, value, user) | place | {"channel": {"id": channel, "name": "hr"}}


def in_direct_message(control: str, value: Carried | str, response_url: str) -> Body:
    """Return a press below an answer in a direct message, outside of any thread."""
    message = {"type": "message", "user": "U0BOT", "ts": ANSWER, "text": "…"}
    container = {
        "type": "message",
        "message_ts": ANSWER,
        "channel_id": DIRECT,
        "is_ephemeral": False,
    }
    place = {"container": container, "message": message, "response_url": response_url}
    return _press(control, value) | place | {"channel": {"id": DIRECT, "name": "directmessage"}}


def seen_by_one(control: str, value: Carried | str, response_url: str, *, ts: str = ANSWER) -> Body:
    """Return a press below an answer to a slash command: Slack does not tell what it said."""
    container = {
        "type": "message",
        "message_ts": ts,
        "channel_id": CHANNEL,
        "is_ephemeral": True,
    }
    place = {"container": container, "response_url": response_url}
    return _press(control, value) | place | {"channel": {"id": CHANNEL, "name": "hr"}}


def in_modal(control: str, value: Carried | str, opened: Mapping[str, Any], **written: str) -> Body:
    """Return a press in a modal that the bot opened, with what is written in it."""
    return _press(control, value) | {
        "container": {"type": "view", "view_id": VIEW},
        "view": _view(opened, written),
    }


def sent(opened: Mapping[str, Any], *, state: str = "1.first", **written: str) -> Body:
    """Return the sending of a modal that the bot opened, with what is written in it."""
    return {
        "type": "view_submission",
        "team": {"id": TEAM, "domain": "nordvang"},
        "user": {"id": ASTRID, "username": "astrid", "name": "astrid", "team_id": TEAM},
        "api_app_id": "A0",
        "trigger_id": "102.33.2e25",
        "view": {**_view(opened, written), "hash": state},
        "response_urls": [],
    }


def action_of(control: str, number: int | None = None) -> str:
    """Return an `action_id`."""
    return control if number is None else f"{control}:{number}"


def _press(control: str, value: Carried | str, user: str = ASTRID) -> Body:
    name = user.removeprefix("U0").lower()
    return {
        "type": "block_actions",
        "user": {"id": user, "username": name, "name": name, "team_id": TEAM},
        "api_app_id": "A0",
        "token": "x",
        "trigger_id": "102.33.2e25",
        "team": {"id": TEAM, "domain": "nordvang"},
        "enterprise": None,
        "is_enterprise_install": False,
        "actions": [
            {
                "type": "button",
                "block_id": "b1",
                "action_id": control,
                "text": {"type": "plain_text", "text": "…", "emoji": True},
                "value": value if isinstance(value, str) else value.value(),
                "action_ts": "1767326130.289415",
            }
        ],
    }


def _view(opened: Mapping[str, Any], written: Mapping[str, str]) -> Body:
    """Return an open modal as Slack sends it back, its fields as they are, or as written now."""
    values = {}
    for block in opened["blocks"]:
        if block["type"] == "input":
            name, element = block["block_id"], block["element"]
            values[name] = {element["action_id"]: _field(element, written.get(name))}
    return {
        "id": VIEW,
        "team_id": TEAM,
        "type": "modal",
        "callback_id": opened.get("callback_id", ""),
        "private_metadata": opened.get("private_metadata", ""),
        "blocks": opened["blocks"],
        "state": {"values": values},
        "hash": "1.first",
    }


def _field(element: Mapping[str, Any], written: str | None) -> Body:
    if element["type"] == "radio_buttons":
        options = {option["value"]: option for option in element["options"]}
        return {"type": "radio_buttons", "selected_option": options.get(written or "")}
    value = element.get("initial_value") if written is None else written
    return {"type": element["type"], "value": value}
