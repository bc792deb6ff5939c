"""A message that was edited: whether its words changed, and soon enough."""

from dataclasses import replace
from typing import Final

from bot.slack.asking.authorship import is_machine, no_question
from bot.slack.asking.envelope import Envelope
from bot.slack.asking.message import asked_with, names_bot
from bot.slack.asking.question import Edited, Incoming, Nothing, Reason, Way
from bot.slack.asking.typed_text import named_in, words_in_text
from bot.slack.delivered import Fields, inner, words_of

PROMPT_SECONDS: Final = 60.0
"""An edit after this corrects what was read long ago; the answer below it stays."""


def edited_ts(message: Fields) -> str:
    """Return when somebody edited a message last; empty when nobody did."""
    return words_of(inner(message, "edited"), "ts")


def read_mention_again(envelope: Envelope) -> Incoming:
    """Return what comes of a mention that Slack delivers once more because it was edited.

    It does not tell what it said before. https://github.com/slackapi/bolt-js/issues/960
    """
    message = envelope.event
    return _edited(message, envelope) if _is_prompt(message) else Nothing(Reason.LATE)


def read_change(envelope: Envelope) -> Incoming:
    """Return what comes of a change to a message: previews and translations are changes too.

    https://docs.slack.dev/reference/events/message/message_changed
    """
    now, before = inner(envelope.event, "message"), inner(envelope.event, "previous_message")
    if is_machine(envelope.event, envelope.bot):
        return Nothing(Reason.MACHINE)
    if reason := no_question(now, envelope.bot):
        return Nothing(reason)
    if not edited_ts(now) or (before and _said(now) == _said(before)):
        return Nothing(Reason.UNCHANGED)
    if before and names_bot(now, envelope) and not names_bot(before, envelope):
        question = asked_with(now, envelope)
        if question.way is not Way.DIRECT:
            # Named at last: asked at this moment, however old the message is.
            return replace(question, keys=(*question.keys, _edit(now, envelope)))
    return _edited(now, envelope) if _is_prompt(now) else Nothing(Reason.LATE)


def _edited(message: Fields, envelope: Envelope) -> Edited:
    return Edited(asked_with(message, envelope), envelope.keys(_edit(message, envelope)))


def _edit(message: Fields, envelope: Envelope) -> str:
    return f"{envelope.place(words_of(message, 'ts'))}:{edited_ts(message)}"


def _said(message: Fields) -> tuple[str, frozenset[str]]:
    text = words_of(message, "text")
    return words_in_text(text), frozenset(named_in(text))


def _is_prompt(message: Fields) -> bool:
    try:
        passed = float(edited_ts(message)) - float(words_of(message, "ts"))
    except ValueError:
        return False
    return passed <= PROMPT_SECONDS
