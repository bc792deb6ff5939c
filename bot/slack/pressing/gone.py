"""A section that is gone: said, with what is nearest to the question now."""

from bot.slack.asking.offering import offered
from bot.slack.asking.viewer import Viewer
from bot.slack.pressing.channel import settings_at
from bot.slack.pressing.press import Press
from bot.slack.pressing.shown import answer_again
from bot.slack.pressing.telling import show_instead, tell
from bot.slack.rendering.control import Control
from bot.slack.rendering.outcome_message import outcome_messages
from bot.slack.rendering.piece import text_piece
from index.reading.prose import Prose


async def show_nearest(press: Press, presser: Viewer) -> None:
    """Ask the question again, in place of a private answer, else for who pressed alone."""
    desk, origin = press.desk, press.origin
    again = await answer_again(origin, presser, desk)
    gone = [text_piece(Prose(presser.words.say("section-gone")))]
    settings = await settings_at(desk, origin)
    if origin.private:
        private = offered(again, settings, desk, Control.SHARE)
        await show_instead(press, *outcome_messages(again, private, gone))
    else:
        await tell(press, *outcome_messages(again, offered(again, settings, desk), gone))
