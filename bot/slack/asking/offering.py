"""Which controls an answer has in a place."""

from bot.answer import Answered, Uncertain, Vague
from bot.outcome import Outcome
from bot.slack.desk import Desk
from bot.slack.rendering.control import Control
from bot.slack.rendering.outcome_message import Offered
from bot.store.channels import ChannelSettings

ALWAYS = frozenset({Control.MORE, Control.CHOICE, Control.BROWSE})
"""These need nothing but the handbook."""


def offered(outcome: Outcome, settings: ChannelSettings, desk: Desk, *more: Control) -> Offered:
    """Return what an answer offers: nothing that would lead nowhere.

    `more` is what only this place has: an answer that one person sees can be shared.
    """
    controls = set(ALWAYS.union(more))
    if desk.manners.feedback:
        controls |= {Control.HELPFUL, Control.NOT_HELPFUL}
    if settings.escalation or desk.manners.escalation:
        controls.add(Control.PERSON)
    issues = desk.manners.issues or _issues(outcome, desk)
    if issues:
        controls.add(Control.MISSING)
    return Offered(frozenset(controls), issues, desk.manners.command, desk.manners.tables)


def _issues(outcome: Outcome, desk: Desk) -> str:
    """Return the form for a new issue at the host of the handbook that answers, or nothing."""
    if desk.edition is None:
        return ""
    hits = outcome.hits if isinstance(outcome, Answered | Uncertain | Vague) else ()
    return desk.edition.issues(hits[0].passage.section.page if hits else "")
