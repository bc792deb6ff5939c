"""Whether and where to answer. What is said is `message`'s, what is asked is `incoming`'s."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncRespond
from slack_sdk.models.blocks import Block
from slack_sdk.web.async_client import AsyncWebClient

from bot.answer import Answerer, NotReadError
from bot.fault import log_fault, new_reference
from bot.slack.asking.incoming import read_event
from bot.slack.asking.question import Incoming, Question, Way
from bot.slack.asking.seen import Seen
from bot.slack.asking.typed_text import question_text
from bot.slack.rendering.message import Message, answer_message, notice_message
from bot.slack.sending.delivery import deliver, post
from bot.slack.sending.refusal import webhook_reason
from bot.wording.catalogue import Words, words_in
from index.refresh.edition import Edition
from index.search.language import Language

_log = logging.getLogger(__name__)


def unread() -> Edition | None:
    """Tell that no handbook has been read."""
    return None


@dataclass(frozen=True, slots=True)
class Desk:
    """What a listener needs to answer."""

    answer: Answerer
    """A question in, an answer out."""
    language: Callable[[], Language]
    """Tells the handbook's language, for sentences that no question precedes."""
    command: str
    """Name of the slash command, for the help."""
    edition: Callable[[], Edition | None] = unread
    """Tells which revision answers; None while none does."""
    seen: Seen = field(default_factory=Seen)
    """What was already taken."""

    @property
    def words(self) -> Words:
        """The sentences in the handbook's language."""
        return words_in(self.language())


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register what the bot reacts to: mentions, direct messages and its slash command."""

    @app.event("app_mention")
    @app.event("message")
    async def asked(
        body: dict[str, Any], context: AsyncBoltContext, client: AsyncWebClient
    ) -> None:
        await _reply(client, desk, read_event(body, context.bot_user_id or ""))

    @app.command(desk.command)
    async def command(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        said = compose(question_text(str(body.get("text") or "")), desk)
        await deliver(partial(_respond, respond), said, str(body.get("channel_id")), desk.words)

    @app.error
    async def fault(error: Exception) -> None:
        log_fault(_log, desk.words.say("log-fault", reference=new_reference()), error)


def compose(text: str, desk: Desk) -> Message:
    """Return the message for what was typed; a fault of ours becomes a sentence, never silence."""
    if not text:
        return help_message(desk)
    try:
        return answer_message(desk.answer(text))
    except NotReadError:
        return notice_message(desk.words.say("being-read"))
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        reference = new_reference()
        log_fault(_log, desk.words.say("log-fault", reference=reference), error)
        return notice_message(desk.words.say("fault", reference=reference))


def help_message(desk: Desk) -> Message:
    """Return what the bot can do, for somebody who asked nothing."""
    words = desk.words
    return notice_message(
        words.say("help-what"),
        words.say("help-how", command=desk.command),
        words.say("help-source"),
        *_as_of(desk, words),
    )


def _as_of(desk: Desk, words: Words) -> Iterator[str]:
    """Yield from when each handbook is, where that is known."""
    edition = desk.edition()
    for volume in edition.volumes if edition else ():
        if made := volume.revision.made:
            moment = made.astimezone()
            if volume.name:
                yield words.say("help-as-of-named", name=volume.name, moment=moment)
            else:
                yield words.say("help-as-of", moment=moment)


async def _reply(client: AsyncWebClient, desk: Desk, incoming: Incoming) -> None:
    match incoming:
        case Question(way=Way.MENTION | Way.DIRECT) as asked if desk.seen.claim(asked.keys):
            said = compose(asked.text, desk)
            sending = partial(post, client, asked.channel, asked.thread)
            await deliver(sending, said, asked.channel, desk.words)
        case _:
            pass


async def _respond(respond: AsyncRespond, text: str, blocks: tuple[Block, ...]) -> str | None:
    answer = await respond(
        text=text,
        blocks=[block.to_dict() for block in blocks] or None,
        response_type="ephemeral",
    )
    return webhook_reason(answer.status_code, answer.body)
