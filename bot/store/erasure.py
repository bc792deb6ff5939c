"""What is kept about a person, told and forgotten on request (GDPR, articles 15 and 17)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.columns import PERSON, PERSON_WORKSPACE, Stake
from bot.store.feedback import Feedback, Reason, Verdict
from bot.store.limits import Limits
from bot.store.link import Link
from bot.store.memory import Memory
from bot.store.tables import FEEDBACK, METADATA, PREFERENCES, STAKE
from bot.store.waiting import Waiting
from bot.store.who import Who
from bot.store.write import AT, Row


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that the store has about one person."""

    feedback: tuple[Feedback, ...]
    """What they said of answers, in full, the newest first."""
    language: str | None
    """The language that they chose."""
    counts: Mapping[str, int]
    """How many rows of each other table have their id: `replies`, `works`, `channels`."""
    oldest: datetime | None
    """When the oldest of it was kept; None where there is nothing."""


class Erasure:
    """What is kept about people, in every table that names them, and in memory."""

    def __init__(self, link: Link, waiting: Waiting, memory: Memory, limits: Limits) -> None:
        self._link = link
        self._waiting = waiting
        self._memory = memory
        self._limits = limits

    async def tell(self, who: Who) -> Kept:
        """Return everything that is kept about a person.

        Raises:
            StoreAwayError: when it cannot be told now.
        """
        async with self._waiting.written():
            return await self._link.read(partial(_tell, who=who), self._limits.insistence)

    async def forget(self, who: Who) -> Kept:
        """Delete everything that is kept about a person, and return what it was.

        Raises:
            StoreAwayError: when it cannot be done now.
        """

        def about(row: Row) -> bool:
            return (row.get(PERSON_WORKSPACE), row.get(PERSON)) == (who.workspace, who.person)

        async with self._waiting.written():
            kept = await self._link.write(partial(_forget, who=who), self._limits.insistence)
            # What came while that was going on.
            self._waiting.forget(about)
            self._memory.forget(about)
            return kept


def tables_with_people() -> tuple[Table, ...]:
    """Return the tables that name people."""
    return tuple(table for table in METADATA.sorted_tables if PERSON in table.columns)


def _of(table: Table, who: Who) -> ColumnElement[bool]:
    columns = table.columns
    return (columns[PERSON_WORKSPACE] == who.workspace) & (columns[PERSON] == who.person)


async def _tell(connection: AsyncConnection, who: Who) -> Kept:
    moments: list[datetime] = []
    counts: dict[str, int] = {}
    for table in tables_with_people():
        looking = select(func.count(), func.min(table.columns[AT])).where(_of(table, who))
        count, oldest = (await connection.execute(looking)).one()
        counts[table.name] = count
        moments += [oldest] if oldest else []
    said = select(FEEDBACK).where(_of(FEEDBACK, who)).order_by(FEEDBACK.c.at.desc())
    rows = (await connection.execute(said)).mappings().all()
    chosen = select(PREFERENCES.c.language).where(_of(PREFERENCES, who))
    others = {name: n for name, n in counts.items() if name not in {"feedback", "preferences"}}
    return Kept(
        feedback=tuple(_feedback(row) for row in rows),
        language=(await connection.execute(chosen)).scalar(),
        counts=others,
        oldest=min(moments, default=None),
    )


async def _forget(connection: AsyncConnection, who: Who) -> Kept:
    kept = await _tell(connection, who)
    for table in tables_with_people():
        if table.info[STAKE] is Stake.SIGNED:
            unsigned = {PERSON: None, PERSON_WORKSPACE: None}
            await connection.execute(update(table).where(_of(table, who)).values(unsigned))
        else:
            await connection.execute(delete(table).where(_of(table, who)))
    return kept


def _feedback(row: Mapping[Any, Any]) -> Feedback:
    return Feedback(
        by=Who(row[PERSON_WORKSPACE], row[PERSON]),
        answer=row["answer"],
        section=row["section"],
        page=row["page"],
        verdict=Verdict(row["verdict"]),
        reason=Reason(row["reason"]) if row["reason"] else None,
        comment=row["comment"],
        question=row["question"],
        at=row[AT],
    )
