"""App Home: published anew each time that it is opened or pressed, so that it is never stale."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.models.views import View

from bot.answer import NotReadError
from bot.outcome import Refusal
from bot.slack.asking.admission import admitted
from bot.slack.asking.answering import fault_of, speaking_to
from bot.slack.asking.people import Person
from bot.slack.delivered import inner
from bot.slack.desk import Desk
from bot.slack.rendering.help import as_of_lines
from bot.slack.surfaces.agent import suggest
from bot.slack.surfaces.home_view import AS_IN_SLACK, LANGUAGE, Home, home_view
from bot.slack.surfaces.opening import Opener, opener_of
from bot.slack.surfaces.place import CHAPTERS, Place, place
from bot.slack.surfaces.within import within
from bot.wording.catalogue import Words, words_in
from index.contents import Contents
from index.search.language import Language
from index.search.scope import EVERYTHING, Scope
from index.suggested import suggested

MESSAGES: Final = "messages"
"""Slack's name for the tab of direct messages, beside `home`."""


def listen(app: AsyncApp, desk: Desk) -> None:
    """Show App Home, and suggest questions to who opens the bot's direct messages."""

    @app.event("app_home_opened")
    async def opened(event: dict[str, Any], body: dict[str, Any]) -> None:
        who = Opener(str(event.get("user")), str(body.get("team_id") or ""))
        if event.get("tab") == MESSAGES:
            await _suggest(desk, who, str(event.get("channel") or ""))
        else:
            await publish(desk, who, shown_in(inner(event, "view")))

    @app.action(LANGUAGE)
    async def language(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        await choose_language(desk, opener_of(body), chosen_in(body))
        await publish(desk, opener_of(body), shown_in(inner(body, "view")))


async def _suggest(desk: Desk, who: Opener, channel: str) -> None:
    """Suggest questions of the handbook to somebody who opens the bot's direct messages."""
    publication = desk.library.publication
    if publication is None or not desk.manners.agent:
        return
    try:
        person = await desk.people.find(who.user, who.team)
        allowed = admitted(person, channel, desk.manners)
        if not isinstance(allowed, Refusal):
            language = speaking_to(person, desk)
            contents = within(await desk.library.contents(), allowed)
            # It searches: of a large handbook that takes a fifth of a second.
            questions = await asyncio.to_thread(suggested, contents, publication.index, language)
            await suggest(desk.outbox, channel, questions, words_in(language))
    except Exception as error:  # noqa: BLE001 - without suggestions they ask all the same
        fault_of(error, desk, desk.library.language())


async def publish(desk: Desk, who: Opener, there: Place = CHAPTERS) -> None:
    """Show somebody their App Home as it is now."""
    async with desk.homes.turn(who.user):
        view = await _made(desk, who, there)
        await desk.outbox.call("views.publish", user_id=who.user, view=view.to_dict())


async def choose_language(desk: Desk, who: Opener, language: Language | None) -> None:
    """Write to somebody in another language from now on; None for their Slack's."""
    person = await desk.people.find(who.user, who.team)
    await desk.store.preferences.choose(person.who, language)


def chosen_in(body: Mapping[str, Any]) -> Language | None:
    """Return what was chosen in the menu of languages."""
    option = inner(body["actions"][0], "selected_option")
    value = option.get("value", AS_IN_SLACK)
    return Language(value) if value in set(Language) else None


def shown_in(view: Mapping[str, Any]) -> Place:
    """Return which list App Home shows."""
    return place(str(view.get("private_metadata") or ""))


async def _made(desk: Desk, who: Opener, there: Place) -> View:
    words = desk.words
    try:
        person = await desk.people.find(who.user, who.team)
        words = words_in(speaking_to(person, desk))
        return home_view(await _home(desk, person, there, words), words)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        faulted = fault_of(error, desk, words.language)
        sentence = words.say("fault", reference=faulted.reference)
        return home_view(Home(sentence, desk.manners.command, (), None, CHAPTERS), words)


async def _home(desk: Desk, person: Person, there: Place, words: Words) -> Home:
    chosen = await desk.store.preferences.language(person.who)
    allowed = admitted(person, "", desk.manners)
    return Home(
        contents=await _contents(desk, allowed, words),
        command=desk.manners.command,
        as_of=tuple(as_of_lines(desk.edition, words)),
        chosen=Language(chosen) if chosen in set(Language) else None,
        there=there,
        scope=EVERYTHING if isinstance(allowed, Refusal) else allowed,
    )


async def _contents(desk: Desk, allowed: Scope | Refusal, words: Words) -> Contents | str:
    if isinstance(allowed, Refusal):
        return words.say(f"not-allowed-{allowed}")
    try:
        return within(await desk.library.contents(), allowed)
    except NotReadError:
        return words.say("being-read")
