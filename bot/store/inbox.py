"""Questions that were taken: each once, whatever process it reaches, and none lost with one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Work:
    """Something that was delivered and has to be answered."""

    keys: tuple[str, ...]
    """By what it is known when it is delivered again; the first names it."""
    body: str
    """What another process needs to answer it, as JSON; gone from the store once it is done."""
    taken: datetime
    """When it came, with a time zone."""


class Inbox:
    """What was taken and is not done yet."""

    async def take(self, work: Work) -> bool:
        """Return whether none of its keys was taken before, by any process, and take them all.

        While the store is away this process's own memory decides.
        """
        raise NotImplementedError

    async def done(self, work: Work) -> None:
        """Forget what was said; the keys are known for a day, so that it isn't answered again."""
        raise NotImplementedError

    async def adopt(self) -> Sequence[Work]:
        """Return what processes have left undone that are not alive any more, now this one's."""
        raise NotImplementedError

    async def release(self) -> None:
        """Leave what is not done to other processes: this one ends."""
        raise NotImplementedError
