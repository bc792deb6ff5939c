"""What Slack, or what stands in front of it, said instead of ok: as one word, and what it means."""

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from slack_sdk.errors import SlackApiError

from bot.slack.sending.letter import Failure

PLAIN_MAY_PASS: Final = frozenset(
    {"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}
)
"""Slack's words for a message that it may take as text alone."""

PUT_OFF: Final = frozenset({"ratelimited", "rate_limited"})
"""Slack's words for too many calls."""

UNWELL: Final = frozenset(
    {"fatal_error", "internal_error", "request_timeout", "service_unavailable", "update_failed"}
)
"""Slack's words for a trouble of its own: what was asked for may have been done or not."""

GONE: Final = frozenset(
    {
        "cannot_reply_to_message",
        "channel_is_archived",
        "channel_not_found",
        "ekm_access_denied",
        "external_channel_migrating",
        "is_archived",
        "is_inactive",
        "messages_tab_disabled",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        "team_not_found",
    }
)
"""Slack's words for a channel that takes no message of the bot."""

UNTRUSTED: Final = frozenset(
    {
        "access_denied",
        "account_inactive",
        "accesslimited",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "token_expired",
        "token_revoked",
    }
)
"""Slack's words for a token that it does not take, or not for this."""

FAILURES: Final[Mapping[str, Failure]] = MappingProxyType(
    {
        **dict.fromkeys(GONE, Failure.NO_CHANNEL),
        **dict.fromkeys(UNTRUSTED, Failure.TOKEN),
        "not_in_channel": Failure.NOT_IN_CHANNEL,
    }
)
"""What each word means; every other is `REFUSED`.

https://docs.slack.dev/reference/methods/chat.postMessage, chat.update and chat.postEphemeral
"""

_WORD: Final = re.compile(r"[a-z]+(?:_[a-z]+)*")


def failure_of(word: str) -> Failure:
    """Return what can be done about a refusal."""
    return FAILURES.get(word, Failure.REFUSED)


def refused_reason(error: SlackApiError) -> str:
    """Return Slack's word for its refusal; a proxy in front of Slack has only a status."""
    return slacks_word(error) or f"HTTP {status_of(error)}"


def status_of(error: SlackApiError) -> int:
    """Return the HTTP status of what was answered; 0 where there is none."""
    response: Any = error.response
    return int(getattr(response, "status_code", getattr(response, "status", 0)))


def slacks_word(error: SlackApiError) -> str | None:
    """Return Slack's word for its refusal, None where something else answered."""
    data = getattr(error.response, "data", None)
    word = data.get("error") if isinstance(data, dict) else None
    return str(word) if word else None


def webhook_word(body: str) -> str | None:
    """Return Slack's word in what a `response_url` answered: in JSON, or the word alone.

    https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
    """
    try:
        said = json.loads(body)
    except ValueError:
        word = body.strip()
        return word if word != "ok" and _WORD.fullmatch(word) else None
    if isinstance(said, dict) and not said.get("ok", True):
        return str(said.get("error") or "") or None
    return None
