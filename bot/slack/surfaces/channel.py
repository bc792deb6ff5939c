"""Setting how the bot behaves in a channel: by those who may, and never half."""

from collections.abc import Mapping
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.models.views import View

from bot.answer import NotReadError
from bot.slack.asking.people import Person
from bot.slack.asking.viewer import Viewer
from bot.slack.delivered import inner, is_direct
from bot.slack.desk import Desk
from bot.slack.surfaces.channel_view import (
    CALLBACK,
    CHAPTERS,
    channel_view,
    chapter_options,
    saved_view,
    settings_in,
)
from bot.slack.surfaces.opening import Making, Opener, answer_window, open_window
from bot.slack.surfaces.window import told
from bot.store.store import StoreAwayError
from bot.store.who import Where, Who
from index.contents import Contents

NAMED: Final = 5
"""So many of those who may set a channel are named to who may not."""


async def open_channel_settings(desk: Desk, trigger: str, who: Who, channel: str) -> None:
    """Open the window in which it is set how the bot behaves in a channel."""
    opener = Opener(who.person, who.workspace, trigger)
    # The channel is one of ours, whosever workspace they come from.
    await open_window(desk, opener, _form(desk, Where(desk.people.home.team, channel)))


def listen(app: AsyncApp, desk: Desk) -> None:
    """Keep what is set."""

    @app.view(CALLBACK)
    async def sent(ack: AsyncAck, body: dict[str, Any]) -> None:
        await answer_window(ack, desk, body, _kept(desk, inner(body, "view")))

    @app.options(CHAPTERS)
    async def typed(ack: AsyncAck, body: dict[str, Any]) -> None:
        contents = await _contents(desk)
        begun = str(body.get("value") or "").casefold()
        chapters = contents.chapters if contents else ()
        await ack(options=chapter_options([c for c in chapters if begun in c.title.casefold()]))


def _form(desk: Desk, where: Where) -> Making:
    async def make(viewer: Viewer) -> View:
        if refused := await _refusal(desk, where, viewer):
            return refused
        settings = await desk.store.channels.find(where)
        return channel_view(settings, await _contents(desk), viewer.words, _named(where))

    return make


def _kept(desk: Desk, view: Mapping[str, Any]) -> Making:
    where = _where(str(view.get("private_metadata") or ""))

    async def make(viewer: Viewer) -> View:
        if refused := await _refusal(desk, where, viewer):
            return refused
        contents = await _contents(desk)
        before = await desk.store.channels.find(where)
        settings = settings_in(view, contents, before)
        try:
            await desk.store.channels.keep(where, settings, viewer.person.who)
        except StoreAwayError:
            # What was chosen stands in the window still.
            away = viewer.words.say("channel-away")
            return channel_view(settings, contents, viewer.words, _named(where), away)
        return saved_view(settings, contents, viewer.words)

    return make


async def _refusal(desk: Desk, where: Where, viewer: Viewer) -> View | None:
    """Return what is said to who may not set the channel; None to who may."""
    words = viewer.words
    if not where.channel or is_direct(where.channel):
        return told(words, words.say("channel-nowhere"))
    if _may_set(viewer.person, desk):
        return None
    found = [await desk.people.find(each, "") for each in sorted(desk.manners.admins)[:NAMED]]
    names = ", ".join(person.name for person in found if person.name)
    if not names:
        return told(words, words.say("channel-refused"))
    return told(words, words.say("channel-refused-named", names=names))


def _may_set(person: Person, desk: Desk) -> bool:
    return person.admin or person.user in desk.manners.admins


async def _contents(desk: Desk) -> Contents | None:
    try:
        return await desk.library.contents()
    except NotReadError:
        return None


def _named(where: Where) -> str:
    return f"{where.workspace} {where.channel}"


def _where(metadata: str) -> Where:
    workspace, _, channel = metadata.partition(" ")
    return Where(workspace, channel)
