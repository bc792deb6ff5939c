"""How much an archive may be, counted while it is read: what it says of itself is not believed."""

from dataclasses import dataclass

from index.source.limits import FILES, TEXT_BYTES, UNPACKED_BYTES
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """What is too much of an archive."""

    unpacked_bytes: int = UNPACKED_BYTES
    """What it may unpack to, whatever of it is read."""
    text_bytes: int = TEXT_BYTES
    """What its pages and settings may have together."""
    files: int = FILES
    """Files and folders, of whatever kind."""


class Allowance:
    """What of the limits is left."""

    def __init__(self, place: str, limits: ArchiveLimits) -> None:
        self._place = place
        self._limits = limits
        self._unpacked = 0
        self._text = 0
        self._files = 0

    @property
    def files(self) -> int:
        """How many files and folders there may be in all."""
        return self._limits.files

    def unpack(self, count: int) -> None:
        """Count bytes that the archive unpacked to.

        Raises:
            HandbookUnreadableError: when they are too many.
        """
        self._unpacked += count
        if self._unpacked > self._limits.unpacked_bytes:
            raise self._too_large(self._limits.unpacked_bytes)

    def keep(self, count: int) -> None:
        """Count bytes that stay in memory.

        Raises:
            HandbookUnreadableError: when they are too many.
        """
        self._text += count
        if self._text > self._limits.text_bytes:
            raise self._too_large(self._limits.text_bytes)

    def add_file(self) -> None:
        """Count a file or folder.

        Raises:
            HandbookUnreadableError: when there are too many.
        """
        self._files += 1
        if self._files > self._limits.files:
            raise self.too_many()

    def too_many(self) -> HandbookUnreadableError:
        """Return the error for more files than there may be."""
        detail = str(self._limits.files)
        return HandbookUnreadableError(self._place, PlaceProblem.TOO_MANY_FILES, detail)

    def _too_large(self, limit: int) -> HandbookUnreadableError:
        detail = str(limit // 1024 // 1024)
        return HandbookUnreadableError(self._place, PlaceProblem.UNPACKS_TOO_LARGE, detail)
