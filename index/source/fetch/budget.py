"""What a look at a repository may spend: time, and room on this computer's disk."""

import os
import time
from pathlib import Path

from index.source.fetch.clone_limits import CloneLimits
from index.source.fetch.fetched import Progress
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_MEGABYTE = 1024 * 1024


class Budget:
    """The spending of one look, counted from when it is made."""

    def __init__(self, place: str, limits: CloneLimits, progress: Progress) -> None:
        self.limits = limits
        self._place = place
        self._progress = progress
        self._end = time.monotonic() + limits.seconds

    def check_time(self) -> None:
        """Raise SLOW when the time is over."""
        if time.monotonic() > self._end:
            raise HandbookUnreadableError(
                self._place, PlaceProblem.SLOW, f"{self.limits.seconds:.0f}"
            )

    def check_stored(self, folder: Path) -> None:
        """Tell how many bytes the files of a folder have, and raise TOO_LARGE when too many."""
        self.check_time()
        stored = _stored(folder)
        self._progress(stored, None)
        if stored > self.limits.stored_bytes:
            most = str(self.limits.stored_bytes // _MEGABYTE)
            raise HandbookUnreadableError(self._place, PlaceProblem.TOO_LARGE, most)


def _stored(folder: Path) -> int:
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(f"{parent}/{name}").st_size
            except OSError:  # git renames and removes its files meanwhile
                continue
    return total
