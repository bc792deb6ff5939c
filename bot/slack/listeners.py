"""Whether and where to answer. What is said is `message`'s, what is asked is `incoming`'s."""

import logging
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import Block
from slack_sdk.web.async_client import AsyncWebClient

from bot.answer import Answerer
from bot.fault import log_fault, new_reference
from bot.slack.incoming import Asked, asked_directly, asked_in_channel, question_text
from bot.slack.message import Message, answer_message, notice_message
from bot.slack.seen import Seen
from bot.wording.catalogue import Words, words_in
from index.search.language import Language

BLOCKS_REFUSED = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"})
"""Slack's words for a message whose blocks it does not take; its text may still go through."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a listener needs to answer."""

    answer: Answerer
    """A question in, an answer out."""
    language: Language
    """The handbook's language, for sentences that no question precedes."""
    command: str
    """Name of the slash command, for the help."""
    seen: Seen = field(default_factory=Seen)
    """What was already taken."""

    @property
    def words(self) -> Words:
        """The sentences in the handbook's language."""
        return words_in(self.language)


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
        await respond(
            text=said.text,
            blocks=[block.to_dict() for block in said.blocks],
            response_type="ephemeral",
        )


def compose(text: str, desk: Desk) -> Message:
    """Return the message for what was typed; a fault of ours becomes a sentence, never silence."""
    if not text:
        return help_message(desk)
    try:
        return answer_message(desk.answer(text))
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
    try:
        await _post(client, asked, said.text, said.blocks)
    except SlackApiError as error:
        reason = str(error.response.get("error"))
        _log.warning(desk.words.say("log-refused", reason=reason, channel=asked.channel))
        if reason in BLOCKS_REFUSED:
            await _post(client, asked, said.text, ())
    except (aiohttp.ClientError, OSError) as error:
        # The socket is back in seconds, this message is not: the log says that one was lost.
        reason = type(error).__name__
        _log.warning(desk.words.say("log-unreachable", reason=reason, channel=asked.channel))


async def _post(client: AsyncWebClient, asked: Asked, text: str, blocks: tuple[Block, ...]) -> None:
    await client.chat_postMessage(
        channel=asked.channel,
        thread_ts=asked.thread,
        text=text,
        blocks=list(blocks) or None,
        unfurl_links=False,
        unfurl_media=False,
    )
