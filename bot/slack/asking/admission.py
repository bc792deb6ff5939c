"""Who may ask, and what they may see of the handbook."""

from bot.outcome import Refusal
from bot.slack.asking.people import Person, Standing
from bot.slack.delivered import is_direct
from bot.slack.manners import Manners
from index.search.scope import EVERYTHING, Scope

_REFUSALS = {
    Standing.GUEST: Refusal.GUEST,
    Standing.STRANGER: Refusal.STRANGER,
    Standing.UNKNOWN: Refusal.UNKNOWN,
}


def admitted(person: Person, channel: str, manners: Manners) -> Scope | Refusal:
    """Return what somebody may see in a channel (empty for a view), or why nothing.

    Who is no member sees the public pages, where the settings name any.
    """
    kept_out = manners.channels and not is_direct(channel)
    if kept_out and channel and channel not in manners.channels:
        return Refusal.CHANNEL
    if person.standing is Standing.MEMBER or person.team in manners.workspaces:
        return EVERYTHING
    if person.standing is Standing.GUEST and manners.guests:
        return EVERYTHING
    if manners.public:
        return EVERYTHING.narrowed(*manners.public)
    return _REFUSALS[person.standing]
