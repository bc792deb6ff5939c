"""What a look at a repository may spend: time, and room on this computer's disk."""

import os
import time
from pathlib import Path

from index.source.fetch.fetched import Progress
from index.source.limits import FetchLimits
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_MEBIBYTE = 1024 * 1024


class Budget:
    """The spending of one look, counted from when it is made."""

    def __init__(self, place: str, limits: FetchLimits, progress: Progress) -> None:
        self.limits = limits
        self._place = place
        self._progress = progress
        self._most = 0
        self._end = time.monotonic() + limits.fetch_seconds

    def check_time(self) -> None:
        """Raise SLOW when the time is over."""
        if time.monotonic() > self._end:
            raise HandbookUnreadableError(
                self._place, PlaceProblem.SLOW, f"{self.limits.fetch_seconds:.0f}"
            )

    def check_stored(self, folder: Path) -> None:
        """Tell how many bytes the files of a folder have, and raise TOO_LARGE when too many."""
        self.check_time()
        stored = _stored(folder)
        # Git removes files on its way too; nothing that has come is taken back.
        self._most = max(self._most, stored)
        self._progress(self._most, None)
        if stored > self.limits.download_bytes:
            most = f"{self.limits.download_bytes / _MEBIBYTE:g}"
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
