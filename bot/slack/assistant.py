"""The assistant in Slack: its parts put together, and taken apart so that nothing is lost."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.library import Library
from bot.outcome import Kind
from bot.settings.handbook import HandbookSettings
from bot.settings.slack import SlackSettings
from bot.slack.asking.people import Home, People
from bot.slack.asking.reception import Reception
from bot.slack.desk import Desk, uncounted
from bot.slack.listeners import listen
from bot.slack.manners import Manners
from bot.slack.sending.outbox import Outbox
from bot.slack.sending.pace import SLACKS_PACE, Pace
from bot.store.store import Store
from bot.wording.catalogue import words_in

FINISH_SECONDS: Final = 8.0
"""So long what was begun may go on once the bot is told to end: it has 20 seconds in all."""

CLOSE_SECONDS: Final = 4.0
"""So long after that what waits for Slack may still go out."""


@dataclass(frozen=True, slots=True)
class Client:
    """How Slack is called."""

    web: AsyncWebClient
    """Calls it with the bot's token."""
    home: Home
    """The workspace that the token is for."""
    pace: Pace = SLACKS_PACE
    """How fast it may be called."""


@dataclass(frozen=True, slots=True)
class Assistant:
    """The assistant at work."""

    desk: Desk
    """What its parts share."""
    reception: Reception
    """Where questions come in."""


@asynccontextmanager
async def assistant(
    app: AsyncApp,
    client: Client,
    library: Library,
    store: Store,
    manners: Manners,
    count: Callable[[Kind], None] = uncounted,
) -> AsyncIterator[Assistant]:
    """Answer whatever reaches `app`; at the end finish what goes on, and leave the rest behind."""
    outbox = Outbox(client.web, lambda: words_in(library.language()), client.pace)
    people = People(client.home, outbox, store.preferences)
    desk = Desk(library, outbox, store, people, manners, count)
    reception = Reception(desk)
    listen(app, desk, reception)
    taking_over = asyncio.ensure_future(reception.take_over())
    try:
        yield Assistant(desk, reception)
    finally:
        taking_over.cancel()
        await reception.finish(FINISH_SECONDS)
        await outbox.close(CLOSE_SECONDS)
        await reception.abandon()


def manners_of(handbook: HandbookSettings, slack: SlackSettings) -> Manners:
    """Return how the bot behaves, as the settings say."""
    return Manners(
        command=handbook.command,
        feedback=slack.feedback,
        escalation=slack.escalation_channel,
        issues=handbook.issues_url,
        public=handbook.public_pages,
        admins=frozenset(slack.admins),
        guests=slack.guests,
        workspaces=frozenset(slack.workspaces),
        channels=frozenset(slack.channels),
        agent=slack.agent_view,
    )
