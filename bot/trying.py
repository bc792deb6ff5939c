"""`handbook try`: the bot in a Slack on this computer, with the handbook's pages beside it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic import SecretStr

from bot.preview import running_preview
from bot.settings import SlackSettings
from bot.slack.connection import build_app, serve_slack
from bot.slack.listeners import Desk
from bot.slack.local.program import running_slack
from bot.slack.local.workspace import APP_TOKEN, BOT_TOKEN

PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried."""

    pages: Mapping[str, str]
    """The handbook's pages as HTML, by their path on the site."""
    desk: Callable[[str], Desk]
    """The site's address to the desk that answers with links to it."""
    announce: Callable[[str], None]
    """Told the local Slack's address once the bot answers there."""


async def run_trial(trial: Trial, port: int) -> None:
    """Run Slack, pages and bot until Ctrl-C.

    Raises:
        ProblemError: when the local Slack is missing or the port is taken.
    """
    for name in PROXIES:
        # Slack's clients do not ask whom a proxy is for; this process talks to itself only.
        os.environ.pop(name, None)
    async with running_preview(trial.pages) as site, running_slack(port) as address:
        # Not from the environment: a real workspace's tokens have no business here.
        local = SlackSettings.model_construct(
            bot_token=SecretStr(BOT_TOKEN),
            app_token=SecretStr(APP_TOKEN),
            signing_secret=SecretStr(""),
            api_url=f"{address}/api/",
        )
        desk = trial.desk(site)
        await serve_slack(
            local, build_app(local, desk), desk, ready=lambda: trial.announce(address)
        )
