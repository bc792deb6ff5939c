"""Where questions come in: each is taken once, in its turn, and followed to its end."""

import asyncio
import logging
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from bot.fault import log_fault, new_reference
from bot.slack.asking.conversation import (
    Done,
    Left,
    answer_question,
    asker_of,
    concerns_us,
    may_concern_us,
    update_answer,
)
from bot.slack.asking.question import Edited, Question
from bot.slack.desk import Desk
from bot.slack.lanes import Lanes
from bot.store.inbox import Work
from bot.store.who import Where

ADOPT_SECONDS: Final = 4.0
"""How often questions are looked for that another process left behind."""

ABANDON_SECONDS: Final = 1.0
"""So long it may take until everything has noticed that the way out is closed."""

_QUESTIONS: Final = TypeAdapter(Question)

_log = logging.getLogger(__name__)


class Reception:
    """Takes questions from the listeners, which have told Slack already that they are here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lanes = Lanes()
        self._going_on: set[asyncio.Task[None]] = set()

    def take(self, question: Question) -> None:
        """Answer a question that was delivered, if it is one for the bot and was not taken yet."""
        self._begin(self._take(question))

    def take_edit(self, edited: Edited) -> None:
        """Bring the answer to an edited question up to date."""
        self._begin(self._take_edit(edited))

    async def take_over(self) -> None:
        """Answer what processes left behind that ended before they had answered it; for ever."""
        while True:
            await self._guarded(self._adopt())
            await asyncio.sleep(ADOPT_SECONDS)

    async def finish(self, within: float) -> None:
        """Wait for what goes on, at most `within` seconds."""
        if self._going_on:
            await asyncio.wait(self._going_on, timeout=within)

    async def abandon(self) -> None:
        """End what goes on: the way out is closed, and what is not done stays in the inbox."""
        await self.finish(ABANDON_SECONDS)
        for task in self._going_on:
            task.cancel()

    def follow(self, work: Coroutine[Any, Any, None]) -> None:
        """See anything else through to its end before the bot ends."""
        self._begin(work)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(self._guarded(work))
        self._going_on.add(task)
        task.add_done_callback(self._going_on.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:  # noqa: BLE001 - nobody else would hear of it
            reference = new_reference()
            log_fault(_log, self._desk.words.say("log-fault", reference=reference), error)

    async def _adopt(self) -> None:
        for work in await self._desk.store.inbox.adopt():
            try:
                question = _QUESTIONS.validate_json(work.body)
            except ValidationError:  # an edit, a press, or written by another version
                await self._desk.store.inbox.done(work)
            else:
                self._begin(self._follow(question, work))

    async def _take(self, question: Question) -> None:
        lane = _lane(question)
        # At once, and not when its turn comes: a process that ends leaves what it has taken.
        soon = may_concern_us(question, busy=self._lanes.busy(lane))
        taking = asyncio.ensure_future(self._taken(question)) if soon else None
        async with self._lanes.turn(lane):
            ours = await concerns_us(question, self._desk)
            work = await (taking or self._taken(question)) if ours or taking else None
            if work and ours:
                await self._end(question, work)
            elif work:
                await self._desk.store.inbox.done(work)

    async def _taken(self, question: Question) -> Work | None:
        """Take a question in the store; None where it was taken before."""
        body = _QUESTIONS.dump_json(question).decode()
        work = Work(question.keys, body, datetime.now(UTC), asker_of(question))
        return work if await self._desk.store.inbox.take(work) else None

    async def _follow(self, question: Question, work: Work) -> None:
        async with self._lanes.turn(_lane(question)):
            await self._end(question, work)

    async def _end(self, question: Question, work: Work) -> None:
        match await answer_question(question, self._desk):
            case Done():
                await self._desk.store.inbox.done(work)
            case Left():
                pass  # the way out is closed: the next process adopts it

    async def _take_edit(self, edited: Edited) -> None:
        question = edited.question
        where = Where(self._desk.people.home.team, question.channel)
        async with self._lanes.turn(_lane(question)):
            reply = await self._desk.store.replies.find(where, question.ts)
            if reply is not None:
                work = Work(edited.keys, "", datetime.now(UTC), asker_of(question))
                if await self._desk.store.inbox.take(work):
                    await update_answer(question, reply, self._desk)
                    await self._desk.store.inbox.done(work)
                return
        if reply is None:
            await self._take(question)


def _lane(question: Question) -> tuple[str, str]:
    return question.channel, question.thread or ""
