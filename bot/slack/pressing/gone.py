"""A section that is gone: said, with what is nearest to the question now."""

from bot.slack.pressing.offering import offered_at
from bot.slack.pressing.press import Press
from bot.slack.pressing.presser import Presser
from bot.slack.pressing.shown import answer_again
from bot.slack.pressing.telling import show_instead, tell
from bot.slack.rendering.control import Control
from bot.slack.rendering.outcome_message import outcome_messages
from bot.slack.rendering.piece import text_piece
from index.reading.prose import Prose


async def show_nearest(press: Press, presser: Presser) -> None:
    """Ask the question again, in place of a private answer, else for who pressed alone."""
    desk, origin = press.desk, press.origin
    again = await answer_again(origin, presser, desk)
    gone = [text_piece(Prose(presser.words.say("section-gone")))]
    if origin.private:
        offered = await offered_at(desk, origin, Control.SHARE)
        await show_instead(press, *outcome_messages(again, offered, gone))
    else:
        await tell(press, *outcome_messages(again, await offered_at(desk, origin), gone))
