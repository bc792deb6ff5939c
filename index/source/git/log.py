"""The output of `git log --pretty=raw --patch` to commits, read as it comes.

Form: https://git-scm.com/docs/git-log, "raw", and https://git-scm.com/docs/diff-format.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.source.git.commit import Commit, FileChange, Hunk

LOG = (
    # All that the first commit has is its own: its changes need not be told.
    *("-c", "log.showRoot=false"),
    *("log", "--topo-order", "--full-history", "--sparse", "--pretty=raw", "-m"),
    *("--no-decorate", "--no-notes", "--no-show-signature", "--no-color"),
    *("--patch", "--unified=0", "--inter-hunk-context=0", "--text", "--find-renames", "-l1000"),
    *("--diff-algorithm=myers", "--indent-heuristic", "--no-relative", "--submodule=short"),
    *("--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/"),
)
"""Every commit after all that follow it, with its changes against each parent, as Git itself
compares for `git blame`. What a repository's settings could make of it is settled here."""

_COMMIT = re.compile(rb"commit ([0-9a-f]+)(?: \(from ([0-9a-f]+)\))?")
_HUNK = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_HEADING = b"#"


@dataclass(slots=True)
class _Gathering:
    """A commit of which more may come: a merge is told of once for each parent."""

    identity: bytes
    parents: list[bytes] = field(default_factory=list)
    author: bytes = b""
    committer: bytes = b""
    changes: dict[bytes, dict[bytes, FileChange]] = field(default_factory=dict)

    def commit(self) -> Commit:
        """Return what has been gathered."""
        against = self.parents or [b""]
        alone = self.changes.get(b"", {})
        changes = tuple(self.changes.get(parent, alone) for parent in against)
        return Commit(self.identity, tuple(self.parents), self.author, self.committer, changes)


def read_log(lines: Iterator[bytes]) -> Iterator[Commit]:
    """Yield the commits of `git LOG`, each whole."""
    gathering: _Gathering | None = None
    line = next(lines, b"")
    while line:
        match = _COMMIT.match(line)
        if match is None:
            line = next(lines, b"")
            continue
        if gathering is None or gathering.identity != match[1]:
            if gathering:
                yield gathering.commit()
            gathering = _Gathering(match[1])
        _read_header(lines, gathering)
        changes: dict[bytes, FileChange] = {}
        line = _read_changes(lines, changes)
        gathering.changes[match[2] or b""] = changes
    if gathering:
        yield gathering.commit()


def _read_header(lines: Iterator[bytes], gathering: _Gathering) -> None:
    gathering.parents.clear()
    for line in lines:
        if line == b"\n":
            return
        if line.startswith(b"parent "):
            gathering.parents.append(line[7:-1])
        elif line.startswith(b"author "):
            gathering.author = line
        elif line.startswith(b"committer "):
            gathering.committer = line


def _read_changes(lines: Iterator[bytes], changes: dict[bytes, FileChange]) -> bytes:
    """Read the changes of each file, and return the line that is none of them any more."""
    old: bytes | None = None
    new: bytes | None = None
    hunks: list[Hunk] = []

    def file_ends() -> None:
        if new is not None:
            changes[new] = FileChange(old, tuple(hunks))

    line = next(lines, b"")
    while line and not line.startswith(b"commit "):
        if line.startswith((b" ", b"\n")):
            pass  # the message, which is most of what there is
        elif line.startswith(b"diff --git "):
            file_ends()
            old = new = None
            hunks = []
        elif line.startswith((b"--- ", b"rename from ")):
            old = _path(line)
        elif line.startswith((b"+++ ", b"rename to ")):
            new = _path(line)
        elif match := _HUNK.match(line):
            old_line, old_count, new_line, count = (
                int(number) if number else 1 for number in match.groups()
            )
            took_heading, line = _skip(lines, old_count + count)
            hunks.append(Hunk(old_line, old_count, new_line, count, took_heading))
            continue
        line = next(lines, b"")
    file_ends()
    return line


def _skip(lines: Iterator[bytes], count: int) -> tuple[bool, bytes]:
    """Pass over a hunk's lines; return whether a heading was taken, and the line after them."""
    took_heading = False
    looking = True
    while count:
        line = next(lines, b"")
        if not line:
            break
        if line.startswith(b"\\"):  # "\ No newline at end of file"
            continue
        count -= 1
        if looking and line[1:].strip():
            looking = False
            took_heading = line.startswith(b"-") and line[1:].lstrip().startswith(_HEADING)
    line = next(lines, b"")
    while line.startswith(b"\\"):
        line = next(lines, b"")
    return took_heading, line


def _path(line: bytes) -> bytes | None:
    """Return the path of `--- a/x`, `+++ b/x` or `rename from x`, None for no file."""
    prefixed = line.startswith((b"--- ", b"+++ "))
    value = line.split(b" ", 1 if prefixed else 2)[-1].rstrip(b"\n")
    if prefixed and value == b"/dev/null":
        return None
    if value.startswith(b'"'):
        value = value[1:-1].decode("unicode_escape").encode("latin-1")
    elif prefixed:
        value = value.removesuffix(b"\t")  # set behind a path with spaces
    return value[2:] if prefixed else value
