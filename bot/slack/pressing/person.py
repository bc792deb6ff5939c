"""Asking a person: everything that is sent is shown before, and nothing is sent before that."""

from slack_bolt.async_app import AsyncApp

from bot.answer import NotReadError
from bot.outcome import hits_of
from bot.slack.asking.answering import fault_of
from bot.slack.asking.viewer import Viewer
from bot.slack.desk import Desk
from bot.slack.pressing.channel import with_escalation
from bot.slack.pressing.escalation import Escalation, address_of, escalate, quoted
from bot.slack.pressing.field import written_in
from bot.slack.pressing.modal import Modal, told
from bot.slack.pressing.next_steps import next_steps
from bot.slack.pressing.once import first_time
from bot.slack.pressing.opening import fill, replace_modal
from bot.slack.pressing.origin import Origin
from bot.slack.pressing.person_form import ADDED, QUESTION, Enclosed, person_form
from bot.slack.pressing.press import Press, on_press
from bot.slack.pressing.reasons import COMMENT
from bot.slack.pressing.showing import showing
from bot.slack.pressing.shown import GoneError, answer_shown
from bot.slack.pressing.submission import Submission, Wrong, on_submit
from bot.slack.rendering.control import Control
from bot.slack.rendering.packing import Layout, messages
from bot.slack.rendering.piece import text_piece
from bot.slack.sending.letter import Delivered, Post
from index.reading.prose import Prose
from index.search.retrieve import Hit


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register what happens when somebody would rather ask a person."""
    on_press(app, desk, Control.PERSON, showing(_form))
    on_submit(app, desk, Control.PERSON, _sending, _send)


async def _form(press: Press, presser: Viewer) -> Modal:
    desk, words = press.desk, presser.words
    origin = await with_escalation(desk, press.origin)
    if not origin.escalation:
        below = next_steps(desk, origin, words)
        return told(words, origin, words.say("person-nobody"), below=below)
    enclosed = await _enclosed(desk, origin, presser, press.pressed.user_name)
    # Pressed in the modal that asks why an answer did not help: what was written is not lost.
    written = {ADDED: written_in(press.view).get(COMMENT, "")}
    return person_form(origin, enclosed, words, written)


def _sending(submission: Submission) -> Modal | Wrong:
    words = submission.words
    if not submission.values.get(QUESTION):
        return Wrong(QUESTION, words.say("person-empty"))
    return told(words, submission.origin, words.say("person-sending"))


async def _send(submission: Submission, presser: Viewer) -> None:
    desk, words, origin = submission.desk, submission.words, submission.origin
    if not await first_time(desk, Control.PERSON, submission.view, submission.state):
        await fill(desk, submission.view, told(words, origin, words.say("person-once")))
        return
    enclosed = Enclosed(presser.name(submission.user_name), None, "", desk.people.home.team)
    try:
        enclosed = await _enclosed(desk, origin, presser, submission.user_name)
        fate = await escalate(_asked(submission, enclosed), origin.escalation, desk)
        failed = "" if isinstance(fate, Delivered) else words.say(f"person-failed-{fate.failure}")
    except Exception as error:  # noqa: BLE001 - whatever it is, what they wrote is not lost
        fault = fault_of(error, desk, words.language)
        failed = words.say("person-fault", reference=fault.reference)
    if failed:
        view = person_form(origin, enclosed, words, submission.values, failed)
    else:
        view = told(words, origin, words.say("person-sent"))
    if await replace_modal(desk, submission.view, view):
        # The modal was closed meanwhile: messages tell, with what they wrote where it is lost.
        kept = submission.values.values() if failed else ()
        said = [text_piece(Prose(failed or words.say("person-sent")))]
        pieces = [*said, *(piece for text in kept for piece in quoted(text))]
        for message in messages(Layout(pieces), words):
            await desk.outbox.send(Post(submission.user, None, message))


def _asked(submission: Submission, enclosed: Enclosed) -> Escalation:
    question, added = submission.values[QUESTION], submission.values.get(ADDED, "")
    return Escalation(enclosed.name, question, added, enclosed.hit, enclosed.thread)


async def _enclosed(desk: Desk, origin: Origin, presser: Viewer, known_as: str) -> Enclosed:
    """Return what is sent beside what is written; where the section is gone, without it."""
    shown = await _shown(desk, origin, presser)
    thread = await address_of(origin, desk.outbox)
    return Enclosed(presser.name(known_as), shown, thread, desk.people.home.team)


async def _shown(desk: Desk, origin: Origin, presser: Viewer) -> Hit | None:
    if not origin.carried.section:
        return None
    try:
        hits = hits_of(await answer_shown(origin, presser, desk))
    except (GoneError, NotReadError):
        return None
    return hits[0] if hits else None
