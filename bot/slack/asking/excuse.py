"""What is said where nothing can be shown, whatever kept it from being."""

from bot.answer import NotReadError
from bot.outcome import BeingRead, NotAllowed, Outcome
from bot.slack.asking.answering import fault_of
from bot.slack.asking.viewer import NotAdmittedError
from bot.slack.desk import Desk
from bot.slack.rendering.outcome_message import Offered, outcome_messages
from bot.slack.rendering.packing import Message
from index.search.language import Language


def excuse(error: Exception, desk: Desk, language: Language) -> Message:
    """Return what is told of an error: to the operator as well, where it is a fault of ours."""
    return outcome_messages(_outcome_of(error, desk, language), Offered())[0]


def _outcome_of(error: Exception, desk: Desk, language: Language) -> Outcome:
    match error:
        case NotAdmittedError(refusal=refusal, language=theirs):
            return NotAllowed(theirs, refusal)
        case NotReadError():
            return BeingRead(language)
        case _:
            return fault_of(error, desk, language)
