"""A modal opened while Slack still lets it, and filled when what it shows is there."""

import asyncio
from enum import StrEnum
from typing import Final

from bot.slack.delivered import inner
from bot.slack.desk import Desk
from bot.slack.pressing.modal import Modal
from bot.slack.sending.letter import Undelivered

AT_ONCE_SECONDS: Final = 1.0
"""How long the modal waits for what it shows: Slack lets a press open one for three seconds.

https://docs.slack.dev/surfaces/modals
"""


CLOSED: Final = "not_found"
"""Slack's word for a modal that was closed.

https://docs.slack.dev/reference/methods/views.update
"""


class How(StrEnum):
    """How a modal opens, by Slack's names."""

    OPEN = "views.open"
    """Over everything."""
    PUSH = "views.push"
    """Over another modal, which is there again when this one is closed."""


async def open_modal(
    desk: Desk,
    trigger: str,
    made: asyncio.Future[Modal],
    waiting: Modal,
    how: How = How.OPEN,
) -> Undelivered | None:
    """Open a modal with what is made, or return why it does not open.

    What takes longer than a second is waited for in the modal, in sight of whoever opened it.
    """
    ready, _ = await asyncio.wait({made}, timeout=AT_ONCE_SECONDS)
    first = made.result() if ready else waiting
    opened = await desk.outbox.call(how, trigger_id=trigger, view=first)
    if isinstance(opened, Undelivered):
        await made
        return opened
    if not ready:
        await fill(desk, str(inner(opened, "view").get("id") or ""), await made)
    return None


async def fill(desk: Desk, view: str, shown: Modal) -> Undelivered | None:
    """Show something else in a modal, or return why it does not; nobody waits at a closed one."""
    failed = await replace_modal(desk, view, shown)
    return failed if failed and failed.word != CLOSED else None


async def replace_modal(desk: Desk, view: str, shown: Modal) -> Undelivered | None:
    """Show something else in a modal, or return why it does not: it may have been closed."""
    replaced = await desk.outbox.call("views.update", view_id=view, view=shown)
    return replaced if isinstance(replaced, Undelivered) else None
