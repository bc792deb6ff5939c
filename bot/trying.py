"""`handbook try`: the bot in a Slack on this computer, with the handbook's pages beside it."""

import asyncio
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.handbooks import Handbooks
from bot.keeping import Keeping
from bot.preview import running_preview
from bot.served import Served, kept_fresh
from bot.settings.slack import SlackSettings
from bot.slack.assistant import Client, assistant
from bot.slack.connection import build_app, come_home, serve_slack
from bot.slack.local.program import running_slack
from bot.slack.local.workspace import (
    APP_TOKEN,
    BOT_TOKEN,
    DIRECT_MESSAGES,
    HELP_DESK,
)
from bot.slack.manners import Manners
from bot.slack.tokens import connected, open_client
from bot.store.store import open_store
from bot.wording.catalogue import words_in
from index.preview import preview_pages
from index.refresh.progress import unreported
from index.search.language import Language

if TYPE_CHECKING:
    from index.refresh.edition import Edition

PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried."""

    handbooks: Callable[[str], Handbooks]
    """A site's address to the handbooks whose links lead there."""
    language: Language
    """The language of the log, and of the bot until it has read a handbook."""
    manners: Manners
    """How the bot behaves."""
    announce: Callable[[str], None]
    """Told the local Slack's address once the bot answers there."""


async def run_trial(trial: Trial, port: int) -> None:
    """Run Slack, pages and bot until Ctrl-C.

    Raises:
        ProblemError: when the local Slack is missing or the port is taken.
        HandbookUnreadableError: when there is nothing to answer from.
    """
    for name in PROXIES:
        # Slack's clients do not ask whom a proxy is for; this process talks to itself only.
        os.environ.pop(name, None)
    pages = TriedPages()
    async with running_preview(pages.newest) as site, running_slack(port) as address:
        handbooks = trial.handbooks(site)
        served = Served(Keeping(handbooks, trial.language, logging.WARNING))
        pages.follow(handbooks, served)
        # Not from the environment: a real workspace's tokens have no business here.
        local = SlackSettings.model_construct(
            bot_token=SecretStr(BOT_TOKEN),
            app_token=SecretStr(APP_TOKEN),
            signing_secret=SecretStr(""),
            api_url=f"{address}/api/",
        )
        words = words_in(trial.language)
        with TemporaryDirectory(prefix="handbook-try-") as folder:
            client = open_client(local)
            async with (
                connected(client),
                open_store(f"sqlite:///{folder}/handbook.db", trial.language) as store,
                kept_fresh(served),
            ):
                home = await come_home(client, words)
                app = build_app(local, home)
                tried = _tried(trial.manners)
                async with assistant(app, Client(client, home), served, store, tried):
                    await serve_slack(
                        local, app, client, words, ready=lambda: trial.announce(address)
                    )


def _tried(manners: Manners) -> Manners:
    """Return how the bot behaves there: everybody may set it, and there is somebody to ask."""
    return replace(
        manners,
        # The local Slack has no agent view, draws no tables, and knows no administrators.
        agent=False,
        tables=False,
        admins=frozenset(DIRECT_MESSAGES),
        escalation=HELP_DESK,
    )


class TriedPages:
    """The handbook's pages as HTML, of the revision that answers."""

    def __init__(self) -> None:
        self._pages: Mapping[str, str] = {}
        self._of: Edition | None = None
        self._followed: tuple[Handbooks, Served] | None = None
        self._reading = asyncio.Lock()

    def follow(self, handbooks: Handbooks, served: Served) -> None:
        """Show the pages of the handbook that is served."""
        self._followed = handbooks, served

    async def newest(self) -> Mapping[str, str]:
        """Return path on the site to HTML, read anew where the answers come from a newer one."""
        async with self._reading:
            if self._followed:
                handbooks, served = self._followed
                edition = served.edition()
                if edition != self._of:
                    self._pages = await asyncio.to_thread(_read, handbooks)
                    self._of = edition
        return self._pages


def _read(handbooks: Handbooks) -> dict[str, str]:
    first = next(iter(handbooks.read(unreported)), None)
    return preview_pages(first) if first else {}
