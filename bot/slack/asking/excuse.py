"""What is said where nothing can be shown, whatever kept it from being."""

from bot.outcome import NotAllowed, Outcome
from bot.slack.asking.answering import failed_by
from bot.slack.asking.viewer import NotAdmittedError
from bot.slack.desk import Desk
from bot.slack.rendering.outcome_message import Offered, outcome_messages
from bot.slack.rendering.packing import Message
from index.search.language import Language


def excuse(error: Exception, desk: Desk, language: Language) -> Message:
    """Return what is told of an error: to the operator as well, where it is a fault of ours."""
    outcome: Outcome
    if isinstance(error, NotAdmittedError):
        outcome = NotAllowed(error.language, error.refusal)
    else:
        outcome = failed_by(error, desk, language)
    return outcome_messages(outcome, Offered())[0]
