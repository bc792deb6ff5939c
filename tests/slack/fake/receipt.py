"""What Slack does with what it delivers: it waits for an answer, and delivers again."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["events_api", "slash_commands", "interactive"]
"""What is delivered, by the names that Socket Mode has for it."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long Slack waits."""

    within: float = 3.0
    """Seconds for the acknowledgement."""
    after: tuple[float, ...] = (0.0, 60.0, 300.0)
    """Seconds before each further delivery of an event that was not acknowledged."""

    def pauses(self, kind: Kind) -> tuple[float, ...]:
        """Return the pauses before each delivery; only events come again."""
        return (0.0, *self.after) if kind == "events_api" else (0.0,)


SLACKS: Final = Patience()
"""https://docs.slack.dev/apis/events-api/"""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a delivery."""

    tries: int
    """How often it was delivered."""
    said: str | None
    """What the acknowledgement carried; None where there was none, however often it was tried."""
