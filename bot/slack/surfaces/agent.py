"""Slack's agent view: questions to begin with, the thread's title, what is being done.

Each is a courtesy beside the answer: an app without the agent view answers all the same, so what
Slack refuses here is not told to anybody.
https://docs.slack.dev/ai/agent-entry-and-interaction
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Final

from bot.slack.sending.outbox import Outbox
from bot.slack.surfaces.element import named
from bot.slack.surfaces.prompts import prompts_of
from bot.wording.catalogue import Words

MOMENT_SECONDS: Final = 1.0
"""An answer takes milliseconds: only of one that takes longer is it told that it is on its way."""

TITLE_CHARACTERS: Final = 100
"""A thread's title is read in a list. Slack states no limit."""


async def suggest(outbox: Outbox, channel: str, questions: Iterable[str], words: Words) -> None:
    """Suggest questions to somebody who opens the bot's messages; nothing where there are none."""
    if asked := prompts_of(questions):
        await outbox.call(
            "assistant.threads.setSuggestedPrompts",
            channel_id=channel,
            title=words.say("agent-prompts"),
            prompts=asked,
        )


async def name_thread(outbox: Outbox, channel: str, thread: str, question: str) -> None:
    """Name a thread after the question that began it."""
    if question.strip():
        title = named(question, TITLE_CHARACTERS)
        await outbox.call(
            "assistant.threads.setTitle", channel_id=channel, thread_ts=thread, title=title
        )


@asynccontextmanager
async def working(outbox: Outbox, channel: str, thread: str, words: Words) -> AsyncIterator[None]:
    """Tell who waits that the answer is on its way, and take that back at the end, always."""
    done = asyncio.Event()
    telling = asyncio.ensure_future(_told_until(done, outbox, channel, thread, words))
    try:
        yield
    finally:
        # Not cancelled: a status that is being set now would stay for two minutes.
        done.set()
        await telling


async def _told_until(
    done: asyncio.Event, outbox: Outbox, channel: str, thread: str, words: Words
) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(done.wait(), MOMENT_SECONDS)
        return
    await _set_status(outbox, channel, thread, words.say("agent-working"))
    await done.wait()
    await _set_status(outbox, channel, thread, "")


async def _set_status(outbox: Outbox, channel: str, thread: str, status: str) -> None:
    await outbox.call(
        "assistant.threads.setStatus", channel_id=channel, thread_ts=thread, status=status
    )
