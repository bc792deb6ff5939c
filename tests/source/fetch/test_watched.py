"""A folder that is watched: every change of an answer is seen, and none while it is half."""

import os
import shutil
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from index.source.fetch.fetched import Fetched, unheard
from index.source.fetch.watched import FolderOrigin
from index.source.location import FolderLocation
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from tests.source.git.repository import commit, git, new_repository

SETTLE = 0.01


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A handbook in a repository, with a settings file that is hidden, and things beside it."""
    root = new_repository(tmp_path / "hb")
    files = {
        "a.md": "# A\n",
        "b/c.md": "# C\n",
        "picture.png": "x",
        ".eleventy.js": "1",
        "mkdocs.yml": "INHERIT: .base.yml\n",
        ".base.yml": "site_name: X\n",
        "node_modules/d.md": "# D\n",
        "CODEOWNERS": "* @os2/a\n",
    }
    commit(root, "2026-01-01", files)
    return root


def origin(path: Path, settle: float = SETTLE, unrest: float = 10.0) -> FolderOrigin:
    """Return what watches a folder."""
    return FolderOrigin(FolderLocation(path), settle, unrest)


def looked(path: Path, known: Fetched | None = None) -> Fetched:
    """Return what a look finds."""
    return origin(path).look(known, unheard).fetched


def test_what_is_found(folder: Path) -> None:
    """The folder is the revision, as old as its newest file; nothing is kept elsewhere."""
    for file in folder.rglob("*"):
        os.utime(file, (1_600_000_000, 1_600_000_000))
    os.utime(folder / "b" / "c.md", (1_700_000_000, 1_700_000_000))
    found = looked(folder)
    assert found.root == folder
    assert found.revision.place == str(folder)
    assert found.revision.made == datetime.fromtimestamp(1_700_000_000, UTC)
    origin(folder).keep(found)
    assert origin(folder).kept() is None


def test_nothing_has_changed(folder: Path) -> None:
    """The very revision that is known comes back, though what no answer comes from has changed."""
    known = looked(folder)
    assert looked(folder, known) is known
    (folder / "node_modules" / "d.md").write_text("# E\n", encoding="utf-8")
    (folder / ".hidden.md").write_text("# F\n", encoding="utf-8")
    git(folder, "tag", "v1")
    assert looked(folder, known) is known


def _write(name: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / name).write_text(text, encoding="utf-8")


def _in_place(root: Path) -> None:
    """Edit a page to the same size, with the time that it had."""
    file = root / "a.md"
    times = file.stat()
    file.write_text("# B\n", encoding="utf-8")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "touched": lambda root: os.utime(root / "a.md", (1, 1)),
    "edited": _write("a.md", "# A, other\n"),
    "edited in place": _in_place,
    "renamed": lambda root: (root / "a.md").rename(root / "z.md"),
    "moved": lambda root: (root / "a.md").rename(root / "b" / "a.md"),
    "removed": lambda root: (root / "a.md").unlink(),
    "new": _write("n.md", "# N\n"),
    "folder removed": lambda root: shutil.rmtree(root / "b"),
    "picture removed": lambda root: (root / "picture.png").unlink(),
    "settings that are hidden": _write(".eleventy.js", "2"),
    "settings that are inherited": _write(".base.yml", "site_name: Y\n"),
    "new owners": _write(".github/CODEOWNERS", "* @os2/b\n"),
    "commits that do not count": _write(".git-blame-ignore-revs", "0" * 40),
    "a commit": lambda root: commit(root, "2026-02-02"),
    "another branch": lambda root: git(root, "checkout", "--quiet", "-b", "other"),
    "a link out": lambda root: (root / "l.md").symlink_to("/etc/passwd"),
    "no repository": lambda root: shutil.rmtree(root / ".git"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_something_has_changed(folder: Path, change: Callable[[Path], object]) -> None:
    """Whatever an answer could be different for is seen."""
    (folder / ".github").mkdir()
    known = looked(folder)
    change(folder)
    found = looked(folder, known)
    assert found.revision.identity != known.revision.identity
    assert looked(folder, found) is found


def test_part_of_a_repository(folder: Path) -> None:
    """Of a folder in a repository, owners at the repository's root count too."""
    known = looked(folder / "b")
    (folder / "CODEOWNERS").write_text("* @os2/c\n", encoding="utf-8")
    assert looked(folder / "b", known) is not known


def test_one_file(folder: Path) -> None:
    """One Markdown file is watched with its folder's settings, and not with its neighbours."""
    known = looked(folder / "a.md")
    assert known.root == folder / "a.md"
    (folder / "b" / "c.md").write_text("# E\n", encoding="utf-8")
    assert looked(folder / "a.md", known) is known
    (folder / "mkdocs.yml").write_text("site_name: Z\n", encoding="utf-8")
    assert looked(folder / "a.md", known) is not known


def test_half_a_pull_is_not_handed_on(folder: Path, tmp_path: Path) -> None:
    """While git writes files, however long one of them takes, the folder counts as half."""
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(folder), str(clone))
    known = looked(clone)
    commit(folder, "2026-02-02", {"aa.md": "# New\n", "b/c.md": "# New\n"})
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    git(clone, "config", "filter.slow.smudge", f"cat {pipe}")
    (clone / ".git" / "info" / "attributes").write_text("c.md filter=slow\n", encoding="utf-8")
    pull = threading.Thread(target=git, args=(clone, "pull", "--quiet"), daemon=True)
    pull.start()
    while not (clone / "aa.md").exists():
        assert pull.is_alive()
    found: list[Fetched] = []
    # Git lets go of its lock before it moves the branch: a moment, not as long as this.
    watching = origin(clone, 0.15)
    look = threading.Thread(target=lambda: found.append(watching.look(known, unheard).fetched))
    look.start()
    look.join(0.6)
    assert look.is_alive()
    pipe.write_text("# New\n", encoding="utf-8")
    pull.join()
    look.join()
    assert (clone / "b" / "c.md").read_bytes() == b"# New\n"
    assert found[0].revision.identity != known.revision.identity
    assert looked(clone, found[0]) is found[0]


@pytest.mark.parametrize("is_first", [True, False])
def test_pages_that_are_still_written(folder: Path, *, is_first: bool) -> None:
    """Pages that come one by one are handed on together, at the first look too."""
    known = None if is_first else looked(folder)
    moments = [time.monotonic()]

    def write() -> None:
        for number in range(15):
            (folder / f"{number}.md").write_text("# N\n", encoding="utf-8")
            moments.append(time.monotonic())
            time.sleep(0.02)

    settle = 0.3
    writer = threading.Thread(target=write)
    writer.start()
    while not (folder / "0.md").exists():
        pass
    found = origin(folder, settle).look(known, unheard).fetched
    writer.join()
    if max(b - a for a, b in pairwise(moments)) > settle / 2:
        pytest.skip("this computer is too busy to write in time")
    assert looked(folder, found) is found


def test_writer_that_never_ends(folder: Path) -> None:
    """Where somebody writes for ever, or git left a lock, what is there is handed on in the end."""
    known = looked(folder)
    (folder / ".git" / "index.lock").touch()
    (folder / "n.md").write_text("# N\n", encoding="utf-8")
    found = origin(folder, unrest=0.1).look(known, unheard).fetched
    assert found is not known
    done = threading.Event()

    def write() -> None:
        with (folder / "n.md").open("a", encoding="utf-8") as file:
            while not done.is_set():
                print("and so on", file=file, flush=True)

    (folder / ".git" / "index.lock").unlink()
    writer = threading.Thread(target=write)
    writer.start()
    while (folder / "n.md").stat().st_size < 100:
        pass
    again = origin(folder, unrest=0.1).look(found, unheard).fetched
    done.set()
    writer.join()
    assert again is not found


@pytest.mark.parametrize(
    ("name", "problem"),
    [("none", PlaceProblem.MISSING), ("picture.png", PlaceProblem.NOT_MARKDOWN)],
)
def test_no_such_folder(folder: Path, name: str, problem: PlaceProblem) -> None:
    """What is no handbook is said at once, also of one that was there before."""
    for known in (None, looked(folder)):
        with pytest.raises(HandbookUnreadableError) as raised:
            looked(folder / name, known)
        assert (raised.value.problem, raised.value.place) == (problem, str(folder / name))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_folder_that_may_not_be_read(folder: Path) -> None:
    """A subfolder that may not be read is a change; the whole folder is a problem."""
    known = looked(folder)
    (folder / "b").chmod(0)
    found = looked(folder, known)
    assert found is not known
    (folder / "b").chmod(0o755)
    assert looked(folder, found) is not found
    folder.chmod(0)
    try:
        with pytest.raises(HandbookUnreadableError) as raised:
            looked(folder, known)
    finally:
        folder.chmod(0o755)
    assert raised.value.problem is PlaceProblem.NOT_PERMITTED


def test_times_that_no_calendar_has(folder: Path) -> None:
    """A file from before all calendars, or from far ahead, is watched like any other."""
    for seconds in (-(2**33), 2**34):
        os.utime(folder / "a.md", (seconds, seconds))
        found = looked(folder)
        assert looked(folder, found) is found
