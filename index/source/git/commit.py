"""A commit as the history tells of it: who, when, and what it changed in which file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_IDENTITY = re.compile(rb"[^<]*<([^>]*)> (-?\d+) ([+-]\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class Hunk:
    """Neighbouring lines that were taken out, put in, or replaced."""

    old_line: int
    """The first line taken out; where none was, the line above the place, 0 at the top."""
    old_count: int
    """How many were taken out."""
    line: int
    """The first line put in; where none was, the line above the gap, 0 at the top."""
    count: int
    """How many were put in."""
    took_heading: bool
    """Whether the text taken out begins with a heading, so that sections went as a whole."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a commit changed in a file, against one of its parents."""

    old_path: bytes | None
    """The file's path in the parent; None where the parent has no such file."""
    hunks: tuple[Hunk, ...]
    """What was changed, from the top down."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, with its changes against each parent."""

    identity: bytes
    """Its id."""
    parents: tuple[bytes, ...]
    """The ids of those before it; none for the first."""
    author: bytes
    """Who wrote it and when, as Git writes it: `author Kim <kim@os2.example> 1767225600 +0100`."""
    committer: bytes
    """Who committed it and when, in the same form."""
    changes: tuple[Mapping[bytes, FileChange], ...]
    """By path in this commit, for each parent in order; against nothing where there is none."""

    @property
    def address(self) -> str:
        """Mail address of who wrote it, as it stands there."""
        match = _IDENTITY.match(self.author)
        return match[1].decode("utf-8", "replace") if match else ""

    @property
    def day(self) -> date | None:
        """The calendar day when and where it was committed; None for a clock set to nonsense."""
        match = _IDENTITY.match(self.committer)
        if match is None:
            return None
        hours, minutes = int(match[3]), int(match[4])
        east = timedelta(hours=hours, minutes=minutes if hours >= 0 else -minutes)
        try:
            return (datetime.fromtimestamp(int(match[2]), UTC) + east).date()
        except (ValueError, OverflowError, OSError):
            return None
