"""Any history: branches, merges and renames, drawn at random and made real by `git fast-import`."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st

from tests.source.git.repository import git, new_repository

DAY = 86_400
START = 1_767_225_600
"""1 January 2026; every commit is a day later than the one made before it."""

Tree = Mapping[int, tuple[str, tuple[str, ...]]]
"""Files by a number that they keep under any name: path and lines."""


@dataclass(slots=True)
class History:
    """A history in the making: `main`, and a branch beside it at times."""

    stream: list[bytes] = field(default_factory=list)
    """What fast-import is given."""
    commits: int = 0
    """How many there are."""
    written: int = 0
    """How many lines have been written, so that each new one is another."""
    main: tuple[int, Tree] = (0, {})
    """The commit and the files of `main`."""
    base: Tree = field(default_factory=dict)
    """The files where the branch began."""
    side: tuple[int, Tree] | None = None
    """The commit and the files of the branch."""

    def commit(self, tree: Tree, *parents: int) -> tuple[int, Tree]:
        """Commit files, and return the commit with them."""
        self.commits += 1
        mark, seconds = self.commits, START + self.commits * DAY
        self.stream += [b"commit refs/heads/x%d\nmark :%d\n" % (mark, mark)]
        self.stream += [b"committer K <k@hb.example> %d +0000\ndata 1\nx\n" % seconds]
        for number, parent in enumerate(parents):
            self.stream.append(b"%s :%d\n" % (b"merge" if number else b"from", parent))
        self.stream.append(b"deleteall\n")
        for path, lines in tree.values():
            raw = "".join(f"{line}\n" for line in lines).encode()
            self.stream.append(b"M 644 inline %s\ndata %d\n%s\n" % (path.encode(), len(raw), raw))
        return mark, tree

    def line(self) -> str:
        """Return a line that nobody has written before."""
        self.written += 1
        return f"line {self.written}"


@st.composite
def histories(draw: st.DrawFn, *, deletions: bool) -> History:
    """Draw a history; without deletions, each line goes back one way only."""
    history = History()
    sizes = draw(st.lists(st.integers(1, 8), min_size=1, max_size=3))
    files = {
        number: (f"f{number}.md", tuple(history.line() for _ in range(size)))
        for number, size in enumerate(sizes)
    }
    history.main = history.commit(files)
    for _ in range(draw(st.integers(2, 12))):
        what = draw(st.sampled_from(("main", "main", "side", "side", "merge")))
        if what == "main":
            commit, tree = history.main
            history.main = history.commit(_edited(draw, history, tree, deletions), commit)
        elif what == "side":
            if history.side is None:
                history.base = history.main[1]
            commit, tree = history.side or history.main
            history.side = history.commit(_edited(draw, history, tree, deletions), commit)
        elif history.side is not None:
            merged = _merged(history.base, history.main[1], history.side[1])
            history.main = history.commit(merged, history.main[0], history.side[0])
            history.side = None
    return history


def _edited(draw: st.DrawFn, history: History, tree: Tree, deletions: bool) -> Tree:  # noqa: FBT001 - drawn
    number = draw(st.sampled_from(sorted(tree)))
    path, lines = tree[number]
    place = draw(st.integers(0, len(lines)))
    kinds = ["insert", "insert", "repeat", "replace", "rename", "nothing"]
    match draw(st.sampled_from([*kinds, "delete", "blank"] if deletions else kinds)):
        case "insert":
            lines = (*lines[:place], history.line(), history.line(), *lines[place:])
        case "repeat":
            lines = (*lines[:place], *lines[:2], *lines[place:])
        case "replace":
            lines = (*lines[:place], history.line(), *lines[place + 1 :])
        case "rename":
            path = f"f{number}_{history.commits}.md"
        case "delete":
            lines = (*lines[:place], *lines[place + 2 :]) or lines
        case "blank":
            lines = (*lines[:place], "", *lines[place:])
    return {**tree, number: (path, lines)}


def _merged(base: Tree, main: Tree, side: Tree) -> Tree:
    """Take what only the branch changed from the branch, everything else from `main`."""
    return {
        number: side[number] if file == base.get(number) else file for number, file in main.items()
    }


def make(history: History, folder: Path) -> Path:
    """Make a history real, checked out at its end."""
    new_repository(folder)
    subprocess.run(  # noqa: S603 - fixed words, no shell
        ["git", "-C", str(folder), "fast-import", "--quiet"],  # noqa: S607 - git is where PATH says
        input=b"".join(history.stream),
        check=True,
    )
    git(folder, "reset", "--quiet", "--hard", f"refs/heads/x{history.main[0]}")
    return folder
