"""A folder of this computer as an origin: it lies there already, and is looked at for changes.

Who writes in it tells nobody when they are done: an editor that saves, a `git pull` that has
written half. What is new is handed on once nothing has changed for a while.
"""

import time
from dataclasses import dataclass
from typing import Final

from index.source.fetch.fetched import Fetched, Looked, Progress
from index.source.fetch.glance import Glance, glance, is_locked
from index.source.folder import FolderTree
from index.source.location import FolderLocation
from index.source.revision import Revision

SETTLE_SECONDS: Final = 0.5
"""A folder in which nothing was written for so long is done with, as far as can be told."""

UNREST_SECONDS: Final = 10.0
"""After so long what is there is handed on: somebody writes for ever, or a lock was forgotten."""


@dataclass(frozen=True, slots=True)
class FolderOrigin:
    """A folder, or one Markdown file; an `Origin`."""

    location: FolderLocation
    """Where it is."""
    settle_seconds: float = SETTLE_SECONDS
    """How long nothing must change."""
    unrest_seconds: float = UNREST_SECONDS
    """How long that is waited for."""

    def kept(self) -> Fetched | None:
        """Return None: nothing of a folder is kept elsewhere."""
        return None

    def look(self, known: Fetched | None, progress: Progress) -> Looked:  # noqa: ARG002 - an Origin's
        """Return what lies there now; `known`, itself, where nothing has changed.

        Raises:
            HandbookUnreadableError: when there is no such place, or it may not be listed.
        """
        path = self.location.path
        tree = FolderTree(path, str(path))
        seen = glance(tree)
        if known is None or known.revision.identity != seen.identity:
            seen = self._settled(tree, seen, first=known is None)
        if known and known.revision.identity == seen.identity:
            return Looked(known)
        return Looked(Fetched(Revision(str(path), seen.identity, seen.made), path))

    def keep(self, fetched: Fetched) -> None:
        """Do nothing: it stays where it is."""

    def discard(self, fetched: Fetched) -> None:
        """Do nothing: it is not ours."""

    def _settled(self, tree: FolderTree, seen: Glance, *, first: bool) -> Glance:
        """Return what is there once two glances agree and git is not at work.

        Who has seen nothing yet need not wait where nothing was touched for long.
        """
        end = time.monotonic() + self.unrest_seconds
        if first and time.time() - seen.touched > self.settle_seconds and not is_locked(tree.root):
            return seen
        while time.monotonic() < end:
            time.sleep(self.settle_seconds)
            again = glance(tree)
            if again.identity == seen.identity and not is_locked(tree.root):
                return again
            seen = again
        return seen
