"""What is kept about a person, told and forgotten on request (GDPR, articles 15 and 17)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.store.feedback import Feedback


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that the store has about one person."""

    feedback: tuple[Feedback, ...]
    """What they said of answers, in full, the newest first."""
    language: str | None
    """The language that they chose."""
    counts: Mapping[str, int]
    """How many rows of each other table have their id: replies, works, channel settings."""
    oldest: datetime | None
    """When the oldest of it was kept; None where there is nothing."""
