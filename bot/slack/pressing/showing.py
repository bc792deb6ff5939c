"""A modal for a press: opened while the press still may, filled when what it shows is there."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.slack.desk import Desk
from bot.slack.pressing.excuse import excuse
from bot.slack.pressing.modal import Modal, told
from bot.slack.pressing.press import Press, Working
from bot.slack.pressing.presser import Presser
from bot.slack.pressing.telling import tell, view_of
from bot.slack.rendering.packing import notice_message
from bot.slack.sending.letter import Undelivered

AT_ONCE_SECONDS: Final = 1.0
"""How long the modal waits for what it shows: Slack lets a press open one for three seconds.

https://docs.slack.dev/surfaces/modals
"""

CLOSED: Final = "not_found"
"""Slack's word for a modal that was closed: nobody waits for what it would show.

https://docs.slack.dev/reference/methods/views.update
"""

Making = Callable[[Press, Presser], Awaitable[Modal]]
"""What a press by somebody who may press shows; whatever it raises is shown in its place."""


def showing(making: Making) -> Working:
    """Return what is done about a press that opens a modal.

    What takes longer than a second is waited for in the modal, in sight of whoever pressed.
    """

    async def show(press: Press) -> None:
        made = asyncio.ensure_future(_made(press, making))
        if press.modal:
            await _fill(press, press.modal, await made)
            return
        ready, _ = await asyncio.wait({made}, timeout=AT_ONCE_SECONDS)
        words = press.desk.words
        first = made.result() if ready else told(words, press.origin, words.say("modal-wait"))
        opened = await press.desk.outbox.call(
            "views.open", trigger_id=press.pressed.trigger, view=first
        )
        if isinstance(opened, Undelivered):
            await made
            await tell(press, notice_message(words.say("modal-unopened")))
        elif not ready:
            await _fill(press, _id_of(opened), await made)

    return show


async def fill(desk: Desk, view: str, shown: Modal) -> Undelivered | None:
    """Show something else in a modal; return why it does not: it may have been closed."""
    filled = await desk.outbox.call("views.update", view_id=view, view=shown)
    return filled if isinstance(filled, Undelivered) else None


async def _fill(press: Press, view: str, shown: Modal) -> None:
    failed = await fill(press.desk, view, shown)
    if failed and failed.word != CLOSED:
        await tell(press, notice_message(press.desk.words.say("modal-unopened")))


def _id_of(opened: Mapping[str, object]) -> str:
    view = opened.get("view")
    return str(view.get("id") or "") if isinstance(view, Mapping) else ""


async def _made(press: Press, making: Making) -> Modal:
    language = press.desk.library.language()
    try:
        presser = await press.presser()
        language = presser.words.language
        return await making(press, presser)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        message = excuse(error, press.desk, language)
        return view_of(message, press.desk.words, press.origin)
