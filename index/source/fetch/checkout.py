"""A repository of its own for one revision: its history, and its files checked out.

A new one begins with the packs of the one before, so that only what is new is fetched, and
touches nothing of it. One that is not finished is thrown away.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from index.source.fetch.fetching_git import FetchingGit
from index.source.fetch.packs import are_whole, count_packs, take_over
from index.source.fetch.tip import Tip
from index.source.fetch.tree_limits import check_tree
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

PACKS: Final = 20
"""From so many packs on they are made one, without what no revision has any more."""

_FOUND: Final = "refs/handbook/found"
_BEFORE: Final = "refs/handbook/before"
_AS_COMMITTED: Final = ("*", "-text", "!eol", "-ident", "-filter", "-working-tree-encoding")
"""Files come as they were committed, whatever the repository's own attributes say: no letter is
changed, and there is nothing for a program to do."""

_SHA256_LETTERS: Final = 64


def fetch_history(git: FetchingGit, folder: Path, tip: Tip, before: Path | None) -> str:
    """Make a repository in an empty folder, fetch a tip's history, and return its commit's id.

    Raises:
        HandbookUnreadableError: when git does not do it, or what came is not whole.
        OSError: when the disk does not take it.
    """
    digest = _digest(tip.commit)
    git.local(folder, "init", "--quiet", "--template=", f"--object-format={digest}", ".")
    if before:
        take_over(folder, before)
        git.local(folder, "update-ref", _BEFORE, git.local(before, "rev-parse", "HEAD").strip())
    git.fetch(folder, f"{tip.reference}:{_FOUND}")
    commit = git.local(folder, "rev-parse", "--verify", f"{_FOUND}^{{commit}}").strip()
    if before:
        git.local(folder, "update-ref", "-d", _BEFORE)
    _set_head(git, folder, tip, commit)
    if count_packs(folder) >= PACKS:
        git.local(folder, "repack", "-a", "-d", "-q")
    check_history(git, folder, commit)
    return commit


def check_history(git: FetchingGit, folder: Path, commit: str) -> None:
    """Check that a repository stands at a commit, and has the whole history of it undamaged.

    Raises:
        HandbookUnreadableError: GARBLED, or as git says.
        OSError: when the disk does not give it.
    """
    head = git.local(folder, "rev-parse", "HEAD").strip()
    if head != commit or not are_whole(folder, _digest(commit)):
        raise HandbookUnreadableError(git.place, PlaceProblem.GARBLED, commit)
    git.local(folder, "rev-list", "--objects", "--quiet", commit)


def check_out(git: FetchingGit, folder: Path, commit: str) -> None:
    """Write a commit's files, all of them and nothing else, where they are within the limits.

    The repository says from then on where it was fetched from.

    Raises:
        HandbookUnreadableError: when git does not do it, or there is too much.
        OSError: when the disk does not take it.
    """
    check_tree(git, folder, commit)
    git.local(folder, "config", "remote.origin.url", git.url)
    attributes = folder / ".git" / "info" / "attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text(" ".join(_AS_COMMITTED) + "\n", encoding="utf-8")
    # What git remembers of files that it once wrote is not believed.
    for name in ("index", "index.lock"):
        (folder / ".git" / name).unlink(missing_ok=True)
    git.local(folder, "reset", "--hard", "--quiet")
    git.local(folder, "clean", "-ffdxq")


def committed(git: FetchingGit, folder: Path, commit: str) -> datetime | None:
    """Return when a commit was made, None where it says a time that there is not."""
    said = git.local(folder, "show", "--no-patch", "--format=%cI", commit)
    with suppress(ValueError):
        return datetime.fromisoformat(said.strip())
    return None


def _set_head(git: FetchingGit, folder: Path, tip: Tip, commit: str) -> None:
    if tip.branch:
        branch = f"refs/heads/{tip.branch}"
        git.local(folder, "update-ref", branch, commit)
        git.local(folder, "symbolic-ref", "HEAD", branch)
        return
    git.local(folder, "update-ref", "--no-deref", "HEAD", commit)
    if tip.default:
        default = f"refs/remotes/origin/{tip.default}"
        git.local(folder, "symbolic-ref", "refs/remotes/origin/HEAD", default)


def _digest(commit: str) -> str:
    return "sha256" if len(commit) == _SHA256_LETTERS else "sha1"
