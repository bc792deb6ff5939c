"""What people say of answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.store.who import Who


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

    async def keep(self, feedback: Feedback) -> None:
        """Remember it; while the store is away it waits in memory."""
        raise NotImplementedError
