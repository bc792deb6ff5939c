"""A modal for a press: opened while the press still may, filled when what it shows is there."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.slack.asking.excuse import excuse
from bot.slack.asking.viewer import Viewer
from bot.slack.pressing.modal import Modal, told
from bot.slack.pressing.opening import fill, open_modal
from bot.slack.pressing.press import Press, Working
from bot.slack.pressing.telling import tell, view_of
from bot.slack.rendering.packing import notice_message

Making = Callable[[Press, Viewer], Awaitable[Modal]]
"""What a press by somebody who may press shows; whatever it raises is shown in its place."""


def showing(making: Making) -> Working:
    """Return what is done about a press that opens a modal.

    What takes longer than a second is waited for in the modal, in sight of whoever pressed.
    """

    async def show(press: Press) -> None:
        made = asyncio.ensure_future(_made(press, making))
        if press.modal:
            if await fill(press.desk, press.modal, await made):
                await tell(press, notice_message(press.desk.words.say("modal-unopened")))
            return
        words, trigger = press.desk.words, press.pressed.trigger
        waiting = told(words, press.origin, words.say("modal-wait"))
        if await open_modal(press.desk, trigger, made, waiting):
            await tell(press, notice_message(words.say("modal-unopened")))

    return show


async def _made(press: Press, making: Making) -> Modal:
    language = press.desk.library.language()
    try:
        presser = await press.presser()
        language = presser.words.language
        return await making(press, presser)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
        message = excuse(error, press.desk, language)
        return view_of(message, press.desk.words, press.origin)
