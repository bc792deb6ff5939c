"""What helps where an answer did not: a person, or a word to those who write the handbook."""

from slack_sdk.models.blocks import Block, ButtonElement

from bot.slack.asking.offering import offered_at
from bot.slack.desk import Desk
from bot.slack.pressing.origin import Origin
from bot.slack.rendering.buttons import Subject, buttons_piece
from bot.slack.rendering.control import Control
from bot.slack.rendering.issue import issue_address
from bot.slack.rendering.packing import message_of
from bot.wording.catalogue import Words
from index.contents import section_with


def next_steps(desk: Desk, origin: Origin, words: Words) -> list[Block]:
    """Return a row of buttons: of a person only where there is somewhere to ask."""
    publication, key = desk.library.publication, origin.carried.section
    section = section_with(key, publication.index) if publication and key else None
    subject = Subject(origin.carried.question, section, words)
    offered = offered_at(desk, origin.escalation, section.page if section else "")
    row: list[ButtonElement] = []
    if Control.PERSON in offered.controls:
        row.append(subject.button(Control.PERSON))
    if address := issue_address(offered.issues, subject.question, section, words):
        row.append(subject.button(Control.MISSING, address))
    return [*message_of(buttons_piece([row], words)).blocks] if row else []
