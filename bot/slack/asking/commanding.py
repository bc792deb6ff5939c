"""The slash command: what it says only the asker sees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.answer import Answer, NotReadError
from bot.slack.asking.answering import (
    Asked,
    outcome_by,
    outcome_of,
    speaking_to,
    within,
)
from bot.slack.asking.command_text import (
    AboutMe,
    Ask,
    ChannelSettings,
    ForgetMe,
    Help,
    Lately,
    WhoIs,
    read_command,
)
from bot.slack.asking.excuse import excuse
from bot.slack.asking.offering import offered
from bot.slack.asking.people import Person
from bot.slack.asking.reception import Reception
from bot.slack.asking.viewer import find_viewer
from bot.slack.desk import Desk
from bot.slack.rendering.control import Control
from bot.slack.rendering.help import help_message
from bot.slack.rendering.message import Message, notice_message
from bot.slack.rendering.outcome_message import outcome_messages
from bot.slack.sending.letter import Respond
from bot.slack.surfaces.about_me import kept_message
from bot.slack.surfaces.channel import open_channel_settings
from bot.slack.surfaces.forgetting import forget_message
from bot.slack.surfaces.lately import lately_message
from bot.store.store import StoreAwayError
from bot.store.who import Where, Who
from bot.whois import who_is
from bot.wording.catalogue import Words, words_in
from index.search.scope import Scope


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
        said = (excuse(error, desk, desk.library.language()),)
    for message in said:
        await desk.outbox.send(Respond(typed.response_url, message))


async def _said(typed: Typed, desk: Desk) -> Sequence[Message]:
    person = await desk.people.find(typed.user, typed.team)
    words = words_in(speaking_to(person, desk))
    match read_command(typed.text):
        case Help():
            return (help_message(desk.edition, desk.manners.command, words),)
        case Ask(text):
            return await _found(text, typed, person, desk)
        case WhoIs(name, user):
            named = name or (await desk.people.find(user, typed.team)).name
            return await _contacts(named, typed, person, desk)
        case Lately():
            return await _changed(typed, person, desk)
        case AboutMe():
            return (await _kept(person, desk, words),)
        case ForgetMe():
            return (forget_message(words),)
        case ChannelSettings():
            who = Who(typed.team, typed.user)
            await open_channel_settings(desk, typed.trigger, who, typed.channel)
            return ()


async def _changed(typed: Typed, person: Person, desk: Desk) -> Sequence[Message]:
    viewer = await find_viewer(desk, typed.user, typed.team, typed.channel)
    settings = (await _asked("", typed, person, desk)).settings
    contents, today = await desk.library.contents(), datetime.now(UTC).date()
    return (lately_message(contents, within(viewer.scope, settings), today, viewer.words),)


async def _kept(person: Person, desk: Desk, words: Words) -> Message:
    try:
        return kept_message(await desk.store.kept_about(person.who), desk.manners.command, words)
    except StoreAwayError:
        return notice_message(words.say("me-away"))


async def _found(text: str, typed: Typed, person: Person, desk: Desk) -> Sequence[Message]:
    asked = await _asked(text, typed, person, desk)
    outcome = outcome_of(asked, desk)
    return outcome_messages(outcome, offered(outcome, asked.settings, desk, Control.SHARE))


async def _contacts(name: str, typed: Typed, person: Person, desk: Desk) -> Sequence[Message]:
    def answering(scope: Scope) -> Answer:
        publication = desk.library.publication
        if publication is None:
            raise NotReadError
        return who_is(name, publication.index, publication.edition, scope)

    asked = await _asked(name, typed, person, desk)
    outcome = outcome_by(answering, asked, desk)
    return outcome_messages(outcome, offered(outcome, asked.settings, desk, Control.SHARE))


async def _asked(text: str, typed: Typed, person: Person, desk: Desk) -> Asked:
    settings = await desk.store.channels.find(Where(desk.people.home.team, typed.channel))
    return Asked(text, person, typed.channel, settings)
