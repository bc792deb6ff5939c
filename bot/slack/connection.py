"""The connection to Slack: Socket Mode, or the open port where there is no app token."""

import asyncio
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncRateLimitErrorRetryHandler,
    async_default_handlers,
)
from slack_sdk.web.async_client import AsyncWebClient

from bot.problem import ProblemError
from bot.settings import SlackSettings
from bot.slack.listeners import Desk, listen
from bot.slack.refusal import refused_reason
from bot.wording.catalogue import Words

RATE_LIMIT_RETRIES = 2
"""Waits of `Retry-After` seconds each before an answer is given up."""

BOLTS_SETTINGS = ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")

_log = logging.getLogger(__name__)


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


async def serve_slack(
    slack: SlackSettings, app: AsyncApp, desk: Desk, ready: Callable[[], None]
) -> None:
    """Answer until the process is told to stop; `ready` is called once questions arrive.

    Without an app token they arrive by `events`, which the open port leads to.

    Raises:
        ProblemError: when Slack refuses the tokens; later faults are retried.
    """
    try:
        await _introduce(app.client, desk.words)
        if slack.app_token.get_secret_value():
            await _serve_socket(app, slack, desk.words, ready)
        else:
            ready()
            await _for_ever()
    except asyncio.CancelledError:
        _log.info(desk.words.say("log-stopped"))
        raise


def build_app(slack: SlackSettings, desk: Desk) -> AsyncApp:
    """Return the Bolt app with its listeners; nothing is connected yet."""
    token = slack.bot_token.get_secret_value()
    base = slack.api_url.rstrip("/") + "/"
    client = AsyncWebClient(token=token, base_url=base, retry_handlers=_patience())
    with _without_bolts_settings():
        app = AsyncApp(
            client=client, signing_secret=slack.signing_secret.get_secret_value() or None
        )
    listen(app, desk)
    return app


@contextmanager
def _without_bolts_settings() -> Iterator[None]:
    """Keep Bolt from reading settings by itself: ours are read once, and OAuth is not used."""
    hidden = {name: os.environ.pop(name) for name in BOLTS_SETTINGS if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(hidden)


def _patience() -> list[AsyncRetryHandler]:
    """Wait as long as Slack asks when it is asked too often; the default handler does not."""
    return [
        *async_default_handlers(),
        AsyncRateLimitErrorRetryHandler(max_retry_count=RATE_LIMIT_RETRIES),
    ]


async def _introduce(client: AsyncWebClient, words: Words) -> None:
    try:
        who = await client.auth_test()
    except SlackApiError as error:
        reason = refused_reason(error)
        raise ProblemError("token-refused", name="SLACK_BOT_TOKEN", reason=reason) from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise ProblemError("slack-away", address=client.base_url) from error
    _log.info(words.say("log-signed-in", bot=str(who["user"]), team=str(who["team"])))


async def _serve_socket(
    app: AsyncApp, slack: SlackSettings, words: Words, ready: Callable[[], None]
) -> None:
    token = slack.app_token.get_secret_value()
    try:
        # Asked here once: the socket client would try a refused token again for ever.
        await app.client.apps_connections_open(app_token=token)
    except SlackApiError as error:
        reason = refused_reason(error)
        raise ProblemError("token-refused", name="SLACK_APP_TOKEN", reason=reason) from error
    handler = AsyncSocketModeHandler(app, token)
    # Bolt leaves these two without annotations.
    try:
        await handler.connect_async()  # type: ignore[no-untyped-call]
        _log.info(words.say("log-listening-socket"))
        ready()
        await _for_ever()
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


async def _for_ever() -> None:
    """Wait until a signal cancels it."""
    await asyncio.Event().wait()
