"""The tokens: whether they are set, of the right kind, and taken by Slack."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncConnectionErrorRetryHandler
from slack_sdk.http_retry.builtin_interval_calculators import FixedValueRetryIntervalCalculator
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.problem import ProblemError
from bot.settings.slack import SlackSettings
from bot.slack.sending.refusal import refused_reason, slacks_word

REQUEST_SECONDS: Final = 10
"""How long Slack may take for a call: it mostly takes less than one."""

SCOPES: Final = (
    "app_mentions:read",
    "assistant:write",
    "channels:history",
    "chat:write",
    "commands",
    "groups:history",
    "im:history",
    "links:read",
    "links:write",
    "mpim:history",
    "users:read",
)
"""What the manifest asks a workspace for, and nothing else is used."""


def check_tokens(slack: SlackSettings) -> None:
    """Say what is missing or mistaken before anything is tried.

    Raises:
        ProblemError: naming the setting and where its value is found.
    """
    bot, app = slack.bot_token.get_secret_value(), slack.app_token.get_secret_value()
    if not bot:
        raise ProblemError("token-missing", name="SLACK_BOT_TOKEN")
    if not bot.startswith("xoxb-"):
        raise ProblemError("token-mistaken", name="SLACK_BOT_TOKEN", prefix="xoxb-")
    if not app and not slack.signing_secret.get_secret_value():
        raise ProblemError("token-missing", name="SLACK_APP_TOKEN")
    if app and not app.startswith("xapp-"):
        raise ProblemError("token-mistaken", name="SLACK_APP_TOKEN", prefix="xapp-")


def base_of(slack: SlackSettings) -> str:
    """Return the address of Slack's Web API as its client takes it."""
    return slack.api_url.rstrip("/") + "/"


def open_client(slack: SlackSettings) -> AsyncWebClient:
    """Return what calls Slack with the bot's token; nothing is called yet."""
    token = slack.bot_token.get_secret_value()
    # All that is worth a wait, the outbox waits for: here only what was never sent goes again.
    at_once = AsyncConnectionErrorRetryHandler(
        interval_calculator=FixedValueRetryIntervalCalculator(0),
        error_types=[aiohttp.ClientConnectorError],
    )
    return AsyncWebClient(
        token=token, base_url=base_of(slack), timeout=REQUEST_SECONDS, retry_handlers=[at_once]
    )


@asynccontextmanager
async def connected(client: AsyncWebClient) -> AsyncIterator[None]:
    """Keep connections to Slack open between calls; without this each call opens its own."""
    timeout = aiohttp.ClientTimeout(total=REQUEST_SECONDS)
    async with aiohttp.ClientSession(timeout=timeout) as client.session:
        yield


async def sign_in(client: AsyncWebClient) -> AsyncSlackResponse:
    """Return what Slack says of the bot's token: the bot, its team, and in a header its scopes.

    Raises:
        ProblemError: when Slack refuses the token or cannot be reached.
    """
    with _telling("SLACK_BOT_TOKEN", client):
        return await client.auth_test()


async def check_app_token(client: AsyncWebClient, slack: SlackSettings) -> None:
    """Let Slack say whether the app's token opens a connection; none is opened.

    Raises:
        ProblemError: when Slack refuses it or cannot be reached.
    """
    with _telling("SLACK_APP_TOKEN", client):
        await client.apps_connections_open(app_token=slack.app_token.get_secret_value())


@contextmanager
def _telling(name: str, client: AsyncWebClient) -> Iterator[None]:
    """Turn what goes wrong with a call into a problem of the token `name`, or of Slack."""
    address = client.base_url
    try:
        yield
    except SlackApiError as error:
        reason = refused_reason(error)
        if slacks_word(error):
            raise ProblemError("token-refused", name=name, reason=reason) from error
        raise ProblemError("slack-unwell", address=address, reason=reason) from error
    except AttributeError as error:  # slack_sdk takes any JSON for an object
        raise ProblemError("slack-unwell", address=address, reason="JSON") from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise ProblemError("slack-away", address=address) from error
