"""How the bot behaves where an answer stands."""

from dataclasses import replace

from bot.slack.asking.offering import escalation_of
from bot.slack.desk import Desk
from bot.slack.pressing.origin import Origin
from bot.store.channels import USUAL, ChannelSettings
from bot.store.who import Where


async def settings_at(desk: Desk, origin: Origin) -> ChannelSettings:
    """Return what was set for the channel; the usual where the store does not say in time."""
    if not origin.channel:
        return USUAL
    # Who presses in a shared channel may come from another workspace: the setting is in ours.
    return await desk.store.channels.find(Where(desk.people.home.team, origin.channel))


async def with_escalation(desk: Desk, origin: Origin) -> Origin:
    """Return where an answer stands, with the channel where a person is asked about it."""
    settings = await settings_at(desk, origin)
    return replace(origin, escalation=escalation_of(settings, desk))
