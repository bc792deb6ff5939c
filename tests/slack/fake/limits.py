"""Slack's limits on how often it is called, enforced to the letter: no burst is let through."""

import math
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from typing import Any

from bot.slack.sending.pace import Pace
from bot.slack.sending.tiers import METHODS, POSTING, Rate


class Limits:
    """Counts what came within each window that ends now."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._came: dict[str, deque[float]] = defaultdict(deque)

    def put_off(self, method: str, arguments: Mapping[str, Any]) -> int | None:
        """Count a call, or return after how many seconds it may come again."""
        now = time.monotonic()
        rates = dict(self._rates(method, arguments))
        rests = [rest for name, rate in rates.items() if (rest := self._rest(name, rate, now))]
        if rests:
            return max(1, math.ceil(max(rests)))
        for name in rates:
            self._came[name].append(now)
        return None

    def _rates(self, method: str, arguments: Mapping[str, Any]) -> Iterator[tuple[str, Rate]]:
        if method in POSTING:
            yield f"channel {arguments.get('channel')}", self._pace.channel
            yield "workspace", self._pace.workspace
        if method in METHODS:
            yield method, self._pace.tiers[METHODS[method]]

    def _rest(self, name: str, rate: Rate, now: float) -> float:
        came = self._came[name]
        while came and came[0] <= now - rate.seconds:
            came.popleft()
        return came[0] + rate.seconds - now if len(came) >= rate.times else 0.0
