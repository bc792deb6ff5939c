"""What people say of answers."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bot.store.columns import PERSON, PERSON_WORKSPACE
from bot.store.tables import FEEDBACK
from bot.store.waiting import Waiting
from bot.store.who import Who
from bot.store.write import AT, Kind, Write


class Verdict(StrEnum):
    """Whether an answer helped."""

    HELPFUL = "helpful"
    NOT_HELPFUL = "not_helpful"


class Reason(StrEnum):
    """Why it did not."""

    WRONG_SECTION = "wrong_section"
    OUTDATED = "outdated"
    INCOMPLETE = "incomplete"
    UNCLEAR = "unclear"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody says of an answer; said again, it takes the place of what was said before."""

    by: Who
    """Who says it."""
    answer: str
    """What is spoken of: channel and message, or what else names the answer."""
    section: str
    """Key of the section that was shown first; empty where none was."""
    page: str
    """Path of its page; empty where none was shown."""
    verdict: Verdict
    """Whether it helped."""
    reason: Reason | None = None
    """Why not, if that was said."""
    comment: str = ""
    """In their own words, if they were given."""
    question: str = ""
    """What had been asked."""
    at: datetime | None = None
    """When; None for now."""


class FeedbackBook:
    """What was said, kept for `FEEDBACK_DAYS`."""

    def __init__(self, waiting: Waiting) -> None:
        self._waiting = waiting

    async def keep(self, feedback: Feedback) -> None:
        """Remember it; while the store is away it waits in memory."""
        said = {
            PERSON_WORKSPACE: feedback.by.workspace,
            PERSON: feedback.by.person,
            "answer": feedback.answer,
            "section": feedback.section,
            "page": feedback.page,
            "verdict": feedback.verdict.value,
            "reason": feedback.reason and feedback.reason.value,
            "comment": feedback.comment,
            "question": feedback.question,
            AT: feedback.at or datetime.now(UTC),
        }
        self._waiting.add(Write(FEEDBACK, Kind.PUT, said))
