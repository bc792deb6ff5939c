"""Getting one thing done at Slack: in its turn, again where that helps, and once."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from time import time
from typing import Final
from weakref import WeakValueDictionary

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.sending.calling import (
    PutOff,
    Refused,
    Reply,
    Taken,
    Unclear,
    Unsent,
    call_method,
)
from bot.slack.sending.errand import POST, RESPONSE, Errand, found_in, look_for
from bot.slack.sending.fate import STOPPED
from bot.slack.sending.pace import Pace, Turns
from bot.slack.sending.response_urls import ResponseUrls
from bot.slack.sending.tiers import METHODS, POSTING, UNKNOWN, Rate

PUT_OFFS: Final = 20
"""How often Slack may say "too many" to one thing before it is given up."""


class Carrier:
    """Knows Slack's pace, and what to do with each of its answers."""

    def __init__(self, client: AsyncWebClient, pace: Pace) -> None:
        self._client = client
        self._pace = pace
        self._workspace = Turns(pace.workspace)
        self._methods: dict[str, Turns] = {}
        # A channel's turns are kept by who uses them, and by those that are yet to come back.
        self._channels: WeakValueDictionary[str, Turns] = WeakValueDictionary()
        self._urls = ResponseUrls()
        self._calling: set[asyncio.Task[object] | None] = set()
        self._stopped = False

    async def carry(self, errand: Errand) -> Reply:
        """Do it, as often as it takes and makes sense; never raises."""
        begun, doubtful, failed, put_off = time(), False, 0, 0
        while True:
            reply = await (self._looked(errand, begun) if doubtful else self._once(errand))
            match reply:
                case Taken() | Refused():
                    return reply
                case PutOff():
                    put_off += 1
                case Unclear() if not errand.repeatable:
                    return reply
                case Unclear() | Unsent():
                    doubtful |= isinstance(reply, Unclear) and bool(errand.mark)
                    failed += 1
            if failed == self._pace.attempts or put_off == PUT_OFFS:
                return reply
            if self._stopped:
                return Unsent(STOPPED)
            if not isinstance(reply, PutOff):
                await asyncio.sleep(self._pace.backoff_seconds * 2 ** (failed - 1))

    def wait_for(self, channel: str, ahead: int) -> float:
        """Return how long a message to a channel would wait, with so many before it."""
        everywhere = max(self._workspace.wait(), self._method(POST).wait())
        return max(everywhere, self._channel(channel).wait(ahead))

    def stop(self) -> None:
        """Begin nothing again: what Slack does not take now stays undone."""
        self._stopped = True

    def is_calling(self, task: asyncio.Task[object]) -> bool:
        """Tell whether Slack is being asked at this moment, so that it may be done or not."""
        return task in self._calling

    async def _looked(self, errand: Errand, begun: float) -> Reply:
        """Do it unless it is done already; where that cannot be seen, do it."""
        looked = await self._once(look_for(errand, begun))
        match looked:
            case Taken(data):
                if ts := found_in(data, errand.mark):
                    return Taken({"ts": ts})
            case PutOff() | Unclear() | Unsent():
                return looked
        return await self._once(errand)

    async def _once(self, errand: Errand) -> Reply:
        """Wait for a turn, and do it once."""
        task = asyncio.current_task()
        async with AsyncExitStack() as turns:
            for gate in self._gates(errand):
                await turns.enter_async_context(gate.turn())
            self._calling.add(task)
            try:
                reply = await self._call(errand)
            finally:
                self._calling.discard(task)
        if isinstance(reply, PutOff):
            self._method(errand.method).hold(reply.seconds)
        return reply

    async def _call(self, errand: Errand) -> Reply:
        if errand.method == RESPONSE:
            return await self._urls.use(self._client, errand.url, errand.arguments)
        return await call_method(self._client, errand.method, errand.arguments)

    def _gates(self, errand: Errand) -> Iterator[Turns]:
        """Yield the turns to be waited for, always in the same order."""
        if errand.method in POSTING:
            yield self._channel(str(errand.arguments["channel"]))
            yield self._workspace
        yield self._method(errand.method)

    def _channel(self, channel: str) -> Turns:
        turns = self._channels.get(channel)
        if turns is None:
            turns = self._channels[channel] = Turns(self._pace.channel)
        return turns

    def _method(self, method: str) -> Turns:
        if method not in self._methods:
            self._methods[method] = Turns(self._rate(method))
        return self._methods[method]

    def _rate(self, method: str) -> Rate:
        if method in {POST, RESPONSE}:
            return self._pace.workspace
        return self._pace.tiers[METHODS.get(method, UNKNOWN)]
