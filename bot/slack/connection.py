"""The connection to Slack: Socket Mode, or the open port where there is no app token."""

import asyncio
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.settings.slack import SlackSettings
from bot.slack.listeners import Desk, listen
from bot.slack.tokens import check_app_token, open_client, sign_in
from bot.wording.catalogue import Words

BOLTS_SETTINGS = ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")

_log = logging.getLogger(__name__)


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
    with _without_bolts_settings():
        app = AsyncApp(
            client=open_client(slack),
            signing_secret=slack.signing_secret.get_secret_value() or None,
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


async def _introduce(client: AsyncWebClient, words: Words) -> None:
    who = await sign_in(client)
    _log.info(words.say("log-signed-in", bot=str(who["user"]), team=str(who["team"])))


async def _serve_socket(
    app: AsyncApp, slack: SlackSettings, words: Words, ready: Callable[[], None]
) -> None:
    # Asked here once: the socket client would try a refused token again for ever.
    await check_app_token(app.client, slack)
    handler = AsyncSocketModeHandler(app, slack.app_token.get_secret_value())
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
