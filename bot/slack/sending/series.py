"""Several letters that belong together: where one does not arrive, the rest is not sent."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.slack.sending.letter import Delivered, Fate, Letter, Undelivered
from bot.slack.sending.outbox import Outbox


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a series."""

    messages: tuple[str, ...]
    """The messages that stand there, in order."""
    fate: Fate
    """What became of the last one that was tried; delivered where there was none."""


async def send_each(outbox: Outbox, letters: Iterable[Letter]) -> Sent:
    """Send letters one after the other."""
    messages: list[str] = []
    fate: Fate = Delivered("")
    for letter in letters:
        fate = await outbox.send(letter)
        if isinstance(fate, Undelivered):
            break
        messages.append(fate.ts)
    return Sent(tuple(messages), fate)
