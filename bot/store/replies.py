"""Which message answers which question: an edited question has its answer updated."""

import json
from dataclasses import dataclass

from bot.store.columns import PERSON, PERSON_WORKSPACE
from bot.store.rows import Rows
from bot.store.tables import REPLIES
from bot.store.who import Where, Who


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that was posted."""

    messages: tuple[str, ...]
    """The bot's messages, in order; at least one."""
    asker: Who
    """Who asked: what is kept about them can be told and forgotten."""


class Replies:
    """Kept for a day."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def find(self, where: Where, question: str) -> Reply | None:
        """Return what answers the message `question` of a channel; None where nothing does."""
        row = await self._rows.find(REPLIES, _key(where, question))
        if row is None:
            return None
        asker = Who(str(row[PERSON_WORKSPACE]), str(row[PERSON]))
        return Reply(tuple(json.loads(str(row["messages"]))), asker)

    async def keep(self, where: Where, question: str, reply: Reply) -> None:
        """Remember what answers it."""
        said = {
            "messages": json.dumps(reply.messages),
            PERSON_WORKSPACE: reply.asker.workspace,
            PERSON: reply.asker.person,
        }
        self._rows.keep(REPLIES, {**_key(where, question), **said})


def _key(where: Where, question: str) -> dict[str, str]:
    return {"workspace": where.workspace, "channel": where.channel, "question": question}
