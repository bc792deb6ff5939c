"""A commit's files against what a handbook may have, before any of them is written."""

import os
from pathlib import Path
from typing import Final

from index.source.fetch.fetching_git import FetchingGit
from index.source.limits import FetchLimits
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_LIST: Final = ("ls-tree", "-r", "-t", "-l", "-z", "--full-tree")
_MEBIBYTE: Final = 1024 * 1024


def check_tree(git: FetchingGit, folder: Path, commit: str) -> None:
    """Check how many files and folders a commit has, how large, and how long their paths are.

    A few small objects can mean billions of files: the list is not read any longer than needed.

    Raises:
        HandbookUnreadableError: when there is too much, or git does not say.
    """
    counting = _Counting(git.place, git.budget.limits)
    git.print_to(counting.take, folder, *_LIST, commit)


class _Counting:
    """The entries of `git ls-tree -l -z` as they come."""

    def __init__(self, place: str, limits: FetchLimits) -> None:
        self._place = place
        self._limits = limits
        self._rest = b""
        self._files = 0
        self._bytes = 0

    def take(self, chunk: bytes) -> None:
        """Count the entries that have come as a whole."""
        *entries, self._rest = (self._rest + chunk).split(b"\0")
        for entry in entries:
            facts, _, path = entry.partition(b"\t")
            size = facts.rpartition(b" ")[2]
            self._bytes += int(size) if size.isdigit() else 0  # a folder has none
            self._files += 1
            self._check_path(path)
        # What has no end yet may be long already.
        self._check_path(self._rest.partition(b"\t")[2])
        if self._files > self._limits.files:
            raise self._error(PlaceProblem.TOO_MANY_FILES, str(self._limits.files))
        if self._bytes > self._limits.unpacked_bytes:
            most = f"{self._limits.unpacked_bytes / _MEBIBYTE:g}"
            raise self._error(PlaceProblem.UNPACKS_TOO_LARGE, most)

    def _check_path(self, path: bytes) -> None:
        most = self._limits.path_characters
        if len(path) > most and len(os.fsdecode(path)) > most:
            raise self._error(PlaceProblem.PATH_TOO_LONG, str(most))

    def _error(self, problem: PlaceProblem, detail: str) -> HandbookUnreadableError:
        return HandbookUnreadableError(self._place, problem, detail)
