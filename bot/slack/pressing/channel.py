"""How the bot behaves where an answer stands, known in time for a press."""

import asyncio
from dataclasses import replace
from typing import Final

from bot.slack.desk import Desk
from bot.slack.pressing.origin import Origin
from bot.store.channels import USUAL, ChannelSettings
from bot.store.who import Where

STORE_SECONDS: Final = 1.0
"""How long the store is waited for: whoever presses looks at the screen."""


async def settings_at(desk: Desk, origin: Origin) -> ChannelSettings:
    """Return what was set for the channel; the usual where the store does not say in time."""
    if not origin.channel:
        return USUAL
    try:
        async with asyncio.timeout(STORE_SECONDS):
            return await desk.store.channels.find(Where(origin.workspace, origin.channel))
    except TimeoutError:
        return USUAL


async def with_escalation(desk: Desk, origin: Origin) -> Origin:
    """Return where an answer stands, with the channel where a person is asked about it."""
    settings = await settings_at(desk, origin)
    return replace(origin, escalation=settings.escalation or desk.manners.escalation)
