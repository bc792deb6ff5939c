"""Threads that the bot takes part in: what they are about, and whether it was told to stop."""

from dataclasses import dataclass
from enum import StrEnum

from bot.store.rows import Rows
from bot.store.tables import THREADS
from bot.store.who import Where


class Following(StrEnum):
    """Whether questions in a thread are answered without a mention."""

    ON = "on"
    """They are."""
    STOPPED = "stopped"
    """Somebody said stop: only a mention is answered."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread that the bot was asked in."""

    following: Following
    """Whether it follows."""
    subject: str
    """The last question as it was understood: what "and who approves it?" goes on from."""


class Threads:
    """Forgotten after `THREAD_DAYS` of silence."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def find(self, where: Where) -> Thread | None:
        """Return what is known of a thread; None where the bot was not asked in it."""
        row = await self._rows.find(THREADS, _key(where))
        if row is None:
            return None
        return Thread(Following(str(row["following"])), str(row["subject"]))

    async def keep(self, where: Where, thread: Thread) -> None:
        """Remember a thread."""
        said = {"following": thread.following.value, "subject": thread.subject}
        self._rows.keep(THREADS, {**_key(where), **said})


def _key(where: Where) -> dict[str, str]:
    return {"workspace": where.workspace, "channel": where.channel, "thread": where.thread}
