"""Something for the eyes of whoever pressed alone, wherever the button stood."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.slack.asking.excuse import excuse
from bot.slack.asking.viewer import Viewer
from bot.slack.pressing.modal import Modal, markup, modal
from bot.slack.pressing.origin import Origin
from bot.slack.pressing.press import Press, Working
from bot.slack.rendering.packing import Message
from bot.slack.sending.letter import Delivered, Post, Respond, Undelivered, Whisper
from bot.wording.catalogue import Words

Saying = Callable[[Press, Viewer], Awaitable[None]]
"""What is done about a press by somebody who may press; whatever it raises is told to them."""


def working(saying: Saying) -> Working:
    """Return what is done about a press, and what is said where it cannot be."""

    async def work(press: Press) -> None:
        language = press.desk.library.language()
        try:
            presser = await press.presser()
            language = presser.words.language
            await saying(press, presser)
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
            await tell(press, excuse(error, press.desk, language))

    return work


async def tell(press: Press, *messages: Message) -> None:
    """Show messages to whoever pressed, and to nobody else."""
    for message in messages:
        await (_tell_in_view if press.view else _tell_in_message)(press, message)


async def show_instead(press: Press, *messages: Message) -> None:
    """Show messages in place of the one that was pressed, which only one person sees."""
    first, *others = (Respond(press.pressed.response_url, message) for message in messages)
    for letter in (replace(first, replace=True), *others):
        await press.desk.outbox.send(letter)


async def _tell_in_message(press: Press, message: Message) -> None:
    outbox, pressed = press.desk.outbox, press.pressed
    if not press.origin.private:
        # A response to a press in a thread would stand outside of it.
        whisper = Whisper(pressed.channel, pressed.user, pressed.thread, message)
        if isinstance(await outbox.send(whisper), Delivered):
            return
    # In a conversation that the bot is not part of, only a response arrives.
    await outbox.send(Respond(pressed.response_url, message))


async def _tell_in_view(press: Press, message: Message) -> None:
    outbox, pressed = press.desk.outbox, press.pressed
    view = view_of(message, press.desk.words, press.origin)
    if press.modal:
        told = await outbox.call("views.update", view_id=press.modal, view=view)
    else:
        told = await outbox.call("views.open", trigger_id=pressed.trigger, view=view)
    if isinstance(told, Undelivered):
        # Nothing else of a view is in sight of one person.
        await outbox.send(Post(pressed.user, None, message))


def view_of(message: Message, words: Words, origin: Origin) -> Modal:
    """Return a message as a modal, in words alone: a modal does not take every block."""
    return modal(words.say("modal-title"), [markup(message.text)], words, origin)
