"""Questions that were taken: each once, whatever process it reaches, and none lost with one."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.away import StoreAwayError
from bot.store.columns import PERSON, PERSON_WORKSPACE, indexable, storable
from bot.store.limits import Limits
from bot.store.link import Link
from bot.store.memory import Recent
from bot.store.pulse import Pulse
from bot.store.tables import OWNERS, TAKEN, WORKS
from bot.store.taking import Taking
from bot.store.waiting import Waiting
from bot.store.who import Who
from bot.store.write import AT, Kind, Row, Write


@dataclass(frozen=True, slots=True)
class Work:
    """Something that was delivered and has to be answered."""

    keys: tuple[str, ...]
    """By what it is known when it is delivered again; the first names it."""
    body: str
    """What another process needs to answer it, as JSON; gone from the store once it is done."""
    taken: datetime
    """When it came, with a time zone."""
    asker: Who | None = None
    """Whose it is, so that it is forgotten with them; None where nobody is to be named."""


class Inbox:
    """What was taken and is not done yet."""

    def __init__(self, link: Link, waiting: Waiting, pulse: Pulse, limits: Limits) -> None:
        self._link = link
        self._waiting = waiting
        self._pulse = pulse
        self._limits = limits
        self._taking = Taking(link)
        self._taken: Recent[str, None] = Recent(limits.keys)
        self._had: Recent[str, None] = Recent(limits.keys)

    async def take(self, work: Work) -> bool:
        """Return whether none of its keys was taken before, by any process, and take them all.

        While the store is away this process's own memory decides. What comes after `release` is
        left to other processes.
        """
        keys = _taken_rows(work)
        unknown = [row for row in keys if row["key"] not in self._taken]
        self._remember(work)
        if len(unknown) < len(keys):
            self._waiting.add(*(Write(TAKEN, Kind.ADD, row) for row in unknown))
            return False
        row, had = self._row(work), _name(work) in self._had
        # Before it is written: `adopt` might find it there first.
        self._had.set(_name(work), None)
        try:
            first = await self._taking.take(keys, row)
        except StoreAwayError:
            first = True
            self._waiting.add(*(Write(TAKEN, Kind.ADD, key) for key in keys))
            self._waiting.add(Write(WORKS, Kind.ADD, row))
        if not first and not had:
            self._had.drop(_name(work))
        return first and not self._pulse.left

    async def done(self, work: Work) -> None:
        """Forget what was said; the keys are known for a day, so that it isn't answered again."""
        nothing = {"body": None, "owner": None, PERSON: None, PERSON_WORKSPACE: None}
        self._waiting.add(Write(WORKS, Kind.PUT, {**self._row(work), **nothing}))

    async def adopt(self) -> Sequence[Work]:
        """Return what processes have left undone that are not alive any more, now this one's.

        Nothing while the store is away. To be asked every few seconds: it takes a while until a
        process counts as ended that has not said so.
        """
        if self._pulse.left:
            return ()
        silent = self._pulse.silent(self._link)
        adopting = partial(_adopt, owner=self._pulse.owner, silent=silent)
        try:
            rows = await self._link.write(adopting, self._limits.insistence)
        except StoreAwayError:
            return ()
        # What was adopted without an answer in time is among them too.
        works = [_work(row) for row in rows if str(row["name"]) not in self._had]
        for work in works:
            self._remember(work)
            self._had.set(_name(work), None)
        return works

    async def release(self) -> None:
        """Leave what is not done to other processes: this one ends."""
        if not self._pulse.left:
            self._waiting.add(self._pulse.farewell())
        await self._waiting.settle()

    def _remember(self, work: Work) -> None:
        for key in work.keys:
            self._taken.set(indexable(storable(key)), None)

    def _row(self, work: Work) -> Row:
        return {
            "name": _name(work),
            "keys": json.dumps(work.keys),
            "body": work.body,
            PERSON_WORKSPACE: work.asker and work.asker.workspace,
            PERSON: work.asker and work.asker.person,
            "owner": self._pulse.owner,
            AT: work.taken,
        }


def _name(work: Work) -> str:
    return indexable(storable(work.keys[0]))


def _taken_rows(work: Work) -> list[Row]:
    """Return a row for each key."""
    now = datetime.now(UTC)
    keys = {indexable(storable(key)) for key in work.keys}
    return [{"key": key, AT: now} for key in keys]


async def _adopt(
    connection: AsyncConnection, owner: str, silent: Sequence[str]
) -> Sequence[Mapping[Any, Any]]:
    """Take over what belongs to nobody who gives signs of life; return all that is this one's.

    One statement finds both: what was taken since, by a process that has come since, is not seen.
    """
    living = select(OWNERS.c.owner).where(OWNERS.c.owner.not_in(silent))
    left = WORKS.c.owner.is_not(None) & WORKS.c.owner.not_in(living) & (WORKS.c.owner != owner)
    await connection.execute(update(WORKS).where(left).values(owner=owner))
    rows = await connection.execute(select(WORKS).where(WORKS.c.owner == owner))
    return rows.mappings().all()


def _work(row: Mapping[Any, Any]) -> Work:
    asker = Who(row[PERSON_WORKSPACE], row[PERSON]) if row[PERSON] is not None else None
    return Work(tuple(json.loads(row["keys"])), row["body"], row[AT], asker)
