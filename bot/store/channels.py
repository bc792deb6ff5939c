"""How the bot behaves in a channel, as set from inside it."""

import json
from dataclasses import dataclass
from enum import StrEnum

from bot.store.columns import PERSON, PERSON_WORKSPACE
from bot.store.rows import Rows
from bot.store.tables import CHANNELS
from bot.store.who import Where, Who


class Mode(StrEnum):
    """What is answered in a channel."""

    MENTIONS = "mentions"
    """What mentions the bot, and what follows in that thread."""
    QUESTIONS = "questions"
    """Every question that is asked in the channel."""
    SILENT = "silent"
    """Nothing, in sight of all: who asks is answered alone."""


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """What was set for a channel."""

    mode: Mode = Mode.MENTIONS
    """What is answered."""
    chapters: tuple[str, ...] = ()
    """Patterns of the pages that answer; none for all."""
    escalation: str = ""
    """Id of the channel that "ask a person" posts to; empty: the one of the bot's settings."""


USUAL = ChannelSettings()
"""What holds where nothing was set."""


class Channels:
    """The channels that something was set for."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def find(self, where: Where) -> ChannelSettings:
        """Return what was set for a channel, `USUAL` where nothing was."""
        row = await self._rows.find(CHANNELS, _key(where))
        if row is None:
            return USUAL
        return ChannelSettings(
            mode=Mode(str(row["mode"])),
            chapters=tuple(json.loads(str(row["chapters"]))),
            escalation=str(row["escalation"]),
        )

    async def keep(self, where: Where, settings: ChannelSettings, by: Who) -> None:
        """Remember what `by` set.

        Raises:
            StoreAwayError: when it cannot be kept: the person is told.
        """
        said = {
            "mode": settings.mode.value,
            "chapters": json.dumps(settings.chapters),
            "escalation": settings.escalation,
            PERSON_WORKSPACE: by.workspace,
            PERSON: by.person,
        }
        await self._rows.keep_now(CHANNELS, {**_key(where), **said})


def _key(where: Where) -> dict[str, str]:
    return {"workspace": where.workspace, "channel": where.channel}
