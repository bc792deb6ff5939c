"""A Slack of our own: it takes every call, keeps it, and fails in the way a test asks for.

It runs in a thread with a loop of its own, so that bots in this process and bots in another one
can be tried against it. At its end every call must have been one that Slack takes.
"""

import asyncio
import json
import threading
import time
from collections import Counter, defaultdict, deque
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar

from aiohttp import web

from bot.slack.sending.pace import Pace
from tests.slack.arguments import decoded
from tests.slack.fake.limits import Limits
from tests.slack.fake.methods import READS_NO_JSON, answer_to
from tests.slack.fake.posting import deliver_to
from tests.slack.fake.receipt import SLACKS, Kind, Patience, Receipt
from tests.slack.fake.sockets import Reason, Sockets
from tests.slack.fake.thread import PATIENCE_SECONDS, looping, start, stop
from tests.slack.fake.workspace import Workspace
from tests.slack.validator import problems

LOOPBACK = "127.0.0.1"
RESPONSE_URL = "response_url"
RESPONSES = 5  # row 36: docs, handling user interaction

Regular = Callable[[], web.Response]
"""Does what a call asks for, and returns what Slack answers when all is well."""

Answering = Callable[[web.Request, Regular], Awaitable[web.StreamResponse]]
"""How one call is answered."""

_Done = TypeVar("_Done")


@dataclass(frozen=True, slots=True)
class Call:
    """One call that arrived."""

    method: str
    """The Web API's method, or response_url."""
    payload: Mapping[str, object]
    """What it carried."""
    at: float
    """When it came, by the monotonic clock."""


def _is_signed_in(request: web.Request, method: str, payload: Mapping[str, Any]) -> bool:
    """Return whether a call has its token.

    https://docs.slack.dev/authentication/tokens
    """
    kind = "xapp-" if method == "apps.connections.open" else "xoxb-"
    given = str(payload.get("token") or request.headers.get("Authorization", ""))
    return given.removeprefix("Bearer ").startswith(kind)


class FakeSlack:
    """What arrived, and how the next calls are answered."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.base_url = ""
        self.calls: list[Call] = []
        self.workspace = Workspace()
        self.sockets = Sockets()
        self.complaints: list[str] = []
        self._loop = loop
        self._limits: Limits | None = None
        self._commands = count(1)
        self._answered: Counter[str] = Counter()
        self._faults: dict[str, deque[Answering]] = defaultdict(deque)
        self._arrived = threading.Condition()

    @property
    def api_url(self) -> str:
        """The Web API's address."""
        return f"{self.base_url}/api/"

    @property
    def response_url(self) -> str:
        """Where a command may be answered: another address for each, as Slack does it."""
        return f"{self.base_url}/response/T0/{next(self._commands)}/secret"

    def answer(self, method: str, *answers: Answering) -> None:
        """Answer the next calls of a method like this, one after the other."""
        self._faults[method].extend(answers)

    def enforce(self, pace: Pace) -> None:
        """Answer 429 to whatever comes faster than this from now on."""
        self._limits = Limits(pace)

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

    def deliver(
        self, kind: Kind, payload: Mapping[str, Any], patience: Patience = SLACKS
    ) -> Future[Receipt]:
        """Deliver over Socket Mode, to one of the connections, as soon as there is one."""
        return self._run(self.sockets.deliver(kind, payload, patience))

    def deliver_to(
        self, url: str, kind: Kind, payload: Mapping[str, Any], patience: Patience = SLACKS
    ) -> Future[Receipt]:
        """Deliver over HTTP, signed."""
        return self._run(deliver_to(url, kind, payload, patience))

    def disconnect(self, reason: Reason) -> Future[None]:
        """Ask a bot to connect anew, as Slack does every few hours."""
        return self._run(self.sockets.disconnect(reason))

    def drop(self) -> Future[None]:
        """Break every connection of Socket Mode without a word."""
        return self._run(self.sockets.drop())

    def problems(self) -> list[str]:
        """Say what Slack would not have taken, or shown otherwise."""
        judged = [each for call in self.calls for each in problems(call.method, call.payload)]
        return [*self.complaints, *judged]

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Keep a call, then answer it."""
        method = request.match_info.get("method", RESPONSE_URL)
        is_json = request.content_type == "application/json"
        payload: dict[str, Any] = dict(await request.json() if is_json else await request.post())
        if request.method == "GET":
            payload = dict(request.query)
        if is_json and method in READS_NO_JSON:
            self.complaints.append(f"{method}: reads no JSON")
        if method != RESPONSE_URL and not _is_signed_in(request, method, payload):
            self.complaints.append(f"{method}: without the bot's token")
        with self._arrived:
            self.calls.append(Call(method, payload, time.monotonic()))
            self._arrived.notify_all()

        def regular() -> web.Response:
            return self._regular(request, method, payload)

        if self._faults[method]:
            return await self._faults[method].popleft()(request, regular)
        rest = self._limits.put_off(method, payload) if self._limits else None
        if rest is not None:
            headers = {"Retry-After": str(rest)}
            return web.Response(
                status=429, text=json.dumps({"ok": False, "error": "ratelimited"}), headers=headers
            )
        return regular()

    def _regular(
        self, request: web.Request, method: str, payload: Mapping[str, Any]
    ) -> web.Response:
        if method == RESPONSE_URL:
            self._answered[request.path] += 1
            if self._answered[request.path] > RESPONSES:
                return web.json_response({"ok": False, "error": "used_url"}, status=404)
            return web.Response(text="ok")
        if method == "apps.connections.open":
            return web.json_response({"ok": True, "url": f"{self.base_url}/socket"})
        return web.json_response(answer_to(method, decoded(payload)[0], self.workspace))

    def _run(self, doing: Coroutine[Any, Any, _Done]) -> Future[_Done]:
        return asyncio.run_coroutine_threadsafe(doing, self._loop)


@contextmanager
def fake_slack(*, strict: bool = True) -> Iterator[FakeSlack]:
    """Run it on a free port until the end of the block; only a strict one judges what came."""
    with looping() as loop:
        slack = FakeSlack(loop)
        application = web.Application()
        application.router.add_route("*", "/api/{method}", slack.take)
        application.router.add_post("/response/{way:.*}", slack.take)
        application.router.add_get("/socket", slack.sockets.connect)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        asyncio.run_coroutine_threadsafe(start(runner, LOOPBACK), loop).result(PATIENCE_SECONDS)
        slack.base_url = f"http://{LOOPBACK}:{runner.addresses[0][1]}"
        try:
            yield slack
        finally:
            asyncio.run_coroutine_threadsafe(stop(runner), loop).result(PATIENCE_SECONDS)
    if strict and (found := slack.problems()):
        raise AssertionError("\n".join(found))
