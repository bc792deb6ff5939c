"""What was found, as a window shows it."""

from dataclasses import replace
from typing import Any, Final

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.answer import NotReadError
from bot.outcome import Outcome
from bot.slack.asking.offering import offered
from bot.slack.asking.viewer import Viewer
from bot.slack.desk import Desk
from bot.slack.rendering.control import Control
from bot.slack.rendering.outcome_message import outcome_messages
from bot.slack.rendering.section_view import section_view
from bot.slack.surfaces.opening import Making
from bot.slack.surfaces.window import told
from bot.store.channels import ChannelSettings
from index.contents import section_with

ELSEWHERE: Final = frozenset({Control.HELPFUL, Control.NOT_HELPFUL, Control.PERSON})
"""What belongs to an answer that stands in a conversation."""


def answer_blocks(outcome: Outcome, settings: ChannelSettings, desk: Desk) -> list[Block]:
    """Return whatever came of a question; Slack draws its tables in messages only."""
    offer = offered(outcome, settings, desk)
    offer = replace(offer, controls=offer.controls - ELSEWHERE, tables=False)
    return [block for each in outcome_messages(outcome, offer) for block in each.blocks]


def section_window(desk: Desk, key: str) -> Making:
    """Return what shows a section, or says that the handbook has lost it."""

    async def make(viewer: Viewer) -> View:
        if desk.library.publication is None:
            raise NotReadError
        section = section_with(key, desk.library.publication.index)
        if section is None or not viewer.scope.holds(section.page):
            return told(viewer.words, viewer.words.say("browse-gone"))
        shown: dict[str, Any] = section_view(section, viewer.words)
        return View(**shown)

    return make
