"""Which deliveries were already taken: Slack sends again what was acknowledged late."""

from collections import OrderedDict
from collections.abc import Iterable

REMEMBERED = 10_000
"""Slack's last retry comes after five minutes; this many messages are more than that."""


class Seen:
    """Remembers the latest keys, in bounded memory."""

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._keys: OrderedDict[str, None] = OrderedDict()

    def claim(self, keys: Iterable[str]) -> bool:
        """Return whether none of `keys` was claimed before, and claim them all."""
        keys = tuple(keys)
        new = not any(key in self._keys for key in keys)
        for key in keys:
            self._keys[key] = None
        while len(self._keys) > self._remembered:
            self._keys.popitem(last=False)
        return new
