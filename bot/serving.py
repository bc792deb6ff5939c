"""`handbook serve`: the bot in Slack, kept fresh, with its open port where one is wanted."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Final

from pydantic import SecretStr

from bot.handbooks import Handbooks, read_secret
from bot.http.door import Listening, open_door
from bot.http.health import health, live
from bot.http.measured import Measured
from bot.http.metrics import Measures
from bot.http.routes import READING, WRITING, Route, routed
from bot.http.webhook import CHANGED_PATH, webhook
from bot.keeping import Keeping
from bot.served import Served, kept_fresh
from bot.settings.handbook import HandbookSettings
from bot.settings.slack import SlackSettings
from bot.slack.assistant import Client, assistant, manners_of
from bot.slack.connection import build_app, come_home, serve_slack
from bot.slack.editors import Channel, editors_told
from bot.slack.events import EVENTS_PATH, events
from bot.slack.manners import Manners
from bot.slack.tokens import connected, open_client
from bot.store.store import open_store
from bot.wording.catalogue import Words, words_in
from index.search.language import Language

USUAL_PORT: Final = 3000
"""Where HTTP is listened for when no port is set."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Service:
    """What is served."""

    slack: SlackSettings
    """How Slack is reached."""
    keeping: Keeping
    """The handbooks, and how they are kept fresh."""
    manners: Manners
    """How the bot behaves in Slack."""
    store: str
    """Address of what survives a restart."""
    listening: Listening | None
    """Where HTTP is listened for; None for no open port."""
    webhook_secret: SecretStr
    """What a Git host's webhook is signed with; empty: none is taken."""
    editors_channel: str
    """Id of the channel where editors are told of trouble; empty: nobody is."""


def service_of(
    handbook: HandbookSettings, slack: SlackSettings, handbooks: Handbooks, language: Language
) -> Service:
    """Return what the settings ask for.

    Raises:
        ProblemError: when a secret's file cannot be read.
    """
    secret = read_secret(
        handbook.webhook_secret, handbook.webhook_secret_file, "HANDBOOK_WEBHOOK_SECRET_FILE"
    )
    asked_over_http = not slack.app_token.get_secret_value() or bool(secret.get_secret_value())
    port = USUAL_PORT if handbook.port is None and asked_over_http else handbook.port
    return Service(
        slack=slack,
        keeping=Keeping(handbooks, language, logging.INFO),
        manners=manners_of(handbook, slack),
        store=handbook.store,
        listening=None if port is None else Listening(handbook.host, port),
        webhook_secret=secret,
        editors_channel=handbook.editors_channel,
    )


async def serve(service: Service) -> None:
    """Run the bot until it is told to stop.

    Raises:
        ProblemError: when Slack refuses the tokens or the port is taken.
        HandbookUnreadableError: when there is nothing to answer from and waiting won't help.
    """
    served, words = Served(service.keeping), words_in(service.keeping.language)
    measures = Measures(served, words)
    client, signed_in = open_client(service.slack), asyncio.Event()
    async with AsyncExitStack() as parts:
        await parts.enter_async_context(connected(client))
        home = await come_home(client, words)
        app = build_app(service.slack, home)
        routes = _routes(service, served, measures)
        if over_http := not service.slack.app_token.get_secret_value():
            routes[EVENTS_PATH] = Route(WRITING, events(app, words, signed_in))
        store = await parts.enter_async_context(open_store(service.store, words.language))
        await parts.enter_async_context(_door(service, routes, words))
        await parts.enter_async_context(kept_fresh(served))
        working = await parts.enter_async_context(
            assistant(
                app,
                Client(client, home),
                Measured(served, measures),
                store,
                service.manners,
                measures.count,
            )
        )
        measures.watch(lambda: working.desk.outbox.backlog().longest)
        if service.editors_channel:
            told = service.keeping.handbooks.cache.told
            channel = Channel(working.desk.outbox, service.editors_channel, told)
            await parts.enter_async_context(editors_told(channel, served, signed_in))

        def ready() -> None:
            signed_in.set()
            if over_http:
                _log.info(words.say("log-listening-http", path=EVENTS_PATH))

        await serve_slack(service.slack, app, client, words, ready)


def _routes(service: Service, served: Served, measures: Measures) -> dict[str, Route]:
    """Return what is asked at the open port by others than Slack."""
    routes = {
        "/health": Route(READING, health(served)),
        "/health/live": Route(READING, live),
        "/metrics": Route(READING, measures.application()),
    }
    if service.webhook_secret.get_secret_value():
        told = webhook(service.webhook_secret, served.look_now)
        routes[CHANGED_PATH] = Route(WRITING, told)
    return routes


@asynccontextmanager
async def _door(service: Service, routes: dict[str, Route], words: Words) -> AsyncIterator[None]:
    """Open the port where one is wanted."""
    if service.listening is None:
        yield
        return
    async with open_door(service.listening, routed(routes)) as port:
        paths = ", ".join(sorted(routes))
        _log.info(words.say("log-open-port", port=str(port), paths=paths))
        yield
