"""All that is listened to beside messages."""

from slack_bolt.async_app import AsyncApp

from bot.slack.desk import Desk
from bot.slack.surfaces import browse, channel, forgetting, home, look_up, search, unfolding


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register every place beside messages."""
    for each in (home, browse, search, look_up, unfolding, channel, forgetting):
        each.listen(app, desk)
