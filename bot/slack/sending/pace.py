"""Slack's pace: who may call now, who has to wait, and for how long."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from bot.slack.sending.tiers import CHANNEL, TIERS, WORKSPACE, Rate, Tier


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the bot may be, and how patient it is."""

    channel: Rate = CHANNEL
    """Messages to one channel."""
    workspace: Rate = WORKSPACE
    """Messages to all channels together."""
    tiers: Mapping[Tier, Rate] = field(default_factory=lambda: TIERS)
    """Calls of one method."""
    attempts: int = 6
    """How often something is tried that Slack did not take because it was away or unwell."""
    backoff_seconds: float = 0.5
    """Between the first try and the second; each further wait is twice as long as the last."""
    quiet_seconds: float = 60.0
    """For how long the same trouble is counted and not logged again."""
    long_seconds: float = 10.0
    """A queue is long when a message to the end of it waits for so long."""


SLACKS_PACE: Final = Pace()
"""What Slack's pages ask for."""


class Turns:
    """Lets through as many as a rate allows, in the order in which they came.

    A turn is given back so long after it was used that no window of Slack's holds more of them,
    whenever it begins and however long a call was on its way.
    """

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._free = asyncio.Semaphore(rate.times)
        self._waiting = 0
        self._used = 0
        self._back: deque[float] = deque()
        self._held = 0.0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn and use it."""
        self._waiting += 1
        try:
            await self._free.acquire()
        finally:
            self._waiting -= 1
        self._used += 1
        try:
            await self._rest()
            yield
        finally:
            self._used -= 1
            self._back.append(_now() + self._rate.seconds)
            asyncio.get_running_loop().call_later(self._rate.seconds, self._give_back)

    def hold(self, seconds: float) -> None:
        """Let nobody through for a while: Slack asked for it."""
        self._held = max(self._held, _now() + seconds)

    def wait(self, ahead: int = 0) -> float:
        """Return how long somebody waits who comes now, when `ahead` more come before."""
        now, seconds = _now(), self._rate.seconds
        coming = [*self._back, *[now + seconds] * self._used]
        place = self._waiting + ahead - (self._rate.times - len(coming))
        held = max(0.0, self._held - now)
        if place < 0:
            return held
        rounds, place = divmod(place, self._rate.times)
        soonest = coming[place] if place < len(coming) else now + seconds
        return max(held, soonest - now + rounds * seconds)

    async def _rest(self) -> None:
        rest = self._held - _now()
        if rest > 0:
            await asyncio.sleep(rest)
            await self._rest()  # it may have been asked for more meanwhile

    def _give_back(self) -> None:
        self._back.popleft()
        self._free.release()


def _now() -> float:
    return asyncio.get_running_loop().time()
