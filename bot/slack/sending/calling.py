"""One call to Slack, and what came of it: one of five."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.models.basic_objects import JsonObject
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.slack.sending.refusal import PUT_OFF, UNWELL, slacks_word, status_of, webhook_word
from bot.slack.sending.tiers import FORM_ONLY

UNTOLD_SECONDS: Final = 5.0
"""How long a method rests when Slack says "too many" and not for how long."""

Arguments = Mapping[str, Any]
"""What a method takes, by Slack's names; blocks and views may be slack_sdk's objects."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Slack did it."""

    data: Mapping[str, Any]
    """What it says of it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Slack did not, and would not if it were asked again."""

    word: str
    """Slack's word for it."""


@dataclass(frozen=True, slots=True)
class PutOff:
    """Slack did not: there were too many calls."""

    seconds: float
    """How long the method has to rest."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """Slack was not reached."""

    word: str
    """The kind of error."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Slack may have done it or not: the answer got lost, or Slack was not well."""

    word: str
    """Slack's word, a status or the kind of error."""


Reply = Taken | Refused | PutOff | Unsent | Unclear
"""What came of a call."""


async def call_method(client: AsyncWebClient, method: str, arguments: Arguments) -> Reply:
    """Call a method of the Web API once; never raises."""
    plain = {name: _plain(each) for name, each in arguments.items() if each is not None}
    try:
        if method in FORM_ONLY:
            response = await client.api_call(method, data=_form(plain))
        else:
            response = await client.api_call(method, json=plain)
        return Taken(response.data) if isinstance(response.data, dict) else Unclear("JSON")
    except SlackApiError as error:
        headers = getattr(error.response, "headers", {})
        return _said(status_of(error), slacks_word(error), headers)
    except (aiohttp.ClientError, OSError) as error:
        return _broken(error)
    except (AttributeError, TypeError, ValueError):  # slack_sdk takes any JSON for an object
        return Unclear("JSON")


async def answer_at(client: AsyncWebClient, url: str, arguments: Arguments) -> Reply:
    """Send a message to a `response_url` once; never raises."""
    plain = {name: _plain(each) for name, each in arguments.items() if each is not None}
    webhook = AsyncWebhookClient(
        url,
        timeout=client.timeout,
        ssl=client.ssl,
        proxy=client.proxy,
        session=client.session,
        retry_handlers=[],
    )
    try:
        answer = await webhook.send_dict(plain)
    except aiohttp.InvalidURL as error:
        return Refused(type(error).__name__)
    except (aiohttp.ClientError, OSError) as error:
        return _broken(error)
    except ValueError:  # bytes that are no text
        return Unclear("JSON")
    word = webhook_word(answer.body)
    if word is None and answer.status_code == HTTPStatus.OK:
        return Taken({})
    return _said(answer.status_code, word, answer.headers)


def _said(status: int, word: str | None, headers: Mapping[str, Any]) -> Reply:
    if status == HTTPStatus.TOO_MANY_REQUESTS or word in PUT_OFF:
        return PutOff(_rest(headers))
    told = word or f"HTTP {status}"
    # Without a word, and "OK", it was no answer of Slack's; behind it there may be one.
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or word in UNWELL or told == "HTTP 200":
        return Unclear(told)
    return Refused(told)


def _rest(headers: Mapping[str, Any]) -> float:
    try:
        return max(0.0, float(headers.get("Retry-After", UNTOLD_SECONDS)))
    except (TypeError, ValueError):
        return UNTOLD_SECONDS


def _broken(error: Exception) -> Unsent | Unclear:
    """Tell an error before anything was sent from one after it."""
    before = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)
    kind = type(error).__name__
    return Unsent(kind) if isinstance(error, before) else Unclear(kind)


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, JsonObject):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


def _form(plain: Arguments) -> dict[str, str]:
    """Return the arguments as a form: what is no text as its JSON."""
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in plain.items()
    }
