"""How long the store is waited for, and how much is kept in memory meanwhile."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """All of them; tests shorten some."""

    patience: float = 0.3
    """Seconds that an answer may wait for the store; then memory answers."""
    insistence: float = 2.0
    """Seconds for what cannot come from memory: somebody waits for it, and is told."""
    writing: float = 1.0
    """Seconds for what is written behind everybody's back."""
    locked: float = 0.2
    """Seconds that SQLite waits for another process's write; less than `patience`, so that it
    gives up by itself."""
    again: float = 1.0
    """A store that is away is tried again so many seconds later, and is not asked meanwhile."""
    connecting: float = 2.0
    """Seconds that a connection may take to come about."""
    migrating: float = 300.0
    """Seconds that bringing the tables up to date may take."""
    opening: float = 3.0
    """Seconds that a start waits for the store."""
    closing: float = 3.0
    """Seconds that an end waits until everything is written."""
    waiting: int = 10_000
    """Rows that wait in memory to be written; then the oldest are dropped."""
    remembered: int = 5_000
    """Rows of each table that memory knows."""
    keys: int = 50_000
    """Keys of deliveries that memory knows: a day of them on a busy workspace."""
    beat: float = 4.0
    """Seconds from one sign of life of a process to the next."""
    silent_beats: int = 5
    """After so many looks without a new sign of life a process counts as ended."""
    pruning: float = 3600.0
    """Seconds from one pruning to the next."""


USUAL_LIMITS: Final = Limits()
