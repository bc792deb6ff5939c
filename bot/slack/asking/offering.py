"""Which controls an answer has in a place."""

from bot.outcome import Outcome, hits_of
from bot.slack.desk import Desk
from bot.slack.rendering.control import Control
from bot.slack.rendering.outcome_message import Offered
from bot.store.channels import ChannelSettings

ALWAYS = frozenset({Control.MORE, Control.CHOICE, Control.BROWSE})
"""These need nothing but the handbook."""

FEEDBACK = frozenset({Control.HELPFUL, Control.NOT_HELPFUL})


def offered(outcome: Outcome, settings: ChannelSettings, desk: Desk, *more: Control) -> Offered:
    """Return what an answer offers where these settings hold.

    `more` is what only this place has: an answer that one person sees can be shared.
    """
    page = next((hit.passage.section.page for hit in hits_of(outcome)), "")
    return offered_at(desk, escalation_of(settings, desk), page, *more)


def escalation_of(settings: ChannelSettings, desk: Desk) -> str:
    """Return the channel where a person is asked; empty where none can be."""
    return settings.escalation or desk.manners.escalation


def offered_at(desk: Desk, escalation: str, page: str = "", *more: Control) -> Offered:
    """Return what an answer from a page offers: nothing that would lead nowhere."""
    controls = ALWAYS.union(more)
    if desk.manners.feedback:
        controls |= FEEDBACK
    if escalation:
        controls |= {Control.PERSON}
    issues = desk.manners.issues or (desk.edition.issues(page) if desk.edition else "")
    if issues:
        controls |= {Control.MISSING}
    return Offered(controls, issues, desk.manners.command, desk.manners.tables)
