"""What a round is asked, and what it found."""

from dataclasses import dataclass
from typing import Final

from index.refresh.changes import Changes
from index.refresh.edition import Edition, Publication
from index.refresh.status import Status
from index.source.unreadable import HandbookUnreadableError


@dataclass(frozen=True, slots=True)
class Looking:
    """How a round looks."""

    every: bool = False
    """At every handbook, not only at those that are due."""
    accept: bool = False
    """A revision passes though most is gone from it."""
    anew: bool = False
    """All that is found is taken and built from nothing, as if nothing had been there before."""
    wait: bool = True
    """Another process that is at it is waited for."""


AS_DUE: Final = Looking()
"""As a running bot does."""


@dataclass(frozen=True, slots=True)
class Round:
    """What a round found."""

    status: Status
    """What each look found."""
    before: Edition | None
    """What answered before; None for nothing."""
    built: Publication | None
    """What answers now, where that was built anew."""
    changes: Changes | None = None
    """Which pages it brought, where there was one before."""
    unkept: HandbookUnreadableError | None = None
    """Why what was built could not be kept on this computer."""

    @property
    def edition(self) -> Edition | None:
        """What answers now; None where nothing can."""
        return self.built.edition if self.built else self.before
