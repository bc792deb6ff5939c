"""More: the whole section in a modal, and from there to those that were found beside it."""

from slack_bolt.async_app import AsyncApp

from bot.outcome import hits_of
from bot.slack.asking.viewer import Viewer
from bot.slack.desk import Desk
from bot.slack.pressing.modal import Modal, remembered, told
from bot.slack.pressing.press import Press, on_press
from bot.slack.pressing.showing import showing
from bot.slack.pressing.shown import GoneError, answer_again, section_of
from bot.slack.rendering.buttons import Subject, buttons_piece
from bot.slack.rendering.control import Control
from bot.slack.rendering.packing import blocks_of
from bot.slack.rendering.section_view import section_view
from index.contents import section_key
from index.reading.page import Section


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register what happens when somebody wants to see all of a section."""
    on_press(app, desk, Control.MORE, showing(whole_section))


async def whole_section(press: Press, presser: Viewer) -> Modal:
    """Return the section that a button names; where it is gone, what is nearest now."""
    origin, words = press.origin, presser.words
    key = origin.carried.section
    near = [section for section in await _near(press, presser) if section_key(section) != key]
    row = Subject(origin.carried.question, None, words).choices(near)
    below = [*blocks_of(buttons_piece([row], words))] if row else []
    try:
        section = section_of(origin, presser, press.desk)
    except GoneError:
        lines = [words.say("section-gone"), words.say("section-nearest") if near else ""]
        return told(words, origin, *lines, below=below)
    view = section_view(section, words, below=below)
    return {**view, "private_metadata": remembered(origin, words)}


async def _near(press: Press, presser: Viewer) -> tuple[Section, ...]:
    """Return what the question finds now."""
    if not press.origin.carried.question:
        return ()
    again = await answer_again(press.origin, presser, press.desk)
    return tuple(hit.passage.section for hit in hits_of(again))
