"""An outbox that is in a hurry, and letters to put into it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Final, TypeVar

import pytest
from slack_sdk.models.blocks import MarkdownTextObject, SectionBlock

from bot.slack.rendering.message import Message
from bot.slack.sending.letter import Fate, Letter, Post
from bot.slack.sending.outbox import Outbox
from bot.slack.sending.pace import Pace
from bot.slack.sending.tiers import CHANNEL, TIERS, WORKSPACE, Rate
from bot.slack.tokens import connected, open_client
from bot.wording.catalogue import words_in
from index.search.language import Language
from tests.slack.deliveries import slack_settings

CHANNEL_ID: Final = "C0QUESTIONS"
THREAD: Final = "1700000000.000100"
TS: Final = "1700000001.000200"
SECRET: Final = "xylofon"  # noqa: S105 - a word that must not be logged
HASTE: Final = 20
"""How much faster than Slack asks for."""

CLOSING_SECONDS: Final = 10.0
_Done = TypeVar("_Done")


def faster(rate: Rate) -> Rate:
    """Return a rate of as many times in less time."""
    return Rate(rate.times, rate.seconds / HASTE)


HASTY: Final = Pace(
    channel=faster(CHANNEL),
    workspace=faster(WORKSPACE),
    tiers={tier: faster(rate) for tier, rate in TIERS.items()},
    attempts=4,
    backoff_seconds=0.01,
)
"""Slack's pace in haste, so that a test takes no minute."""


def message(text: str = f"Svaret til {SECRET}") -> Message:
    """Return a message of one block."""
    block = SectionBlock(text=MarkdownTextObject(text=text, verbatim=True), expand=True)
    return Message(text, (block,))


def post(
    text: str = f"Svaret til {SECRET}", channel: str = CHANNEL_ID, thread: str | None = THREAD
) -> Post:
    """Return a letter to a channel."""
    return Post(channel, thread, message(text))


@asynccontextmanager
async def opened(api_url: str, pace: Pace = HASTY) -> AsyncIterator[Outbox]:
    """Open an outbox to a Slack, and close it with all sent."""
    client = open_client(slack_settings(api_url))
    async with connected(client):
        outbox = Outbox(client, lambda: words_in(Language.DANISH), pace)
        yield outbox
        await outbox.close(CLOSING_SECONDS)


def using(api_url: str, doing: Callable[[Outbox], Awaitable[_Done]], pace: Pace = HASTY) -> _Done:
    """Do something with an outbox, in a loop of its own."""

    async def done() -> _Done:
        async with opened(api_url, pace) as outbox:
            return await doing(outbox)

    return asyncio.run(done())


def sent(api_url: str, *letters: Letter, pace: Pace = HASTY) -> list[Fate]:
    """Send letters, all at once, and return what became of each."""
    return using(api_url, lambda outbox: at_once(outbox, letters), pace)


async def at_once(outbox: Outbox, letters: Sequence[Letter]) -> list[Fate]:
    """Hand letters in one after the other without waiting for any."""
    return list(await asyncio.gather(*(outbox.send(letter) for letter in letters)))


async def handed_in(outbox: Outbox, letters: Sequence[Letter]) -> asyncio.Future[list[Fate]]:
    """Hand letters in, and come back when all of them wait in their queues."""
    sending = asyncio.ensure_future(at_once(outbox, letters))
    await until(lambda: outbox.backlog().waiting == len(letters))
    await asyncio.sleep(0)
    return sending


async def until(holds: Callable[[], object]) -> None:
    """Look again and again until it holds."""
    while not holds():  # noqa: ASYNC110 - what is waited for happens in another thread
        await asyncio.sleep(0.001)


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what an operator reads, and hold it to be whole sentences that tell no content."""
    form = logging.Formatter()
    lines = [form.format(record) for record in caplog.records if record.levelno >= logging.INFO]
    assert SECRET not in " ".join(lines).lower()
    assert "Traceback" not in " ".join(lines)
    return lines
