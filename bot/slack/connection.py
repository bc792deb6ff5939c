"""The connection to Slack: Socket Mode, or HTTP where a signing secret is set."""

import asyncio
import logging
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass

import aiohttp
import uvicorn
from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
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

EVENTS_PATH = "/slack/events"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listening:
    """Where HTTP is listened for."""

    host: str
    """Address of the interface."""
    port: int
    """Port; 0 takes a free one."""


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
    slack: SlackSettings, listening: Listening, desk: Desk, ready: Callable[[], None]
) -> None:
    """Answer until the process is told to stop; `ready` is called once questions arrive.

    Raises:
        ProblemError: when tokens or port are of no use; later faults are retried.
    """
    check_tokens(slack)
    app = build_app(slack, desk)
    await _introduce(app.client, desk.words)
    if slack.app_token.get_secret_value():
        await _serve_socket(app, slack, desk.words, ready)
    else:
        await _serve_http(app, listening, desk.words, ready)
    _log.info(desk.words.say("log-stopped"))


def build_app(slack: SlackSettings, desk: Desk) -> AsyncApp:
    """Return the Bolt app with its listeners; nothing is connected yet."""
    token = slack.bot_token.get_secret_value()
    base = slack.api_url.rstrip("/") + "/"
    app = AsyncApp(
        client=AsyncWebClient(token=token, base_url=base, retry_handlers=_patience()),
        signing_secret=slack.signing_secret.get_secret_value() or None,
    )
    listen(app, desk)
    return app


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
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    handler = AsyncSocketModeHandler(app, slack.app_token.get_secret_value())
    try:
        # Bolt leaves these two without annotations.
        await handler.connect_async()  # type: ignore[no-untyped-call]
    except SlackApiError as error:
        await handler.close_async()  # type: ignore[no-untyped-call]
        reason = refused_reason(error)
        raise ProblemError("token-refused", name="SLACK_APP_TOKEN", reason=reason) from error
    _log.info(words.say("log-listening-socket"))
    ready()
    await stopped.wait()
    await handler.close_async()  # type: ignore[no-untyped-call]


async def _serve_http(
    app: AsyncApp, listening: Listening, words: Words, ready: Callable[[], None]
) -> None:
    """Let uvicorn serve; it stops on the same signals by itself."""
    door = bound_socket(listening)
    server = uvicorn.Server(
        uvicorn.Config(
            AsyncSlackRequestHandler(app, path=EVENTS_PATH), log_config=None, access_log=False
        )
    )
    port = str(door.getsockname()[1])
    _log.info(words.say("log-listening-http", port=port, path=EVENTS_PATH))
    ready()
    await server.serve(sockets=[door])


def bound_socket(listening: Listening) -> socket.socket:
    """Take the port before anything else is started.

    Raises:
        ProblemError: when another program has it.
    """
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((listening.host, listening.port))
    except OSError as error:
        door.close()
        raise ProblemError("port-busy", port=str(listening.port), host=listening.host) from error
    return door
