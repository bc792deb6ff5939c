"""What is done once, however often and to whichever process it is said."""

from datetime import UTC, datetime

from bot.slack.desk import Desk
from bot.store.inbox import Work


async def first_time(desk: Desk, *key: str) -> bool:
    """Return whether nobody did what `key` names before, and do not let it be done again."""
    # There is nothing to finish after a restart: whoever pressed sees that it did not happen.
    work = Work((":".join(("press", desk.people.home.team, *key)),), "{}", datetime.now(UTC))
    first = await desk.store.inbox.take(work)
    if first:
        await desk.store.inbox.done(work)
    return first
