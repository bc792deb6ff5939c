"""A choice: the section that was meant becomes the answer, for those who saw the question."""

from slack_bolt.async_app import AsyncApp

from bot.outcome import Outcome
from bot.slack.asking.offering import offered
from bot.slack.asking.viewer import Viewer
from bot.slack.desk import Desk
from bot.slack.pressing.channel import settings_at
from bot.slack.pressing.gone import show_nearest
from bot.slack.pressing.more import whole_section
from bot.slack.pressing.once import first_time
from bot.slack.pressing.press import Press, on_press
from bot.slack.pressing.showing import showing
from bot.slack.pressing.shown import GoneError, answer_chosen
from bot.slack.pressing.telling import show_instead, tell, working
from bot.slack.rendering.control import Control
from bot.slack.rendering.outcome_message import outcome_messages
from bot.slack.rendering.packing import notice_message
from bot.slack.sending.letter import Post, Undelivered
from bot.slack.sending.series import send_each


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register what happens when somebody says which section they meant."""
    in_view, in_message = showing(whole_section), working(_choose)

    async def choose(press: Press) -> None:
        await (in_view if press.view else in_message)(press)

    on_press(app, desk, Control.CHOICE, choose)


async def _choose(press: Press, presser: Viewer) -> None:
    """Show the section in place of a private answer; else in the thread, if the asker chose."""
    desk, origin = press.desk, press.origin
    try:
        chosen = await answer_chosen(origin, presser, desk)
    except GoneError:
        await show_nearest(press, presser)
        return
    settings = await settings_at(desk, origin)
    if origin.private:
        private = offered(chosen, settings, desk, Control.SHARE)
        await show_instead(press, *outcome_messages(chosen, private))
    elif press.by_asker:
        await _show_everybody(press, presser, chosen)
    else:
        # What one person wonders about is no news for everybody else in the thread.
        await tell(press, *outcome_messages(chosen, offered(chosen, settings, desk)))


async def _show_everybody(press: Press, presser: Viewer, chosen: Outcome) -> None:
    desk, origin = press.desk, press.origin
    place = (origin.channel, origin.message, origin.carried.section)
    if not await first_time(desk, Control.CHOICE, *place):
        await tell(press, notice_message(presser.words.say("choice-once")))
        return
    settings = await settings_at(desk, origin)
    messages = outcome_messages(chosen, offered(chosen, settings, desk))
    posts = [Post(origin.channel, origin.thread, message) for message in messages]
    if isinstance((await send_each(desk.outbox, posts)).fate, Undelivered):
        await tell(press, *messages)
