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
from bot.http.metrics import Measures
from bot.http.routes import READING, WRITING, Route, routed
from bot.http.webhook import CHANGED_PATH, webhook
from bot.keeping import Keeping
from bot.served import Served, kept_fresh
from bot.settings.handbook import HandbookSettings
from bot.settings.slack import SlackSettings
from bot.slack.connection import build_app, serve_slack
from bot.slack.editors import Channel, editors_told
from bot.slack.events import EVENTS_PATH, events
from bot.slack.listeners import Desk
from bot.slack.sending.outbox import Outbox
from bot.slack.tokens import connected
from bot.wording.catalogue import words_in
from index.search.language import Language

USUAL_PORT: Final = 3000
"""Where HTTP is listened for when no port is set."""

CLOSING_SECONDS: Final = 5.0
"""How long messages that wait may still go out when the bot is told to end."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Service:
    """What is served."""

    slack: SlackSettings
    """How Slack is reached."""
    keeping: Keeping
    """The handbooks, and how they are kept fresh."""
    command: str
    """Name of the slash command."""
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
        command=handbook.command,
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
    served = Served(service.keeping)
    measures = Measures(served, words_in(service.keeping.language))
    desk = Desk(measures.counted(served.answer), served.language, service.command, served.edition)
    app = build_app(service.slack, desk)
    signed_in = asyncio.Event()
    routes = _routes(service, served, measures)
    over_http = not service.slack.app_token.get_secret_value()
    if over_http:
        routes[EVENTS_PATH] = Route(WRITING, events(app, desk, signed_in))

    def ready() -> None:
        signed_in.set()
        if over_http:
            _log.info(desk.words.say("log-listening-http", path=EVENTS_PATH))

    told = service.keeping.handbooks.cache.told
    outbox = Outbox(app.client, lambda: words_in(served.language()))
    channel = Channel(outbox, service.editors_channel, told)
    async with AsyncExitStack() as parts:
        await parts.enter_async_context(connected(app.client))
        parts.push_async_callback(outbox.close, CLOSING_SECONDS)
        await parts.enter_async_context(_door(service, routes, desk))
        await parts.enter_async_context(kept_fresh(served))
        if service.editors_channel:
            await parts.enter_async_context(editors_told(channel, served, signed_in))
        await serve_slack(service.slack, app, desk, ready)


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
async def _door(service: Service, routes: dict[str, Route], desk: Desk) -> AsyncIterator[None]:
    """Open the port where one is wanted."""
    if service.listening is None:
        yield
        return
    async with open_door(service.listening, routed(routes)) as port:
        paths = ", ".join(sorted(routes))
        _log.info(desk.words.say("log-open-port", port=str(port), paths=paths))
        yield
