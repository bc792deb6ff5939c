"""The connection to Slack: Socket Mode, or the open port where there is no app token."""

import asyncio
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.settings.slack import SlackSettings
from bot.slack.asking.people import Home
from bot.slack.tokens import base_of, check_app_token, sign_in
from bot.wording.catalogue import Words

BOLTS_SETTINGS = ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")

_log = logging.getLogger(__name__)


async def come_home(client: AsyncWebClient, words: Words) -> Home:
    """Sign in, and return the workspace that the bot is installed in.

    Raises:
        ProblemError: when Slack refuses the token or cannot be reached.
    """
    who = await sign_in(client)
    _log.info(words.say("log-signed-in", bot=str(who["user"]), team=str(who["team"])))
    return Home(
        team=str(who.get("team_id") or ""),
        enterprise=str(who.get("enterprise_id") or ""),
        bot=str(who.get("user_id") or ""),
        bot_id=str(who.get("bot_id") or ""),
    )


def build_app(slack: SlackSettings, home: Home) -> AsyncApp:
    """Return the Bolt app without listeners; nothing is connected yet.

    It takes deliveries only: whatever is sent goes out by the outbox.
    """
    token = slack.bot_token.get_secret_value()

    async def authorize() -> AuthorizeResult:
        # Bolt would ask Slack again with the first event, and drop it where Slack is slow.
        return AuthorizeResult(
            enterprise_id=home.enterprise or None,
            team_id=home.team,
            bot_user_id=home.bot,
            bot_id=home.bot_id,
            bot_token=token,
        )

    with _without_bolts_settings():
        return AsyncApp(
            client=AsyncWebClient(base_url=base_of(slack)),
            authorize=authorize,
            signing_secret=slack.signing_secret.get_secret_value() or None,
        )


async def serve_slack(
    slack: SlackSettings,
    app: AsyncApp,
    client: AsyncWebClient,
    words: Words,
    ready: Callable[[], None],
) -> None:
    """Take what Slack sends until it is told to stop; `ready` is called once that arrives.

    Without an app token it arrives by `events`, which the open port leads to.

    Raises:
        ProblemError: when Slack refuses the app's token; later faults are retried.
    """
    try:
        if slack.app_token.get_secret_value():
            # Asked here once: the socket client would try a refused token again for ever.
            await check_app_token(client, slack)
            await _serve_socket(app, slack, words, ready)
        else:
            ready()
            await _for_ever()
    except asyncio.CancelledError:
        _log.info(words.say("log-stopped"))
        raise


@contextmanager
def _without_bolts_settings() -> Iterator[None]:
    """Keep Bolt from reading settings by itself: ours are read once, and OAuth is not used."""
    hidden = {name: os.environ.pop(name) for name in BOLTS_SETTINGS if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(hidden)


async def _serve_socket(
    app: AsyncApp, slack: SlackSettings, words: Words, ready: Callable[[], None]
) -> None:
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
