"""Why an answer did not help: asked in a modal that may stay empty, with what helps next."""

from typing import Final

from bot.slack.desk import Desk
from bot.slack.pressing.field import choice_field, text_field
from bot.slack.pressing.modal import Form, Modal, modal, sentence
from bot.slack.pressing.next_steps import next_steps
from bot.slack.pressing.origin import Origin
from bot.slack.rendering.control import Control
from bot.store.feedback import Reason
from bot.wording.catalogue import Words

REASON: Final = "reason"
"""The choice of a reason."""

COMMENT: Final = "comment"
"""The field for their own words."""

COMMENT_CHARACTERS: Final = 1_000
"""More is hardly ever written, and it is kept."""


def reasons_form(desk: Desk, origin: Origin, words: Words) -> Modal:
    """Return the modal."""
    reasons = {str(reason): words.say(f"feedback-reason-{reason}") for reason in Reason}
    blocks = [
        sentence(words.say("feedback-noted")),
        choice_field(REASON, words.say("feedback-reason"), reasons),
        text_field(
            COMMENT,
            words.say("feedback-comment"),
            most=COMMENT_CHARACTERS,
            hint=words.say("feedback-comment-hint"),
        ),
        *next_steps(desk, origin, words),
    ]
    form = Form(Control.NOT_HELPFUL, words.say("feedback-send"))
    return modal(words.say("feedback-title"), blocks, words, origin, form)
