"""The slash command: what it says only the asker sees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.slack.asking.answering import (
    Asked,
    fault_of,
    outcome_of,
    speaking_to,
)
from bot.slack.asking.command_text import (
    Ask,
    read_command,
)
from bot.slack.asking.offering import offered
from bot.slack.asking.people import Person
from bot.slack.asking.reception import Reception
from bot.slack.desk import Desk
from bot.slack.rendering.control import Control
from bot.slack.rendering.help import help_message
from bot.slack.rendering.message import Message
from bot.slack.rendering.outcome_message import Offered, outcome_messages
from bot.slack.sending.letter import Respond
from bot.store.who import Where
from bot.wording.catalogue import words_in


@dataclass(frozen=True, slots=True)
class Typed:
    """A slash command that somebody typed."""

    text: str
    """What stands after its name."""
    user: str
    """Id of who typed it."""
    team: str
    """Id of their workspace."""
    channel: str
    """Where."""
    trigger: str
    """Opens a view within three seconds."""
    response_url: str
    """Where it is answered."""


def listen(app: AsyncApp, desk: Desk, reception: Reception) -> None:
    """Register the slash command."""

    @app.command(desk.manners.command)
    async def command(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        reception.follow(_answer(_typed(body), desk))


def _typed(body: Mapping[str, Any]) -> Typed:
    """Return what Slack says of a command.

    https://docs.slack.dev/interactivity/implementing-slash-commands
    """
    names = ("text", "user_id", "team_id", "channel_id", "trigger_id", "response_url")
    return Typed(*(str(body.get(name) or "") for name in names))


async def _answer(typed: Typed, desk: Desk) -> None:
    try:
        said = await _said(typed, desk)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        said = outcome_messages(fault_of(error, desk, desk.library.language()), Offered())
    for message in said:
        await desk.outbox.send(Respond(typed.response_url, message))


async def _said(typed: Typed, desk: Desk) -> Sequence[Message]:
    person = await desk.people.find(typed.user, typed.team)
    match read_command(typed.text):
        case Ask(text):
            return await _found(text, typed, person, desk)
        case _:
            words = words_in(speaking_to(person, desk))
            return (help_message(desk.edition, desk.manners.command, words),)


async def _found(text: str, typed: Typed, person: Person, desk: Desk) -> Sequence[Message]:
    asked = await _asked(text, typed, person, desk)
    outcome = outcome_of(asked, desk)
    return outcome_messages(outcome, offered(outcome, asked.settings, desk, Control.SHARE))


async def _asked(text: str, typed: Typed, person: Person, desk: Desk) -> Asked:
    settings = await desk.store.channels.find(Where(desk.people.home.team, typed.channel))
    return Asked(text, person, typed.channel, settings)
