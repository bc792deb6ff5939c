"""A Slack of our own: it takes every call, keeps it, and fails in the way a test asks for.

It runs in a thread with a loop of its own, so that bots in this process and bots in another one
can be tried against it.
"""

import asyncio
import threading
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from aiohttp import web

LOOPBACK = "127.0.0.1"
PATIENCE_SECONDS = 20.0
RESPONSE_URL = "response_url"

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]
"""How one call is answered."""

ANSWERS: Mapping[str, Mapping[str, object]] = {
    "auth.test": {
        "ok": True,
        "url": "https://nordvang.example/",
        "team": "Nordvang",
        "user": "handbook",
        "team_id": "T0",
        "user_id": "U0BOT",
        "bot_id": "B0BOT",
    },
    "chat.postMessage": {"ok": True, "channel": "C0", "ts": "1700000001.000001"},
}
"""What is answered where no fault is asked for; other methods get a bare ok."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call that arrived."""

    method: str
    """The Web API's method, or response_url."""
    payload: Mapping[str, object]
    """What it carried."""


class FakeSlack:
    """What arrived, and how the next calls are answered."""

    def __init__(self) -> None:
        self.base_url = ""
        self.calls: list[Call] = []
        self._faults: dict[str, deque[Answering]] = defaultdict(deque)
        self._arrived = threading.Condition()

    @property
    def api_url(self) -> str:
        """The Web API's address."""
        return f"{self.base_url}/api/"

    @property
    def response_url(self) -> str:
        """Where a command may be answered."""
        return f"{self.base_url}/response/T0/1/secret"

    def answer(self, method: str, *answers: Answering) -> None:
        """Answer the next calls of a method like this, one after the other."""
        self._faults[method].extend(answers)

    def sent(self, method: str) -> list[Mapping[str, object]]:
        """Return what was sent to a method, in order."""
        return [call.payload for call in self.calls if call.method == method]

    def wait_for(self, method: str, times: int = 1) -> list[Mapping[str, object]]:
        """Return what was sent to a method as soon as that many calls arrived."""
        with self._arrived:
            arrived = self._arrived.wait_for(
                lambda: len(self.sent(method)) >= times, PATIENCE_SECONDS
            )
        assert arrived, f"{method} was called {len(self.sent(method))} of {times} times"
        return self.sent(method)

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Keep a call, then answer it."""
        method = request.match_info.get("method", RESPONSE_URL)
        is_json = request.content_type == "application/json"
        payload = dict(await request.json() if is_json else await request.post())
        with self._arrived:
            self.calls.append(Call(method, payload))
            self._arrived.notify_all()
        if self._faults[method]:
            return await self._faults[method].popleft()(request)
        if method == RESPONSE_URL:
            return web.Response(text="ok")
        if method == "apps.connections.open":
            return web.json_response({"ok": True, "url": f"{self.base_url}/socket"})
        return web.json_response(dict(ANSWERS.get(method, {"ok": True})))

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Greet a bot that connects over Socket Mode, and send it nothing."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        async for _ in socket:
            pass
        return socket


@contextmanager
def fake_slack() -> Iterator[FakeSlack]:
    """Run it on a free port until the end of the block."""
    slack = FakeSlack()
    application = web.Application()
    application.router.add_post("/api/{method}", slack.take)
    application.router.add_post("/response/{way:.*}", slack.take)
    application.router.add_get("/socket", slack.connect)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
    with _loop() as loop:
        asyncio.run_coroutine_threadsafe(_start(runner), loop).result(PATIENCE_SECONDS)
        slack.base_url = f"http://{LOOPBACK}:{runner.addresses[0][1]}"
        try:
            yield slack
        finally:
            asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(PATIENCE_SECONDS)


async def _start(runner: web.AppRunner) -> None:
    await runner.setup()
    await web.TCPSite(runner, LOOPBACK, 0).start()


@contextmanager
def _loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(PATIENCE_SECONDS)
        loop.close()
