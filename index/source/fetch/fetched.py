"""What fetching hands on, and what every way of fetching does."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from index.source.git.address import HostedRevision
from index.source.revision import Revision


class Form(StrEnum):
    """How a revision lies on this computer."""

    FILES = "files"
    """As a folder, or as the one Markdown file that it is."""
    ARCHIVE = "archive"
    """In an archive, whatever that is called."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A revision of a handbook on this computer, whole."""

    revision: Revision
    """Which one."""
    root: Path
    """The folder or the one Markdown file that it is, or the archive that it is in."""
    folder: str = ""
    """The part of it that is the handbook; empty for all of it."""
    hosted: HostedRevision | None = None
    """Of an archive: where the repository stands on its Git host; a clone tells by itself."""
    validator: str = ""
    """What the host gave to ask "has it changed since?" with: an ETag or a date."""
    form: Form = Form.FILES
    """How it lies there."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at the place found."""

    fetched: Fetched
    """The revision; the very one that was known where nothing has changed."""
    wait: float = 0.0
    """Seconds until the host wants to be asked again; 0 where it does not mind."""


Progress = Callable[[int, int | None], None]
"""Told how much has been done (bytes that have come, pages that were read), and of how much where
that is known."""


def unheard(done: int, total: int | None) -> None:
    """Tell nobody of any progress."""


class Origin(Protocol):
    """Where a handbook is fetched from; made by `open_origin`.

    Each has a folder of its own on this computer, in which it keeps the last good revision and
    which nobody else writes while it works.
    """

    def kept(self) -> Fetched | None:
        """Return the last good revision that is on this computer, None for none that is whole."""

    def look(self, known: Fetched | None, progress: Progress) -> Looked:
        """Return the newest revision; `known`, itself, where that is the one already known.

        Raises:
            HandbookUnreadableError: when it cannot be had; what was kept stays.
        """

    def keep(self, fetched: Fetched) -> None:
        """Make what `look` returned the last good revision, and remove older ones.

        Raises:
            HandbookUnreadableError: when this computer's disk does not take it.
        """

    def discard(self, fetched: Fetched) -> None:
        """Throw away what `look` returned, since it came damaged; it is then fetched again."""
