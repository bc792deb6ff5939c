"""Share: an answer that only the asker sees is shown to the channel, once, in their name."""

from slack_bolt.async_app import AsyncApp

from bot.outcome import BeingRead, Faulted, NotAllowed, Outcome
from bot.slack.asking.offering import offered
from bot.slack.asking.viewer import Viewer
from bot.slack.desk import Desk
from bot.slack.pressing.channel import settings_at
from bot.slack.pressing.escalation import quoted
from bot.slack.pressing.gone import show_nearest
from bot.slack.pressing.once import first_time
from bot.slack.pressing.press import Press, on_press
from bot.slack.pressing.shown import GoneError, answer_shown
from bot.slack.pressing.telling import show_instead, tell, working
from bot.slack.rendering.buttons import Subject, buttons_piece
from bot.slack.rendering.control import Control
from bot.slack.rendering.outcome_message import Offered, outcome_messages
from bot.slack.rendering.packing import Message, message_of, notice_message
from bot.slack.rendering.piece import Piece, text_piece
from bot.slack.sending.letter import Letter, Post, Respond, To, Undelivered
from bot.slack.sending.series import send_each
from bot.wording.catalogue import Words, words_in
from index.reading.prose import Prose


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register what happens when somebody shows an answer to the channel."""
    on_press(app, desk, Control.SHARE, working(_share))


async def _share(press: Press, presser: Viewer) -> None:
    desk, origin = press.desk, press.origin
    try:
        shown = await answer_shown(origin, presser, desk)
    except GoneError:
        await show_nearest(press, presser)
        return
    if isinstance(shown, BeingRead | Faulted | NotAllowed):
        # What keeps one person from an answer is no news for the others.
        await tell(press, *outcome_messages(shown, Offered()))
        return
    if not await first_time(desk, Control.SHARE, origin.channel, origin.message):
        await tell(press, notice_message(presser.words.say("share-once")))
        return
    lead = _lead(press, presser, words_in(shown.language))
    settings = await settings_at(desk, origin)
    said = outcome_messages(shown, offered(shown, settings, desk), lead)
    sent = await send_each(desk.outbox, [_letter(press, message) for message in said])
    if isinstance(sent.fate, Undelivered):
        await tell(press, _failed(press, presser.words))
        return
    await _show_shared(press, presser, shown)


def _lead(press: Press, presser: Viewer, words: Words) -> list[Piece]:
    """Return whose answer it is, and to what; a name and no mention, which would call them."""
    question = press.origin.carried.question
    key = "share-lead" if question else "share-lead-section"
    lead = words.say(key, name=presser.name(press.pressed.user_name))
    return [text_piece(Prose(lead)), *quoted(question)]


def _letter(press: Press, message: Message) -> Letter:
    """Return what shows it to those who would have seen the question.

    A response reaches a channel or a conversation that the bot is not part of, but no thread.
    """
    if press.origin.thread:
        return Post(press.origin.channel, press.origin.thread, message)
    return Respond(press.pressed.response_url, message, To.EVERYBODY)


async def _show_shared(press: Press, presser: Viewer, shown: Outcome) -> None:
    """Say so in the private answer, and take the button away."""
    settings = await settings_at(press.desk, press.origin)
    # Of an answer in several messages, the last has the button.
    *_, last = outcome_messages(shown, offered(shown, settings, press.desk))
    done = notice_message(presser.words.say("share-done"))
    said = Message(f"{last.text}\n{done.text}", (*last.blocks, *done.blocks))
    await show_instead(press, said)


def _failed(press: Press, words: Words) -> Message:
    """Return what is said, with a button of its own: the other one was pressed already."""
    subject = Subject(press.origin.carried.question, None, words)
    again = buttons_piece([[subject.button(Control.SHARE)]], words)
    return message_of([text_piece(Prose(words.say("share-failed"))), *again])
