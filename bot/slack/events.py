"""What Slack sends to the open port, where it is not connected over Socket Mode."""

import asyncio
import logging
from typing import Final

from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp

from bot.http.asgi import Asgi, Receive, Reply, Scope, Send, reply
from bot.wording.catalogue import Words

EVENTS_PATH: Final = "/slack/events"

_log = logging.getLogger(__name__)


def events(app: AsyncApp, words: Words, ready: asyncio.Event) -> Asgi:
    """Return what answers at `EVENTS_PATH`: 503 until `ready` is set, and Slack sends it again.

    400 to what Bolt cannot read: it reads a body before it knows who sent it.
    https://docs.slack.dev/apis/events-api/#retries
    """
    bolt = AsyncSlackRequestHandler(app, path=EVENTS_PATH)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        if not ready.is_set():
            await reply(send, Reply(503))
            return
        try:
            await bolt(dict(scope), receive, send)
        except Exception as error:  # noqa: BLE001 - anybody may send anything
            _log.warning(words.say("log-garbage", kind=type(error).__name__))
            await reply(send, Reply(400))

    return application
