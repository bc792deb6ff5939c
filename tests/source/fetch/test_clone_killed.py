"""A look that is killed, or a disk that forgets: what was kept stays, and the next look mends."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.source.fetch.fetched import Fetched
from index.source.git.repository import find_repository
from index.source.location import CloneLocation
from tests.source.fetch.clones import files, looked, origin, taken
from tests.source.fetch.git_server import GitServer, Reply, faultless
from tests.source.fetch.looking_child import looking
from tests.source.git.repository import commit, git, new_repository, sections

OLD = {"a.md": "# A\n", "b/c.md": "# C\n"}
NEW = {"a.md": "# A\n\nnew\n", "d.txt": str(list(range(10_000)))}


@pytest.fixture
def handbook(server: GitServer) -> Path:
    """A repository on the host, most of which is a file that it has no more."""
    folder = new_repository(server.folder / "hb")
    commit(folder, "2026-01-01", {**OLD, "old.txt": str(list(range(0, 90_000, 7)))})
    commit(folder, "2026-01-02", {"old.txt": None})
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder that is cloned into."""
    return tmp_path / "here"


def as_bytes(texts: dict[str, str]) -> dict[str, bytes]:
    """Return what files hold that were written so."""
    return {path: text.encode() for path, text in texts.items()}


def holds_together(fetched: Fetched) -> None:
    """Check that a revision's files are those of the commit that it names, with its history."""
    repository = find_repository(fetched.root)
    assert repository is not None
    assert repository.commit == fetched.revision.identity
    assert git(fetched.root, "status", "--porcelain", "--ignored") == ""
    git(fetched.root, "fsck", "--full", "--strict")
    assert all(section.updated for section in sections(fetched.root).values())


def mended(server: GitServer, here: Path) -> None:
    """Check that what is here is the old revision or the new one, and that a look brings the new.

    What was left half is gone once something is kept again.
    """
    clone = origin(CloneLocation(server.url("hb")), here)
    kept = clone.kept()
    if kept:
        holds_together(kept)
        assert files(kept) in (as_bytes(OLD), as_bytes(OLD | NEW))
    newest = taken(clone, kept)
    holds_together(newest)
    assert files(newest) == as_bytes(OLD | NEW)
    assert [path.name for path in here.glob("revision-*")] == [newest.root.name]


@pytest.mark.parametrize(
    ("asked_for", "share"), [("info/refs", 0.0), ("POST", 0.0), ("POST", 0.5), ("POST", 0.99)]
)
@pytest.mark.parametrize("before", ["nothing", "a revision"])
def test_killed_while_it_comes(
    server: GitServer, handbook: Path, here: Path, share: float, asked_for: str, before: str
) -> None:
    """A process that is killed in the middle of an answer leaves nothing that is in the way."""
    good = None if before == "nothing" else taken(origin(CloneLocation(server.url("hb")), here))
    commit(handbook, "2026-02-02", NEW)

    def pause(asked: str, reply: Reply) -> Reply:
        if asked_for in asked and (asked_for == "info/refs" or len(reply.body) > 5_000):
            reply.pause = int(len(reply.body) * share)
        return reply

    server.fault = pause
    with looking(server.url("hb"), here):
        assert server.paused.wait(30)
    server.fault = faultless
    assert origin(CloneLocation(server.url("hb")), here).kept() == good
    mended(server, here)
    server.released.set()


FORESTALLED = (
    "revision-*/.git",
    "revision-*/.git/objects/pack/*.pack",
    "revision-*/.git/refs/handbook/found",
    "revision-*/.git/refs/heads/main",
    "revision-*/d.txt",
    "revision-*/.git/index",
    "kept.json",
)
"""What a look writes, in order."""


@pytest.mark.parametrize("pattern", FORESTALLED)
@pytest.mark.parametrize("before", ["nothing", "a revision"])
def test_killed_while_it_writes(
    server: GitServer, handbook: Path, here: Path, pattern: str, before: str
) -> None:
    """A process that is killed as soon as it has written something leaves what can be mended."""
    clone = origin(CloneLocation(server.url("hb")), here)
    if before == "a revision":
        taken(clone)
    commit(handbook, "2026-02-02", NEW)
    was = set(here.glob(pattern))
    since = time.monotonic()
    with looking(server.url("hb"), here) as child:
        # A file that stands for an instant may be missed: then the process is killed at its end.
        while child.poll() is None and set(here.glob(pattern)) <= was:
            assert time.monotonic() - since < 30
    mended(server, here)


Damage = Callable[[Path], None]


def _truncated(pattern: str) -> Damage:
    def damage(root: Path) -> None:
        for file in root.glob(pattern):
            size = file.stat().st_size
            file.chmod(0o644)
            os.truncate(file, size // 2)

    return damage


def _overwritten(pattern: str) -> Damage:
    def damage(root: Path) -> None:
        for file in root.glob(pattern):
            raw = bytearray(file.read_bytes())
            raw[len(raw) // 2] ^= 255
            file.chmod(0o644)
            file.write_bytes(raw)

    return damage


def _removed(pattern: str) -> Damage:
    def damage(root: Path) -> None:
        for file in root.glob(pattern):
            file.unlink()

    return damage


DAMAGES = {
    "half a pack": _truncated(".git/objects/pack/*.pack"),
    "a wrong byte in a pack": _overwritten(".git/objects/pack/*.pack"),
    "no pack": _removed(".git/objects/pack/*"),
    "no index of a pack": _removed(".git/objects/pack/*.idx"),
    "a wrong byte in the index of a pack": _overwritten(".git/objects/pack/*.idx"),
    "no HEAD": _removed(".git/HEAD"),
    "half a HEAD": _truncated(".git/HEAD"),
    "no branch": _removed(".git/refs/heads/*"),
    "half a branch": _truncated(".git/refs/heads/*"),
    "settings that are none": _overwritten(".git/config"),
}
MENDABLE = {
    "no index": _removed(".git/index"),
    "half an index": _truncated(".git/index"),
    "a page that is gone": _removed("a.md"),
    "half a page": _truncated("a.md"),
    "a wrong byte in a page": _overwritten("a.md"),
    "half the settings": _truncated(".git/config"),
    "no attributes": _removed(".git/info/attributes"),
    "a lock": lambda root: (root / ".git" / "index.lock").touch(),
    "a page too many": lambda root: (root / "e.md").write_text("# E\n", encoding="utf-8"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_repository_that_is_damaged(
    server: GitServer, handbook: Path, here: Path, damage: Damage
) -> None:
    """A damaged repository is no revision any more, and is cloned anew, from nothing."""
    good = taken(origin(CloneLocation(server.url("hb")), here))
    damage(good.root)
    clone = origin(CloneLocation(server.url("hb")), here)
    assert clone.kept() is None
    holds_together(looked(clone))
    commit(handbook, "2026-02-02", NEW)
    mended(server, here)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damage_while_the_bot_runs(
    server: GitServer, handbook: Path, here: Path, damage: Damage
) -> None:
    """Damage that comes later is found at the next change, and not handed on."""
    clone = origin(CloneLocation(server.url("hb")), here)
    good = taken(clone)
    damage(good.root)
    commit(handbook, "2026-02-02", NEW)
    newest = taken(clone, good)
    holds_together(newest)
    assert files(newest) == as_bytes(OLD | NEW)


@pytest.mark.parametrize("damage", MENDABLE.values(), ids=MENDABLE)
@pytest.mark.usefixtures("handbook")
def test_files_that_are_damaged(server: GitServer, here: Path, damage: Damage) -> None:
    """Where the history is whole, the files are checked out again, without the host."""
    good = taken(origin(CloneLocation(server.url("hb")), here))
    damage(good.root)
    server.asked.clear()
    kept = origin(CloneLocation(server.url("hb")), here).kept()
    assert kept == good
    holds_together(kept)
    assert files(kept) == as_bytes(OLD)
    assert server.asked == []


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "[]",
        "null",
        '{"place": 1}',
        "[" * 100_000,
        '{"place": "PLACE", "commit": "\\u0000", "made": null, "root": "ROOT"}',
        '{"place": "PLACE", "commit": "--help", "made": null, "root": "ROOT"}',
        '{"place": "PLACE", "commit": "COMMIT", "made": "now", "root": "ROOT"}',
        '{"place": "PLACE", "commit": "COMMIT", "made": null, "root": "../ROOT/.."}',
        '{"place": "PLACE", "commit": "COMMIT", "made": null, "root": 7}',
        '{"place": "elsewhere", "commit": "COMMIT", "made": null, "root": "ROOT"}',
        '{"place": "PLACE", "commit": "COMMIT", "made": null, "root": "ROOT", "version": 2}',
    ],
)
@pytest.mark.usefixtures("handbook")
def test_name_of_the_kept_one_is_damaged(server: GitServer, here: Path, said: str) -> None:
    """Whatever the file holds that names the kept revision: there is none then, and no error."""
    good = taken(origin(CloneLocation(server.url("hb")), here))
    facts = {"PLACE": good.revision.place, "COMMIT": good.revision.identity, "ROOT": good.root.name}
    for name, value in facts.items():
        said = said.replace(name, value)
    (here / "kept.json").write_text(said, encoding="utf-8")
    clone = origin(CloneLocation(server.url("hb")), here)
    assert clone.kept() is None
    assert files(taken(clone)) == as_bytes(OLD)


@pytest.mark.usefixtures("handbook")
def test_revision_that_is_thrown_away(server: GitServer, here: Path) -> None:
    """A revision that turned out to be damaged is fetched again, though it is the newest."""
    clone = origin(CloneLocation(server.url("hb")), here)
    damaged = taken(clone)
    clone.discard(damaged)
    again = looked(clone, damaged)
    assert (again.revision, again is damaged) == (damaged.revision, False)
    holds_together(again)


@pytest.mark.usefixtures("handbook")
def test_folder_that_somebody_empties(server: GitServer, here: Path) -> None:
    """A cache may be deleted at any time: the same revision is then cloned again."""
    clone = origin(CloneLocation(server.url("hb")), here)
    good = taken(clone)
    for path in sorted(here.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    here.rmdir()
    assert clone.kept() is None
    again = looked(clone, good)
    assert again.revision == good.revision
    holds_together(again)
