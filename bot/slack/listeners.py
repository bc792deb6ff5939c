"""Whether and where to answer. What is said is `message`'s, what is asked is `incoming`'s."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import Block
from slack_sdk.web.async_client import AsyncWebClient

from bot.answer import Answerer, NotReadError
from bot.fault import log_fault, new_reference
from bot.slack.incoming import Asked, asked_directly, asked_in_channel, question_text
from bot.slack.message import Message, answer_message, notice_message
from bot.slack.refusal import BLOCKS_REFUSED, refused_reason, webhook_reason
from bot.slack.seen import Seen
from bot.wording.catalogue import Words, words_in
from index.search.language import Language

Send = Callable[[str, tuple[Block, ...]], Awaitable[str | None]]
"""Text and blocks out; why they were not taken, None when they were. Taken by `_deliver`."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a listener needs to answer."""

    answer: Answerer
    """A question in, an answer out."""
    language: Callable[[], Language]
    """Tells the handbook's language, for sentences that no question precedes."""
    command: str
    """Name of the slash command, for the help."""
    seen: Seen = field(default_factory=Seen)
    """What was already taken."""

    @property
    def words(self) -> Words:
        """The sentences in the handbook's language."""
        return words_in(self.language())


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register what the bot reacts to: mentions, direct messages and its slash command."""

    @app.event("app_mention")
    async def mention(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        await _reply(client, desk, asked_in_channel(event, str(body.get("event_id", ""))))

    @app.event("message")
    async def message(event: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        await _reply(client, desk, asked_directly(event, str(body.get("event_id", ""))))

    @app.command(desk.command)
    async def command(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        await ack()
        said = compose(question_text(str(body.get("text") or "")), desk)
        await _deliver(partial(_respond, respond), said, str(body.get("channel_id")), desk.words)

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
    )


async def _reply(client: AsyncWebClient, desk: Desk, asked: Asked | None) -> None:
    if asked is None or not desk.seen.claim(asked.keys):
        return
    said = compose(asked.text, desk)
    await _deliver(partial(_post, client, asked), said, asked.channel, desk.words)


async def _deliver(send: Send, said: Message, channel: str, words: Words) -> None:
    """Send the message; where Slack does not take its blocks, the text alone."""
    reason = await _tried(send(said.text, said.blocks), channel, words)
    if reason in BLOCKS_REFUSED:
        await _tried(send(said.text, ()), channel, words)


async def _tried(sending: Awaitable[str | None], channel: str, words: Words) -> str | None:
    """Return why a message was not taken, with one line in the log; None when it was."""
    key, reason = "log-refused", None
    try:
        reason = await sending
    except SlackApiError as error:
        reason = refused_reason(error)
    except (aiohttp.ClientError, OSError) as error:
        key, reason = "log-unreachable", type(error).__name__
    if reason:
        _log.warning(words.say(key, reason=reason, channel=channel))
    return reason


async def _post(
    client: AsyncWebClient, asked: Asked, text: str, blocks: tuple[Block, ...]
) -> str | None:
    await client.chat_postMessage(
        channel=asked.channel,
        thread_ts=asked.thread,
        text=text,
        blocks=list(blocks) or None,
        unfurl_links=False,
        unfurl_media=False,
    )
    return None


async def _respond(respond: AsyncRespond, text: str, blocks: tuple[Block, ...]) -> str | None:
    answer = await respond(
        text=text,
        blocks=[block.to_dict() for block in blocks] or None,
        response_type="ephemeral",
    )
    return webhook_reason(answer.status_code, answer.body)
