"""What an answer that is shown because of a press lets people do."""

from bot.slack.desk import Desk
from bot.slack.pressing.channel import with_escalation
from bot.slack.pressing.origin import Origin
from bot.slack.rendering.control import Control
from bot.slack.rendering.outcome_message import Offered

_ALWAYS = frozenset({Control.MORE, Control.CHOICE, Control.BROWSE})
_FEEDBACK = frozenset({Control.HELPFUL, Control.NOT_HELPFUL})


async def offered_at(desk: Desk, origin: Origin, *further: Control) -> Offered:
    """Return the controls that do something there."""
    controls = _ALWAYS | set(further)
    if desk.manners.feedback:
        controls |= _FEEDBACK
    if (await with_escalation(desk, origin)).escalation:
        controls |= {Control.PERSON}
    return Offered(controls, desk.manners.issues, desk.manners.command)
