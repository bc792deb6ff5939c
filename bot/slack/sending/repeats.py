"""A log that says a thing at once, and while it goes on how often it came: once a minute."""

import asyncio
import logging
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from bot.wording.catalogue import Words

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Told:
    """Something that was logged not long ago."""

    line: str
    """The newest line of its kind."""
    timer: asyncio.TimerHandle
    """Ends the time for which it is only counted."""
    more: int = 0
    """How many came since."""


class Repeats:
    """Logs the first of a kind at once, and those that follow it soon by their number."""

    def __init__(self, words: Callable[[], Words], quiet_seconds: float) -> None:
        self._words = words
        self._quiet = quiet_seconds
        self._told: dict[Hashable, _Told] = {}

    def tell(self, kind: Hashable, line: str) -> None:
        """Log a line, or count it when its kind was logged not long ago."""
        told = self._told.get(kind)
        if told is None:
            self._say(kind, line)
        else:
            told.line, told.more = line, told.more + 1

    def close(self) -> None:
        """Log what was only counted so far."""
        for told in self._told.values():
            told.timer.cancel()
            if told.more:
                self._again(told)
        self._told.clear()

    def _say(self, kind: Hashable, line: str) -> None:
        _log.warning(line)
        self._keep(kind, line)

    def _keep(self, kind: Hashable, line: str) -> None:
        timer = asyncio.get_running_loop().call_later(self._quiet, self._after, kind)
        self._told[kind] = _Told(line, timer)

    def _after(self, kind: Hashable) -> None:
        told = self._told.pop(kind)
        if told.more:
            self._again(told)
            self._keep(kind, told.line)

    def _again(self, told: _Told) -> None:
        _log.warning(self._words().say("log-again", line=told.line, count=told.more))
