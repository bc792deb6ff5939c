"""Missing in the handbook: a link, of which Slack tells all the same when it is opened."""

from slack_bolt.async_app import AsyncApp

from bot.slack.desk import Desk
from bot.slack.pressing.press import Press, on_press
from bot.slack.rendering.control import Control


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register that nothing more happens when the issue tracker is opened."""
    on_press(app, desk, Control.MISSING, _opened)


async def _opened(_: Press) -> None:
    """Do nothing: the browser has opened, and the press is acknowledged."""
