"""The editors' channel: told when a revision is not used, and when all is well again."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bot.concern import CONCERNS, Begun, Concern, Mended, News, concern_after
from bot.fault import log_fault, new_reference
from bot.problem import problem_sentence
from bot.served import Served
from bot.slack.rendering.message import Message, notice_message
from bot.slack.sending.letter import Post
from bot.slack.sending.outbox import Outbox
from bot.standing import Standing
from bot.wording.as_of import as_of_sentence
from bot.wording.catalogue import Words, words_in
from index.refresh.status import Trouble
from index.source.fetch.durable import write_durably

WATCH_SECONDS: Final = 1.0
"""How often it is asked whether there is something to tell: that reads nothing."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Channel:
    """Where editors are told."""

    outbox: Outbox
    """The way out."""
    identity: str
    """The channel's id."""
    told: Path
    """The file that remembers over restarts what they were told."""


@contextlib.asynccontextmanager
async def editors_told(
    channel: Channel, served: Served, signed_in: asyncio.Event
) -> AsyncIterator[None]:
    """Tell the editors of trouble until the end, from `signed_in` on."""
    telling = asyncio.ensure_future(_Editors(channel, served).keep_told(signed_in))
    try:
        yield
    finally:
        telling.cancel()


class _Editors:
    """The editors, and what they know."""

    def __init__(self, channel: Channel, served: Served) -> None:
        self._channel = channel
        self._served = served
        self._concerns = _read(channel.told)

    async def keep_told(self, signed_in: asyncio.Event) -> None:
        """Tell what there is to tell, for ever."""
        await signed_in.wait()
        while True:
            try:
                await self._tell(datetime.now(UTC))
            except Exception as error:  # noqa: BLE001 - the next thing may be told all the same
                reference = new_reference()
                words = words_in(self._served.language())
                log_fault(_log, words.say("log-telling-fault", reference=reference), error)
            await asyncio.sleep(WATCH_SECONDS)

    async def _tell(self, now: datetime) -> None:
        words = words_in(self._served.language())
        for standing, news in self._news(now):
            said = editors_message(standing, news, words)
            await self._channel.outbox.send(Post(self._channel.identity, None, said))

    def _news(self, now: datetime) -> list[tuple[Standing, News]]:
        """Return what is to be told; it is remembered first, so that nothing is told twice."""
        known = {(each.name, each.place): each for each in self._concerns}
        concerns: list[Concern] = []
        found: list[tuple[Standing, News]] = []
        for standing in self._served.standings():
            after, news = known.get((standing.name, standing.place)), None
            if standing.look:
                after, news = concern_after(after, standing.look, now)
            concerns += [after] if after else []
            found += [(standing, news)] if news else []
        if tuple(concerns) != self._concerns:
            self._concerns = tuple(concerns)
            with contextlib.suppress(OSError):  # then it is remembered until the bot ends
                told = self._channel.told
                write_durably(CONCERNS.dump_json(self._concerns), told.with_suffix(".part"), told)
        return found


def editors_message(standing: Standing, news: News, words: Words) -> Message:
    """Return what editors are told of a handbook."""
    match news:
        case Begun(trouble):
            return notice_message(*_begun(standing, trouble, words))
        case Mended():
            return notice_message(*_mended(standing, words))


def _begun(standing: Standing, trouble: Trouble, words: Words) -> Iterator[str]:
    handbook, refused = standing.name or standing.place, trouble.refused
    if refused is None:
        yield words.say("editors-stale", handbook=handbook)
    elif refused.short:
        yield words.say("editors-refused", handbook=handbook, revision=refused.short)
    else:
        yield words.say("editors-refused-unnamed", handbook=handbook)
    yield problem_sentence(trouble.error(), words) or ""
    if standing.volume:
        edition = as_of_sentence(standing.volume, words)
        yield words.say("editors-meanwhile", edition=edition)
    else:
        yield words.say("editors-nothing")


def _mended(standing: Standing, words: Words) -> Iterator[str]:
    yield words.say("editors-well", handbook=standing.name or standing.place)
    if standing.volume:
        yield words.say("editors-now", edition=as_of_sentence(standing.volume, words))


def _read(file: Path) -> tuple[Concern, ...]:
    try:
        return CONCERNS.validate_json(file.read_bytes())
    except (OSError, ValueError):
        return ()
