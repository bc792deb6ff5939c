"""Where a remote's branch, tag or commit stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.source.fetch.fetching_git import FetchingGit
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_COMMIT: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_BRANCH: Final = "refs/heads/"
_TAG: Final = "refs/tags/"


@dataclass(frozen=True, slots=True)
class Tip:
    """What is to be fetched."""

    commit: str
    """The whole id of the commit."""
    reference: str
    """The remote's name for it: of a branch or a tag, HEAD, or the id."""
    branch: str
    """The branch that it is the tip of; empty for a tag, a commit, or a HEAD on no branch."""
    default: str
    """The remote's default branch; empty while it says none."""

    @property
    def head(self) -> str:
        """What the file HEAD of a repository holds that has it checked out."""
        return f"ref: {_BRANCH}{self.branch}\n" if self.branch else f"{self.commit}\n"


def is_commit(name: str) -> bool:
    """Tell whether a name is a commit's whole id, which never stands anywhere else."""
    return _COMMIT.fullmatch(name) is not None


def find_tip(git: FetchingGit, folder: Path, name: str) -> Tip:
    """Ask the remote where `name` stands, or its HEAD for none; git is run in `folder`.

    Raises:
        HandbookUnreadableError: when it does not answer, has no such branch or nothing at all.
    """
    wanted = (f"{_BRANCH}{name}", f"{_TAG}{name}", _peeled(name)) if name else ()
    commits, links = _read(git.heads(folder, "HEAD", *wanted))
    head = links.get("HEAD", "")
    default = head.removeprefix(_BRANCH) if head.startswith(_BRANCH) else ""
    tip = _named(name, commits, default) if name else _head(commits, default)
    if tip is None and "HEAD" in commits:
        raise HandbookUnreadableError(git.place, PlaceProblem.UNKNOWN_BRANCH, name)
    if tip is None:
        raise HandbookUnreadableError(git.place, PlaceProblem.EMPTY)
    return tip


def _head(commits: Mapping[str, str], default: str) -> Tip | None:
    reference = f"{_BRANCH}{default}" if default else "HEAD"
    return Tip(commits["HEAD"], reference, default, default) if "HEAD" in commits else None


def _named(name: str, commits: Mapping[str, str], default: str) -> Tip | None:
    """Return the branch of a name, else the tag, else the commit that it is the id of."""
    branch, tag = f"{_BRANCH}{name}", f"{_TAG}{name}"
    if branch in commits:
        return Tip(commits[branch], branch, name, default)
    if tag in commits:
        return Tip(commits.get(_peeled(name), commits[tag]), tag, "", default)
    return Tip(name, name, "", default) if is_commit(name) else None


def _peeled(tag: str) -> str:
    """Return how git names the commit that a tag with a message of its own stands for."""
    return f"{_TAG}{tag}^{{}}"


def _read(printed: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return what names stand for in `git ls-remote --symref`: the commits, and other names."""
    commits: dict[str, str] = {}
    links: dict[str, str] = {}
    for line in printed.splitlines():
        value, _, name = line.partition("\t")
        if is_commit(value):
            commits.setdefault(name, value)
        elif value.startswith("ref: "):
            links.setdefault(name, value.removeprefix("ref: "))
    return commits, links
