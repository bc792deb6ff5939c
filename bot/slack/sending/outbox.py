"""The one way out to Slack: in turn, at Slack's pace, once."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from bot.fault import log_fault, new_reference
from bot.slack.lanes import Lanes
from bot.slack.sending.calling import Refused, Reply, Taken, Unsent
from bot.slack.sending.carrier import Carrier
from bot.slack.sending.errand import Errand, errand_of, lane_of, plainer
from bot.slack.sending.fate import CLOSED, fate_of, undelivered
from bot.slack.sending.letter import Failure, Fate, Letter, Post, Undelivered, Whisper
from bot.slack.sending.pace import SLACKS_PACE, Pace
from bot.slack.sending.troubles import Troubles
from bot.wording.catalogue import Words

TRIGGER_SECONDS: Final = 3.0
"""How long a `trigger_id` opens a view. https://docs.slack.dev/surfaces/modals"""

LAST_SECONDS: Final = 2.0
"""What of the time to close is left to calls that are on their way, when nothing more begins."""

_Done = TypeVar("_Done")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits for Slack at a moment."""

    waiting: int
    """Letters and calls that are not done yet."""
    longest: float
    """For how many seconds the oldest of them has been waiting."""


class Outbox:
    """Messages wait here until Slack takes them: those to one channel in the order of `send`.

    An update waits for other updates of its message, and for no new message.
    """

    def __init__(
        self, client: AsyncWebClient, words: Callable[[], Words], pace: Pace = SLACKS_PACE
    ) -> None:
        self._words = words
        self._long_seconds = pace.long_seconds
        self._carrier = Carrier(client, pace)
        self._troubles = Troubles(words, pace.quiet_seconds)
        self._lanes = Lanes()
        self._queued: Counter[str] = Counter()
        self._since: dict[asyncio.Task[Any], float] = {}
        self._closed = False

    async def send(self, letter: Letter) -> Fate:
        """Send a letter in its turn, and return what became of it; never raises."""
        return await self._kept(self._deliver(letter))

    async def call(self, method: str, **arguments: Any) -> Mapping[str, Any] | Undelivered:  # noqa: ANN401
        """Call any other method (`views.open`, `users.info`) at its pace; never raises."""
        return await self._kept(self._do(method, arguments))

    def wait_for(self, channel: str) -> float:
        """Return how many seconds a message to a channel would wait now before it is sent."""
        # The first of those in the queue has its turn, or waits for it where turns are given.
        return self._carrier.wait_for(channel, max(0, self._queued[channel] - 1))

    def backlog(self) -> Backlog:
        """Return what waits now."""
        if not self._since:
            return Backlog(0, 0.0)
        now = asyncio.get_running_loop().time()
        return Backlog(len(self._since), now - min(self._since.values()))

    async def close(self, within: float) -> None:
        """Send what waits for at most `within` seconds; take nothing new."""
        self._closed = True
        last = min(within, LAST_SECONDS)
        left = await _unfinished(set(self._since), within - last)
        self._carrier.stop()
        for task in left:
            if not self._carrier.is_calling(task):
                task.cancel()
        cut_off = await _unfinished(left, last)
        for task in cut_off:
            task.cancel()
        await asyncio.gather(*cut_off, return_exceptions=True)
        if unsent := [task for task in left if not _went_out(task)]:
            self._troubles.left(len(unsent))
        self._troubles.close()

    async def _kept(self, doing: Coroutine[Any, Any, _Done]) -> _Done | Undelivered:
        """Do it where `close` can end it, and tell so when it did."""
        if self._closed:
            doing.close()
            return CLOSED
        task = asyncio.ensure_future(doing)
        self._since[task] = asyncio.get_running_loop().time()
        try:
            return await task
        except asyncio.CancelledError:
            me = asyncio.current_task()
            if me is None or me.cancelling():
                raise
            return CLOSED
        except Exception as error:  # noqa: BLE001 - whoever sends has to be told, whatever it is
            reference = new_reference()
            log_fault(_log, self._words().say("log-sending-fault", reference=reference), error)
            return Undelivered(Failure.REFUSED, type(error).__name__)
        finally:
            del self._since[task]

    async def _deliver(self, letter: Letter) -> Fate:
        lane = lane_of(letter)
        if isinstance(letter, Post | Whisper):
            wait = self.wait_for(letter.channel)
            if wait >= self._long_seconds:
                self._troubles.long_queue(len(self._since), wait)
        self._queued[lane] += 1
        try:
            async with self._lanes.turn(lane):
                reply = await self._carried(letter)
        finally:
            self._queued[lane] -= 1
            if not self._queued[lane]:
                del self._queued[lane]
        fate = fate_of(letter, reply)
        if isinstance(fate, Undelivered) and fate != CLOSED:
            self._troubles.undelivered(letter, fate)
        return fate

    async def _carried(self, letter: Letter) -> Reply:
        """Carry a letter, and where Slack does not take it so, again with less."""
        reply = await self._carrier.carry(errand_of(letter))
        if isinstance(reply, Refused):
            for plain in plainer(letter, reply.word):
                self._troubles.plain(letter, reply.word)
                reply = await self._carrier.carry(plain)
                if not isinstance(reply, Refused):
                    break
        return reply

    async def _do(
        self, method: str, arguments: Mapping[str, Any]
    ) -> Mapping[str, Any] | Undelivered:
        limit = TRIGGER_SECONDS if "trigger_id" in arguments else None
        try:
            async with asyncio.timeout(limit):
                reply = await self._carrier.carry(Errand(method, arguments))
        except TimeoutError:
            reply = Unsent("expired_trigger_id")
        if isinstance(reply, Taken):
            return reply.data
        failed = undelivered(reply)
        if failed != CLOSED:
            self._troubles.call_failed(method, failed)
        return failed


async def _unfinished(tasks: set[asyncio.Task[Any]], seconds: float) -> set[asyncio.Task[Any]]:
    """Return which of them are not done after so many seconds."""
    return (await asyncio.wait(tasks, timeout=seconds))[1] if tasks else set()


def _went_out(task: asyncio.Task[Any]) -> bool:
    """Tell whether what was to be done came to an end of its own."""
    ended = task.done() and not task.cancelled() and task.exception() is None
    return ended and task.result() != CLOSED
