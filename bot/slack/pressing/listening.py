"""Every button of an answer, with what happens when it is pressed."""

from slack_bolt.async_app import AsyncApp

from bot.slack.desk import Desk
from bot.slack.pressing import choice, missing, more, person, share, verdict


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register all of them."""
    for control in (more, share, verdict, person, missing, choice):
        control.listen(app, desk)
