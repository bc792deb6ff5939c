"""What Slack, or what stands in front of it, said instead of ok: as one word."""

import json
from typing import Any

from slack_sdk.errors import SlackApiError

BLOCKS_REFUSED = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})
"""Slack's words for a message whose blocks it does not take; its text may still go through."""


def refused_reason(error: SlackApiError) -> str:
    """Return Slack's word for its refusal; a proxy in front of Slack has only a status."""
    response: Any = error.response
    status = getattr(response, "status_code", getattr(response, "status", "?"))
    return slacks_word(error) or f"HTTP {status}"


def slacks_word(error: SlackApiError) -> str | None:
    """Return Slack's word for its refusal, None where something else answered."""
    data = getattr(error.response, "data", None)
    word = data.get("error") if isinstance(data, dict) else None
    return str(word) if word else None


def webhook_reason(status: int, body: str) -> str | None:
    """Return why a `response_url` did not take a message, None when it did."""
    try:
        said = json.loads(body)
    except ValueError:
        said = None
    if isinstance(said, dict) and not said.get("ok", True):
        return str(said.get("error") or f"HTTP {status}")
    return None if status == 200 else f"HTTP {status}"  # noqa: PLR2004 - HTTP's OK
