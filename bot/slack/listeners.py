"""What the bot reacts to: Slack is told at once that it is here, the work is begun behind that."""

import logging
from typing import Any

from slack_bolt.async_app import AsyncApp

from bot.fault import log_fault, new_reference
from bot.slack.asking import commanding
from bot.slack.asking.incoming import read_event
from bot.slack.asking.question import Edited, Nothing, Question
from bot.slack.asking.reception import Reception
from bot.slack.desk import Desk
from bot.slack.pressing import leftover
from bot.slack.pressing import listening as pressing
from bot.slack.surfaces import listening as surfaces

_log = logging.getLogger(__name__)


def listen(app: AsyncApp, desk: Desk, reception: Reception) -> None:
    """Register everything that the bot reacts to."""

    @app.event("app_mention")
    async def mention(body: dict[str, Any]) -> None:
        _take(body, desk, reception)

    @app.event("message")
    async def message(body: dict[str, Any]) -> None:
        _take(body, desk, reception)

    @app.error
    async def fault(error: Exception) -> None:
        log_fault(_log, desk.words.say("log-fault", reference=new_reference()), error)

    commanding.listen(app, desk, reception)
    pressing.listen(app, desk)
    surfaces.listen(app, desk)
    # Last: it answers whatever nothing above reacts to.
    leftover.listen(app, desk)


def _take(body: dict[str, Any], desk: Desk, reception: Reception) -> None:
    match read_event(body, desk.people.home.bot):
        case Question() as question:
            reception.take(question)
        case Edited() as edited:
            reception.take_edit(edited)
        case Nothing():
            pass
