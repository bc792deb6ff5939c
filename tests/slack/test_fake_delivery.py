"""The Slack of our own delivers as Slack does: until it is acknowledged, over both ways."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import asynccontextmanager
from typing import Final

import pytest
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest

from bot.slack.tokens import open_client
from tests.slack.deliveries import ASTRID, command, delivery, mention, slack_settings
from tests.slack.fake.receipt import Patience, Receipt
from tests.slack.fake_slack import LOOPBACK, FakeSlack
from tests.slack.serving import SIGNING_SECRET

QUESTION: Final = delivery(mention("hvem godkender fakturaer?"))
HASTY: Final = Patience(within=0.3, after=(0.0, 0.05, 0.1))
FIRST: Final = ("0", "")
"""What Socket Mode says of a first delivery; over HTTP nothing is said."""
PRESS: Final = {
    "type": "block_actions",
    "user": {"id": ASTRID},
    "team": {"id": "T0"},
    "actions": [{"type": "button", "action_id": "more", "value": "x"}],
}


class Came:
    """A bot that keeps what came to it, and acknowledges as told."""

    def __init__(self, slack: FakeSlack) -> None:
        self.events: list[tuple[str, str]] = []
        self.app = AsyncApp(
            client=open_client(slack_settings(slack.api_url)),
            signing_secret=SIGNING_SECRET,
            # What is to be late has to hold up the acknowledgement.
            process_before_response=True,
        )
        self.app.event("app_mention")(self._mentioned)
        self.app.command("/handbook")(self._commanded)
        self.app.action("more")(self._pressed)
        self.slow: list[float] = []

    async def _mentioned(self, request: AsyncBoltRequest) -> None:
        number = request.headers.get("x-slack-retry-num", [""])[0]
        self.events.append((number, request.headers.get("x-slack-retry-reason", [""])[0]))
        if self.slow:
            await asyncio.sleep(self.slow.pop(0))

    async def _commanded(self, ack: AsyncAck) -> None:
        await ack("tak")

    async def _pressed(self, ack: AsyncAck) -> None:
        await ack()


@asynccontextmanager
async def by_socket(came: Came, times: int = 1) -> AsyncIterator[None]:
    """Connect a bot over Socket Mode, with several connections where asked for."""
    handlers = [
        AsyncSocketModeHandler(came.app, "xapp-fake", ping_interval=0.2) for _ in range(times)
    ]
    for handler in handlers:
        await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        for handler in handlers:
            await handler.close_async()  # type: ignore[no-untyped-call]


@asynccontextmanager
async def by_http(came: Came) -> AsyncIterator[str]:
    """Open a port for a bot, and give its address."""

    async def take(request: web.Request) -> web.Response:
        headers: dict[str, str | Sequence[str]] = {**request.headers}
        bolt = AsyncBoltRequest(body=await request.text(), headers=headers)
        answer = await came.app.async_dispatch(bolt)
        return web.Response(status=answer.status, text=answer.body)

    application = web.Application()
    application.router.add_post("/slack/events", take)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, LOOPBACK, 0).start()
        yield f"http://{LOOPBACK}:{runner.addresses[0][1]}/slack/events"
    finally:
        await runner.cleanup()


async def until(holds: Callable[[], object]) -> None:
    """Look again and again until it holds."""
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - what is waited for happens in another thread
            await asyncio.sleep(0.005)


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Leave what slack_sdk logs of connections out of what pytest shows."""
    caplog.set_level(logging.CRITICAL, "slack_bolt.AsyncApp")


def test_every_kind_over_socket_mode(slack: FakeSlack) -> None:
    """An event, a command and a press come over the socket, and their answers are told."""

    async def doing() -> None:
        came = Came(slack)
        async with by_socket(came):
            event = await asyncio.wrap_future(slack.deliver("events_api", QUESTION))
            assert event == Receipt(1, "")
            said = command("", slack.response_url)
            told = await asyncio.wrap_future(slack.deliver("slash_commands", said))
            assert told.said
            assert "tak" in told.said
            pressed = await asyncio.wrap_future(slack.deliver("interactive", PRESS))
            assert pressed == Receipt(1, "")
        assert came.events == [FIRST]

    asyncio.run(doing())


def test_late_acknowledgement_over_socket_mode(slack: FakeSlack) -> None:
    """An event that is acknowledged too late comes again, with the number of the retry."""

    async def doing() -> None:
        came = Came(slack)
        came.slow = [1.0, 1.0]
        async with by_socket(came):
            receipt = await asyncio.wrap_future(slack.deliver("events_api", QUESTION, HASTY))
        assert receipt.tries == 3
        assert came.events == [FIRST, ("1", "timeout"), ("2", "timeout")]

    asyncio.run(doing())


def test_nobody_acknowledges(slack: FakeSlack) -> None:
    """An event that nobody acknowledges comes four times, and a command once."""

    async def doing() -> None:
        receipt = await asyncio.wrap_future(slack.deliver("events_api", QUESTION, HASTY))
        assert receipt == Receipt(4, None)
        said = command("", slack.response_url)
        receipt = await asyncio.wrap_future(slack.deliver("slash_commands", said, HASTY))
        assert receipt == Receipt(1, None)

    asyncio.run(doing())


def test_several_connections(slack: FakeSlack) -> None:
    """With several connections each event goes to one of them, now this and now that."""

    async def doing() -> None:
        came = Came(slack)
        async with by_socket(came, 3):
            await until(lambda: slack.sockets.connections == 3)
            for _ in range(6):
                await asyncio.wrap_future(slack.deliver("events_api", QUESTION))
        assert len(came.events) == 6
        assert slack.sockets.served == [0, 1, 2, 0, 1, 2]

    asyncio.run(doing())


WAYS: Final[Mapping[str, Callable[[FakeSlack], Future[None]]]] = {
    "warning": lambda slack: slack.disconnect("warning"),
    "refresh": lambda slack: slack.disconnect("refresh_requested"),
    "drop": FakeSlack.drop,
}


@pytest.mark.parametrize("ends", WAYS.values(), ids=WAYS.keys())
def test_connection_that_ends(slack: FakeSlack, ends: Callable[[FakeSlack], Future[None]]) -> None:
    """A bot that is told to connect anew, or is cut off, does, and gets what comes then."""

    async def doing() -> None:
        came = Came(slack)
        async with by_socket(came):
            await asyncio.wrap_future(ends(slack))
            await until(lambda: len(slack.sent("apps.connections.open")) >= 2)
            receipt = await asyncio.wrap_future(slack.deliver("events_api", QUESTION, HASTY))
            assert receipt.said is not None
        assert came.events

    asyncio.run(doing())


def test_every_kind_over_http(slack: FakeSlack) -> None:
    """An event, a command and a press come signed, each as Slack writes it."""

    async def doing() -> None:
        came = Came(slack)
        async with by_http(came) as url:
            event = await asyncio.wrap_future(slack.deliver_to(url, "events_api", QUESTION))
            assert event == Receipt(1, "")
            said = command("", slack.response_url)
            told = await asyncio.wrap_future(slack.deliver_to(url, "slash_commands", said))
            assert told == Receipt(1, "tak")
            pressed = await asyncio.wrap_future(slack.deliver_to(url, "interactive", PRESS))
            assert pressed == Receipt(1, "")
        assert came.events == [("", "")]

    asyncio.run(doing())


def test_late_acknowledgement_over_http(slack: FakeSlack) -> None:
    """An event that is acknowledged too late comes again, with number and reason."""

    async def doing() -> None:
        came = Came(slack)
        came.slow = [1.0]
        async with by_http(came) as url:
            receipt = await asyncio.wrap_future(
                slack.deliver_to(url, "events_api", QUESTION, HASTY)
            )
        assert receipt == Receipt(2, "")
        assert came.events == [("", ""), ("1", "http_timeout")]

    asyncio.run(doing())


def test_address_that_is_wrong(slack: FakeSlack) -> None:
    """An address where nobody is, or where it is refused, is tried four times."""

    async def doing() -> None:
        came = Came(slack)
        async with by_http(came) as url:
            refused = slack.deliver_to(url + "/other", "events_api", QUESTION, HASTY)
            assert await asyncio.wrap_future(refused) == Receipt(4, None)
        nobody = slack.deliver_to(url, "events_api", QUESTION, HASTY)
        assert await asyncio.wrap_future(nobody) == Receipt(4, None)

    asyncio.run(doing())
