"""Helpful, or not: kept, thanked for in private, and changed by pressing again."""

from dataclasses import replace

from slack_bolt.async_app import AsyncApp

from bot.slack.asking.viewer import Viewer
from bot.slack.desk import Desk
from bot.slack.pressing.channel import with_escalation
from bot.slack.pressing.modal import Modal, told
from bot.slack.pressing.next_steps import next_steps
from bot.slack.pressing.origin import Origin
from bot.slack.pressing.press import Press, on_press
from bot.slack.pressing.reasons import COMMENT, COMMENT_CHARACTERS, REASON, reasons_form
from bot.slack.pressing.showing import showing
from bot.slack.pressing.submission import Submission, on_submit
from bot.slack.pressing.telling import tell, working
from bot.slack.rendering.control import Control
from bot.slack.rendering.packing import notice_message
from bot.store.feedback import Feedback, Reason, Verdict
from bot.store.who import Who
from index.contents import section_with


def listen(app: AsyncApp, desk: Desk) -> None:
    """Register what happens when somebody says whether an answer helped."""
    on_press(app, desk, Control.HELPFUL, working(_thank))
    on_press(app, desk, Control.NOT_HELPFUL, showing(_ask_why))
    on_submit(app, desk, Control.NOT_HELPFUL, _thanks, _keep_reason)


async def _thank(press: Press, presser: Viewer) -> None:
    words = presser.words
    if not press.desk.manners.feedback:
        await tell(press, notice_message(words.say("feedback-off")))
        return
    said = _feedback(press.desk, press.origin, presser.person.who, Verdict.HELPFUL)
    await press.desk.store.feedback.keep(said)
    await tell(press, notice_message(words.say("feedback-thanks")))


async def _ask_why(press: Press, presser: Viewer) -> Modal:
    desk, words = press.desk, presser.words
    if not desk.manners.feedback:
        return told(words, press.origin, words.say("feedback-off"))
    said = _feedback(desk, press.origin, presser.person.who, Verdict.NOT_HELPFUL)
    await desk.store.feedback.keep(said)
    return reasons_form(desk, await with_escalation(desk, press.origin), words)


def _thanks(submission: Submission) -> Modal:
    words, origin = submission.words, submission.origin
    below = next_steps(submission.desk, origin, words)
    key = "feedback-thanks" if submission.desk.manners.feedback else "feedback-off"
    return told(words, origin, words.say(key), below=below)


async def _keep_reason(submission: Submission, presser: Viewer) -> None:
    desk, written = submission.desk, submission.values
    if not desk.manners.feedback:
        return
    chosen = written.get(REASON)
    said = replace(
        _feedback(desk, submission.origin, presser.person.who, Verdict.NOT_HELPFUL),
        reason=Reason(chosen) if chosen in set(Reason) else None,
        comment=written.get(COMMENT, "")[:COMMENT_CHARACTERS],
    )
    await desk.store.feedback.keep(said)


def _feedback(desk: Desk, origin: Origin, by: Who, verdict: Verdict) -> Feedback:
    """Return what is said of an answer: of which, and what that showed."""
    publication, key = desk.library.publication, origin.carried.section
    section = section_with(key, publication.index) if publication and key else None
    return Feedback(
        by,
        answer=f"{origin.channel}:{origin.message}",
        section=key,
        page=section.page if section else "",
        verdict=verdict,
        question=origin.carried.question,
    )
