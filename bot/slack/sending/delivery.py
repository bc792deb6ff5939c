"""A message on its way: posted whole, as text alone where Slack does not take its blocks."""

import logging
from collections.abc import Awaitable, Callable

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.models.blocks import Block
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.rendering.message import Message
from bot.slack.sending.refusal import PLAIN_MAY_PASS, refused_reason
from bot.wording.catalogue import Words

Sending = Callable[[str, tuple[Block, ...]], Awaitable[str | None]]
"""Text and blocks out; why they were not taken, None when they were. Taken by `deliver`."""

_log = logging.getLogger(__name__)


async def deliver(send: Sending, said: Message, channel: str, words: Words) -> None:
    """Send the message; where Slack does not take its blocks, the text alone."""
    reason = await _tried(send(said.text, said.blocks), channel, words)
    if reason in PLAIN_MAY_PASS:
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


async def post(
    client: AsyncWebClient,
    channel: str,
    thread: str | None,
    text: str,
    blocks: tuple[Block, ...],
) -> str | None:
    """Post to a channel, or to a thread in it.

    Raises:
        SlackApiError: when Slack refuses it.
    """
    await client.chat_postMessage(
        channel=channel,
        thread_ts=thread,
        text=text,
        blocks=list(blocks) or None,
        unfurl_links=False,
        unfurl_media=False,
    )
    return None
