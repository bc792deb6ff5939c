"""Socket Mode: several connections, each envelope on one of them until it is acknowledged."""

import asyncio
import json
from collections.abc import Mapping
from itertools import count
from typing import Any, Final, Literal

from aiohttp import web

from tests.slack.fake.receipt import Kind, Patience, Receipt

MOST: Final = 10
"""Connections that Slack allows an app. https://docs.slack.dev/apis/events-api/using-socket-mode"""

BETWEEN_SECONDS: Final = 0.02
"""How often it is looked whether a bot has connected."""

Reason = Literal["warning", "refresh_requested", "link_disabled"]
"""Why Slack asks a bot to connect anew."""


class Sockets:
    """The connections of a bot, or of several."""

    def __init__(self) -> None:
        self._open: list[tuple[web.WebSocketResponse, asyncio.BaseTransport | None]] = []
        self._acks: dict[str, asyncio.Future[str]] = {}
        self._numbers = count(1)
        self.served: list[int] = []
        """Which connection each envelope went to, in order: by its place among the open ones."""

    @property
    def connections(self) -> int:
        """How many are open."""
        return len(self._open)

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Greet a bot that connects, and listen to its acknowledgements."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if len(self._open) >= MOST:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        kept = (socket, request.transport)
        self._open.append(kept)
        await socket.send_json({"type": "hello", "num_connections": len(self._open)})
        try:
            async for message in socket:
                self._take(json.loads(message.data))
        finally:
            self._open.remove(kept)
        return socket

    async def deliver(self, kind: Kind, payload: Mapping[str, Any], patience: Patience) -> Receipt:
        """Deliver an envelope, again where it is not acknowledged in time."""
        pauses = patience.pauses(kind)
        for tries, pause in enumerate(pauses):
            await asyncio.sleep(pause)
            said = await self._delivered(kind, payload, tries, patience.within)
            if said is not None:
                return Receipt(tries + 1, said)
        return Receipt(len(pauses), None)

    async def disconnect(self, reason: Reason) -> None:
        """Tell the oldest connection to go; after a warning it stays for now."""
        socket, _ = self._open[0]
        await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {}})
        if reason != "warning":
            await socket.close()

    async def drop(self) -> None:
        """Break every connection without a word."""
        for _, transport in self._open:
            if isinstance(transport, asyncio.WriteTransport):
                transport.abort()

    async def _delivered(
        self, kind: Kind, payload: Mapping[str, Any], tries: int, within: float
    ) -> str | None:
        envelope: dict[str, object] = {
            "type": kind,
            "envelope_id": f"envelope-{next(self._numbers)}",
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            reason = "timeout" if tries else ""
            envelope |= {"retry_attempt": tries, "retry_reason": reason}
        identity = str(envelope["envelope_id"])
        self._acks[identity] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(within):
                await (await self._next_socket()).send_json(envelope)
                return await self._acks[identity]
        except (TimeoutError, ConnectionError):
            return None
        finally:
            del self._acks[identity]

    async def _next_socket(self) -> web.WebSocketResponse:
        """Wait for a connection, and take them in turn."""
        while not self._open:  # noqa: ASYNC110 - a bot connects when it likes
            await asyncio.sleep(BETWEEN_SECONDS)
        place = len(self.served) % len(self._open)
        self.served.append(place)
        return self._open[place][0]

    def _take(self, said: Mapping[str, Any]) -> None:
        ack = self._acks.get(str(said.get("envelope_id")))
        if ack and not ack.done():
            payload = said.get("payload")
            ack.set_result(json.dumps(payload) if payload else "")
