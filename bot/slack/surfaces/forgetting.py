"""Forgetting somebody: asked once, then done, and told what is gone."""

from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.slack.asking.answering import fault_of, speaking_to
from bot.slack.desk import Desk
from bot.slack.rendering.message import Message, notice_message
from bot.slack.sending.letter import Respond
from bot.slack.surfaces.about_me import kept_lines
from bot.slack.surfaces.element import button, row
from bot.slack.surfaces.opening import Opener, opener_of
from bot.store.store import StoreAwayError
from bot.wording.catalogue import Words, words_in

FORGET: Final = "forget-me"
KEEP: Final = "forget-nothing"
"""The buttons that answer whether to forget."""


def listen(app: AsyncApp, desk: Desk) -> None:
    """Do what was answered."""

    @app.action(FORGET)
    async def forget(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        await _answer(body, await _forgotten(opener_of(body), desk), desk)

    @app.action(KEEP)
    async def keep(ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        person = await desk.people.find(opener_of(body).user, opener_of(body).team)
        words = words_in(speaking_to(person, desk))
        await _answer(body, notice_message(words.say("forget-kept")), desk)


def forget_message(words: Words) -> Message:
    """Return the question whether to forget, with its two answers."""
    asked = notice_message(words.say("forget-ask"))
    answers = [button(words.say("forget-yes"), FORGET), button(words.say("forget-no"), KEEP)]
    return Message(asked.text, (*asked.blocks, *row(answers)))


async def _forgotten(who: Opener, desk: Desk) -> Message:
    words = desk.words
    try:
        person = await desk.people.find(who.user, who.team)
        words = words_in(speaking_to(person, desk))
        gone = [*kept_lines(await desk.store.forget(person.who), words)]
    except StoreAwayError:
        return notice_message(words.say("me-away"))
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        reference = fault_of(error, desk, words.language).reference
        return notice_message(words.say("fault", reference=reference))
    if not gone:
        return notice_message(words.say("forget-nothing"))
    return notice_message(words.say("forget-done"), *gone)


async def _answer(body: dict[str, Any], message: Message, desk: Desk) -> None:
    """Put an answer in the question's place, which only the asker sees."""
    url = str(body.get("response_url") or "")
    await desk.outbox.send(Respond(url, message, replace=True))
