"""Who last touched each line of many files, in one pass over the history.

The way is that of `git blame`: a line goes back from commit to commit until one has it and none
of the parents had. Git's own command reads the history anew for each file.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from index.source.git.commit import Commit, FileChange
from index.source.git.runs import Fate, Run, split

Held = dict[bytes, list[Run]]
"""By path: the lines whose origin is that commit or one before it."""


@dataclass(frozen=True, slots=True)
class Touch:
    """How a line came to be as it is."""

    day: date
    """When the last commit that touched it was made."""
    author: str
    """Mail address of who wrote that commit."""
    fate: Fate
    """What that did: put the line in, or take out what stood below."""


@dataclass(slots=True)
class Blame:
    """Lines whose last commit is looked for."""

    ignored: Collection[bytes]
    """Commits that do not count, such as those that only changed the form."""
    boundary: Collection[bytes]
    """Commits of a shallow clone before which nothing is known: what they have may be older."""
    touched: list[Touch | None]
    """For each line what is known by now."""
    waiting: dict[bytes, Held] = field(default_factory=dict)
    """By commit: the lines that have come back as far as there."""

    def run(self, start: bytes, held: Mapping[bytes, list[Run]], log: Iterable[Commit]) -> bool:
        """Follow the lines of `start` back; return whether each was followed to its end."""
        if any(held.values()):
            self.waiting[start] = dict(held)
        for commit in log if self.waiting else ():
            arrived = self.waiting.pop(commit.identity, None)
            if arrived and commit.identity not in self.boundary:
                for path, runs in arrived.items():
                    self._pass(commit, path, runs)
            if not self.waiting:
                break
        return not self.waiting

    def _pass(self, commit: Commit, path: bytes, runs: list[Run]) -> None:
        """Hand each line to the first parent that has it untouched; the rest is the commit's."""
        for parent, changes in zip(commit.parents, commit.changes, strict=False):
            change = changes.get(path, FileChange(path, ()))
            if change.old_path is not None and not change.hunks:
                self._hand(parent, change.old_path, runs)
                return
        pieces = [(Fate.ADDED, run) for run in runs]
        ignored = commit.identity in self.ignored
        for parent, changes in zip(commit.parents, commit.changes, strict=False):
            change = changes[path]
            if change.old_path is None:
                continue
            left = (run for _, run in pieces)
            pieces = []
            kept: list[Run] = []
            for fate, run in split(left, change.hunks, ignored=ignored):
                if fate is Fate.KEPT:
                    kept.append(run)
                else:
                    pieces.append((fate, run))
            self._hand(parent, change.old_path, kept)
        if ignored or not pieces or (day := commit.day) is None:
            return
        for fate, run in pieces:
            touch = Touch(day, commit.address, fate)
            self.touched[run.target : run.target + run.count] = [touch] * run.count

    def _hand(self, parent: bytes, path: bytes, runs: list[Run]) -> None:
        if runs:
            self.waiting.setdefault(parent, {}).setdefault(path, []).extend(runs)
