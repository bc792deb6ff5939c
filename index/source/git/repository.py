"""The repository around a folder: where it begins, at which revision it stands, and its host."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.source.git.address import HostedRevision
from index.source.git.command import git_output, git_text
from index.source.git.remote import read_remote
from index.source.limits import PAGE_BYTES

IGNORED_REVISIONS: Final = ".git-blame-ignore-revs"
"""Where Git hosts look for the commits that do not count, one a line."""

_DEFAULT_BRANCH: Final = "refs/remotes/origin/HEAD"
_BRANCH: Final = "refs/heads/"


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository that has at least one commit."""

    folder: Path
    """The handbook's folder in it, without links."""
    root: Path
    """Its own folder, without links."""
    commit: str
    """The revision that is checked out, as its whole id."""
    branch: str
    """The branch that is checked out; empty for none."""
    shallow: Path
    """The file that names where a shallow clone ends; missing in a whole one."""

    def place(self) -> HostedRevision | None:
        """Return where it stands on its host, None where that cannot be told."""
        remote = read_remote(git_text(self.folder, "remote", "get-url", "origin"))
        if remote is None:
            return None
        branch = self.branch
        if not branch:
            default = git_text(self.folder, "symbolic-ref", "--quiet", _DEFAULT_BRANCH)
            branch = default.removeprefix("refs/remotes/origin/")
        return HostedRevision(remote, branch, self.commit, at_tip=bool(self.branch))

    def files(self) -> dict[bytes, bytes]:
        """Return the files that the revision has below the folder: path from the root to id."""
        listed = git_output(self.folder, "ls-tree", "-r", "-z", "--full-name", self.commit) or b""
        found: dict[bytes, bytes] = {}
        for entry in listed.split(b"\0"):
            facts, _, path = entry.partition(b"\t")
            mode, _, rest = facts.partition(b" ")
            if mode.startswith(b"100"):  # a file; not a link, not another repository
                found[path] = rest.rpartition(b" ")[2]
        return found

    def texts(self, identities: list[bytes]) -> dict[bytes, bytes]:
        """Return what the files with these ids hold; empty where git cannot say."""
        given = b"".join(identity + b"\n" for identity in identities)
        printed = git_output(self.folder, "cat-file", "--batch", given=given) if given else b""
        found: dict[bytes, bytes] = {}
        rest = memoryview(printed or b"")
        for identity in identities:
            header = bytes(rest[:200]).partition(b"\n")[0]
            if not header.startswith(identity + b" blob "):
                break
            start = len(header) + 1
            end = start + int(header.rpartition(b" ")[2])
            found[identity] = bytes(rest[start:end])
            rest = rest[end + 1 :]
        return found

    def boundary(self) -> frozenset[bytes]:
        """Return the ids of the commits where a shallow clone ends."""
        return frozenset(small_file(self.shallow).split())

    def ignored(self) -> frozenset[bytes]:
        """Return the ids of the commits that do not count."""
        lines = small_file(self.root / IGNORED_REVISIONS).splitlines()
        return frozenset(line.partition(b"#")[0].strip() for line in lines)


def find_repository(folder: Path) -> Repository | None:
    """Return the repository around `folder`, None where there is none with a commit."""
    # The last two fail where nothing has been committed yet.
    wanted = ("--show-toplevel", "--git-path", "shallow", "HEAD", "--symbolic-full-name", "HEAD")
    facts = git_text(folder, "rev-parse", *wanted).split("\n")
    if len(facts) != len(("root", "shallow", "commit", "branch")):
        return None
    root, shallow, commit, branch = facts
    return Repository(
        folder=Path(os.path.realpath(folder)),
        root=Path(os.path.realpath(root)),
        commit=commit,
        branch=branch.removeprefix(_BRANCH) if branch.startswith(_BRANCH) else "",
        shallow=folder / shallow,
    )


def small_file(path: Path) -> bytes:
    """Return what a file holds, nothing for one that is missing, no file, or without measure."""
    try:
        if path.is_file() and path.stat().st_size <= PAGE_BYTES:
            return path.read_bytes()
    except OSError:
        pass
    return b""
