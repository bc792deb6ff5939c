"""Which message answers which question: an edited question has its answer updated."""

from dataclasses import dataclass

from bot.store.who import Where, Who


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that was posted."""

    messages: tuple[str, ...]
    """The bot's messages, in order; at least one."""
    asker: Who
    """Who asked: what is kept about them can be told and forgotten."""


class Replies:
    """Kept for a day."""

    async def find(self, where: Where, question: str) -> Reply | None:
        """Return what answers the message `question` of a channel; None where nothing does."""
        raise NotImplementedError

    async def keep(self, where: Where, question: str, reply: Reply) -> None:
        """Remember what answers it."""
        raise NotImplementedError
