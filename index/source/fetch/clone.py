"""Any repository that git can fetch, with its history: dates and owners come from that.

Each revision has a folder of its own, a whole repository with its files checked out; the file
`kept.json` names the one that was good. What it does not name is rubbish of a look that was
broken off, or a revision that nobody wanted, and goes when there is something better.
"""

import os
import shutil
from collections import deque
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from index.source.fetch.budget import Budget
from index.source.fetch.checkout import check_history, check_out, committed, fetch_history
from index.source.fetch.durable import disk_of
from index.source.fetch.fetched import Fetched, Looked, Progress, unheard
from index.source.fetch.fetching_git import FetchingGit
from index.source.fetch.kept_clone import new_root, read_kept, remove_others, write_kept
from index.source.fetch.redirection import new_address
from index.source.fetch.tip import Tip, find_tip, is_commit
from index.source.limits import FETCH_LIMITS, FetchLimits
from index.source.location import CloneLocation, shown
from index.source.revision import Revision
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_OF_COMMIT: Final = frozenset(
    {
        PlaceProblem.TOO_LARGE,
        PlaceProblem.TOO_MANY_FILES,
        PlaceProblem.PATH_TOO_LONG,
        PlaceProblem.UNPACKS_TOO_LARGE,
        PlaceProblem.FOLDER_MISSING,
    }
)
"""What is wrong with a commit stays wrong with it, and need not be fetched again to know."""


HANDED_OUT: Final = 3
"""So many revisions are left in place until one is kept, whatever a newer one turns out to be."""


class CloneOrigin:
    """A repository that git itself fetches."""

    def __init__(
        self,
        location: CloneLocation,
        token: SecretStr,
        folder: Path,
        limits: FetchLimits = FETCH_LIMITS,
    ) -> None:
        self._location = location
        self._place = shown(location)
        self._token = token
        self._folder = folder
        self._limits = limits
        self._url = location.url
        self._handed_out: deque[Fetched] = deque(maxlen=HANDED_OUT)
        self._refused: tuple[str, HandbookUnreadableError] | None = None

    def kept(self) -> Fetched | None:
        """Return the last good revision, its files as they were committed; None for none."""
        git = self._git(self._budget(unheard))
        with suppress(HandbookUnreadableError, OSError):
            kept = read_kept(self._folder, self._place)
            if kept:
                check_history(git, kept.root, kept.revision.identity)
                check_out(git, kept.root, kept.revision.identity)
                return self._in_part(kept)
        return None

    def look(self, known: Fetched | None, progress: Progress) -> Looked:
        """Return the newest revision; `known`, itself, where that is the one already known.

        Raises:
            HandbookUnreadableError: when it cannot be had; what was kept stays.
        """
        name = self._location.branch
        if known and is_commit(name) and _stands(known, name, f"{name}\n"):
            return Looked(known)
        budget = self._budget(progress)
        with disk_of(self._place):
            self._folder.mkdir(parents=True, exist_ok=True)
            tip = self._tip(budget)
            for fetched in (known, *self._handed_out):
                if fetched and _stands(fetched, tip.commit, tip.head):
                    return Looked(fetched)
            if self._refused and self._refused[0] == tip.commit:
                raise _again(self._refused[1])
            try:
                fetched = self._fetch(self._git(budget), tip, known)
            except HandbookUnreadableError as error:
                if error.problem in _OF_COMMIT:
                    self._refused = (tip.commit, error)
                raise
            self._handed_out.append(fetched)
            return Looked(fetched)

    def keep(self, fetched: Fetched) -> None:
        """Make what `look` returned the last good revision, and remove all others.

        Raises:
            HandbookUnreadableError: when this computer's disk does not take it.
        """
        with disk_of(self._place):
            (fetched.root / ".git").stat()
            write_kept(self._folder, fetched)
        remove_others(self._folder, {fetched.root})

    def discard(self, fetched: Fetched) -> None:
        """Throw away what `look` returned, since it came damaged; it is then fetched again."""
        shutil.rmtree(fetched.root, ignore_errors=True)

    def _tip(self, budget: Budget) -> Tip:
        """Ask the remote, under its new name where it has one on the same host."""
        name = self._location.branch
        git = self._git(budget)
        try:
            return find_tip(git, self._folder, name)
        except HandbookUnreadableError as error:
            if error.problem is not PlaceProblem.REDIRECTED:
                raise
            self._url = new_address(git, self._folder)
            return find_tip(self._git(budget), self._folder, name)

    def _fetch(self, git: FetchingGit, tip: Tip, known: Fetched | None) -> Fetched:
        """Fetch a tip, beginning with what is here of its history."""
        kept = read_kept(self._folder, self._place)
        here = [each for each in (known, kept, *self._handed_out) if each]
        remove_others(self._folder, [each.root for each in here])
        before = next((each.root for each in here if _is_whole(git, each)), None)
        try:
            return self._built(git, tip, before)
        except HandbookUnreadableError as error:
            # Here may be much that no branch has any more.
            if error.problem is PlaceProblem.TOO_LARGE and before:
                return self._built(git, tip, None)
            raise

    def _built(self, git: FetchingGit, tip: Tip, before: Path | None) -> Fetched:
        root = new_root(self._folder)
        try:
            commit = fetch_history(git, root, tip, before)
            check_out(git, root, commit)
            revision = Revision(self._place, commit, committed(git, root, commit))
            return self._in_part(Fetched(revision, root))
        except BaseException:
            shutil.rmtree(root, ignore_errors=True)
            raise

    def _in_part(self, fetched: Fetched) -> Fetched:
        """Return a revision with the part of it that is the handbook.

        Raises:
            HandbookUnreadableError: when it has no such part; a link that leads out is none.
        """
        folder = self._location.folder
        root = Path(os.path.realpath(fetched.root))
        part = Path(os.path.realpath(root / folder))
        if not part.exists() or not part.is_relative_to(root):
            raise HandbookUnreadableError(self._place, PlaceProblem.FOLDER_MISSING, folder)
        return replace(fetched, folder=folder)

    def _git(self, budget: Budget) -> FetchingGit:
        return FetchingGit(self._place, self._url, self._token, budget)

    def _budget(self, progress: Progress) -> Budget:
        return Budget(self._place, self._limits, progress)


def _stands(fetched: Fetched, commit: str, head: str) -> bool:
    """Tell whether a revision is of a commit and its repository is there, at the same branch."""
    with suppress(OSError):
        written = (fetched.root / ".git" / "HEAD").read_text(encoding="utf-8", errors="replace")
        return fetched.revision.identity == commit and written == head
    return False


def _is_whole(git: FetchingGit, fetched: Fetched) -> bool:
    with suppress(HandbookUnreadableError, OSError):
        check_history(git, fetched.root, fetched.revision.identity)
        return True
    return False


def _again(error: HandbookUnreadableError) -> HandbookUnreadableError:
    return HandbookUnreadableError(error.place, error.problem, error.detail)
