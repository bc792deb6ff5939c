"""A repository that means harm: it makes git run nothing, write nothing outside, fill no disk."""

import os
import subprocess
from pathlib import Path

import pytest

from index.handbook import read_handbook
from index.source.limits import FetchLimits
from index.source.location import CloneLocation
from index.source.unreadable import PlaceProblem
from tests.source.fetch.clones import NO_TOKEN, files, looked, origin, refused, taken
from tests.source.fetch.git_server import GitServer, Reply
from tests.source.folders import read_folder
from tests.source.git.repository import commit, git, new_repository

PAGE = "# A\r\n\r\n$Id$ æ\n"
HOOKS = ("post-checkout", "post-merge", "post-index-change", "reference-transaction")


@pytest.fixture
def handbook(server: GitServer) -> Path:
    """A repository on the host."""
    folder = new_repository(server.folder / "hb")
    commit(folder, "2026-01-01", {"a.md": PAGE})
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder that is cloned into."""
    return tmp_path / "here"


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """A program that leaves a trace when it is run: the file `ran` beside it."""
    program = tmp_path / "evil"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> {tmp_path / "ran"}\ncat\n', encoding="utf-8")
    program.chmod(0o755)
    return program


def test_no_program_is_run(
    server: GitServer, handbook: Path, here: Path, evil: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filters, hooks and monitors are not run, though this person's own settings know them."""
    commit(handbook, "2026-02-02", {".gitattributes": "* filter=evil diff=evil merge=evil\n"})
    commit(handbook, "2026-02-03", {".lfsconfig": "[lfs]\n\turl = http://x.example\n"})
    home = evil.parent / "home"
    hooks = home / "hooks"
    hooks.mkdir(parents=True)
    for hook in HOOKS:
        (hooks / hook).symlink_to(evil)
    for settings in (home / ".gitconfig", home / "template" / "config"):
        settings.parent.mkdir(exist_ok=True)
        for name, value in {
            "filter.evil.smudge": evil,
            "filter.evil.process": evil,
            "filter.evil.required": "true",
            "core.fsmonitor": evil,
            "core.hooksPath": hooks,
            "init.templateDir": home / "template",
            "uploadpack.packObjectsHook": evil,
            "gc.recentObjectsHook": evil,
            "core.sshCommand": evil,
        }.items():
            git(evil.parent, "config", "--file", str(settings), name, str(value))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_TEMPLATE_DIR", str(home / "template"))
    monkeypatch.setenv("GIT_SSH", str(evil))
    for url in (server.url("hb"), handbook.as_uri()):
        fetched = looked(origin(CloneLocation(url), here))
        assert files(fetched)["a.md"] == PAGE.encode()
        assert read_handbook(str(fetched.root)).pages
    assert not (evil.parent / "ran").exists()


def test_repository_around_the_folder(server: GitServer, handbook: Path, here: Path) -> None:
    """A folder that lies in somebody's repository has nothing of its settings, and leaves it be."""
    around = new_repository(here.parent / "around")
    commit(around, "2026-01-01", {"a.md": "# Mine\n"})
    (around / "a.md").write_text("# Not committed\n", encoding="utf-8")
    git(around, "config", "url.http://127.0.0.1:1/.insteadOf", f"{server.address}/")
    clone = origin(CloneLocation(server.url("hb")), around / "here")
    good = taken(clone)
    (good.root / ".git" / "HEAD").unlink()
    assert clone.kept() is None
    commit(handbook, "2026-02-02")
    taken(clone, good)
    assert (around / "a.md").read_text(encoding="utf-8") == "# Not committed\n"


@pytest.mark.parametrize(
    "attributes",
    [
        "* text eol=crlf",
        "* text=auto eol=lf",
        "* ident",
        "* working-tree-encoding=UTF-16",
        "* -text",
    ],
)
def test_files_are_what_was_committed(
    server: GitServer, handbook: Path, here: Path, attributes: str
) -> None:
    """No attribute changes a letter on the way: dates are found by comparing lines."""
    said = stored(handbook, "blob", f"{attributes}\n".encode())
    git(handbook, "update-index", "--add", "--cacheinfo", f"100644,{said},.gitattributes")
    git(handbook, "commit", "--quiet", "--message=x")
    assert files(looked(origin(CloneLocation(server.url("hb")), here)))["a.md"] == PAGE.encode()


def test_links_lead_nowhere(server: GitServer, handbook: Path, here: Path) -> None:
    """A link out of the repository is checked out as it is, and nothing behind it is read."""
    (handbook / "passwd.md").symlink_to("/etc/passwd")
    (handbook / "etc").symlink_to("/etc")
    (handbook / "docs").mkdir()
    (handbook / "docs" / "up.md").symlink_to("../../../../../etc/passwd")
    commit(handbook, "2026-02-02")
    fetched = looked(origin(CloneLocation(server.url("hb")), here))
    assert [each.path for each in read_folder(fetched.root).documents] == ["a.md"]
    for folder in ("etc", "docs/../..", "../here", "/etc", "docs/up.md"):
        part = origin(CloneLocation(server.url("hb"), "", folder), here)
        refused(part, PlaceProblem.FOLDER_MISSING)


def test_submodule_is_not_fetched(
    server: GitServer, handbook: Path, here: Path, tmp_path: Path
) -> None:
    """Another repository in the repository is neither asked for nor looked at."""
    other = new_repository(tmp_path / "other")
    commit(other, "2026-01-01", {"b.md": "# B\n"})
    allowed = ("-c", "protocol.file.allow=always")
    git(handbook, *allowed, "submodule", "add", "--quiet", other.as_uri(), "other")
    commit(handbook, "2026-02-02")
    fetched = looked(origin(CloneLocation(server.url("hb")), here))
    assert set(files(fetched)) == {"a.md", ".gitmodules"}
    assert not (fetched.root / ".git" / "modules").exists()


def entry(name: str, kind: str, identity: str) -> bytes:
    """Return an entry of a tree as git stores it: any name at all."""
    return f"{kind} {name}\0".encode() + bytes.fromhex(identity)


def stored(repository: Path, kind: str, raw: bytes) -> str:
    """Store an object as it is, whatever git thinks of it, and return its id."""
    done = subprocess.run(  # noqa: S603 - fixed words, no shell
        ["git", "hash-object", "-t", kind, "-w", "--stdin", "--literally"],  # noqa: S607 - as in PATH
        cwd=repository,
        input=raw,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def committed_tree(repository: Path, tree: bytes) -> None:
    """Make a tree the newest commit's."""
    identity = stored(repository, "tree", tree)
    made = git(repository, "commit-tree", "-m", "x", identity, day="2026-02-02").strip()
    git(repository, "update-ref", "refs/heads/main", made)


@pytest.mark.parametrize("name", [".git", ".GIT", "git~1", ".g\u200cit", "..", "."])
def test_paths_that_would_be_gits_own(
    server: GitServer, handbook: Path, here: Path, name: str
) -> None:
    """A folder that would be git's own, on this disk or another, is refused; the good one stays."""
    good = taken(origin(CloneLocation(server.url("hb")), here))
    blob = stored(handbook, "blob", b"[core]\n\tfsmonitor = false\n")
    inside = stored(handbook, "tree", entry("config", "100644", blob))
    committed_tree(handbook, entry(name, "40000", inside))
    clone = origin(CloneLocation(server.url("hb")), here)
    assert refused(clone, PlaceProblem.GIT_REFUSED).detail
    assert clone.kept() == good
    assert [path.name for path in here.glob("revision-*")] == [good.root.name]


def test_link_that_is_a_folder_too(server: GitServer, handbook: Path, here: Path) -> None:
    """Nothing is written through a link, though a tree has the same name as link and folder."""
    target = here.parent / "target"
    target.mkdir()
    link = stored(handbook, "blob", str(target).encode())
    page = stored(handbook, "blob", b"# B\n")
    inside = stored(handbook, "tree", entry("b.md", "100644", page))
    committed_tree(handbook, entry("x", "120000", link) + entry("x", "40000", inside))
    looked(origin(CloneLocation(server.url("hb")), here))
    assert list(target.iterdir()) == []


def test_few_objects_that_mean_billions_of_files(
    server: GitServer, handbook: Path, here: Path
) -> None:
    """Folders of the same folders, ten deep, are counted no further than the limit."""
    blob = stored(handbook, "blob", b"# B\n")
    tree = b"".join(entry(f"{number}.md", "100644", blob) for number in range(10))
    for _ in range(10):
        identity = stored(handbook, "tree", tree)
        tree = b"".join(entry(str(number), "40000", identity) for number in range(10))
    committed_tree(handbook, tree)
    clone = origin(CloneLocation(server.url("hb")), here)
    assert refused(clone, PlaceProblem.TOO_MANY_FILES).detail == "200000"
    assert not list(here.glob("revision-*"))


@pytest.mark.parametrize(
    ("limits", "problem", "detail"),
    [
        (FetchLimits(files=3), PlaceProblem.TOO_MANY_FILES, "3"),
        (FetchLimits(path_characters=6), PlaceProblem.PATH_TOO_LONG, "6"),
        (FetchLimits(unpacked_bytes=2**20), PlaceProblem.UNPACKS_TOO_LARGE, "1"),
        (FetchLimits(download_bytes=2**20), PlaceProblem.TOO_LARGE, "1"),
    ],
)
def test_limits(
    server: GitServer,
    handbook: Path,
    here: Path,
    limits: FetchLimits,
    problem: PlaceProblem,
    detail: str,
) -> None:
    """More than a limit is refused, nothing of it stays, and the same is not fetched again.

    What is smaller again is taken, also where only the history is still large.
    """
    good = taken(origin(CloneLocation(server.url("hb")), here, limits=limits))
    (handbook / "b").mkdir()
    for name, size in (("b/12345", 0), ("b/c", 2**21)):
        (handbook / name).write_bytes(os.urandom(size))
    large = commit(handbook, "2026-02-02")
    clone = origin(CloneLocation(server.url("hb")), here, NO_TOKEN, limits)
    assert refused(clone, problem).detail == detail
    assert [path.name for path in here.glob("revision-*")] == [good.root.name]
    server.asked.clear()
    assert refused(clone, problem).detail == detail
    assert len(server.asked) == 2
    git(handbook, "reset", "--hard", "--quiet", f"{large}~1")
    small = commit(handbook, "2026-02-03", {"b.md": "# B\n"})
    assert looked(clone, good).revision.identity == small


def test_fetch_that_never_ends(server: GitServer, handbook: Path, here: Path) -> None:
    """A fetch is stopped while it comes, once more has come than may."""

    def endless(asked: str, reply: Reply) -> Reply:
        reply.pause = 3 * 2**19 if "POST" in asked and len(reply.body) > 2**21 else None
        return reply

    (handbook / "picture").write_bytes(os.urandom(2**22))
    commit(handbook, "2026-02-02")
    server.fault = endless
    limits = FetchLimits(download_bytes=2**20)
    refused(origin(CloneLocation(server.url("hb")), here, limits=limits), PlaceProblem.TOO_LARGE)
    assert server.paused.is_set()
    assert not list(here.glob("revision-*"))


def test_clone_that_only_the_past_makes_large(
    server: GitServer, handbook: Path, here: Path
) -> None:
    """What was once fetched and no branch has any more does not count against the limit."""
    clone = origin(CloneLocation(server.url("hb")), here, limits=FetchLimits(download_bytes=2**20))
    known = taken(clone)
    for _ in range(3):
        (handbook / "picture").write_bytes(os.urandom(600 * 1024))
        git(handbook, "add", "--all")
        git(handbook, "commit", "--quiet", "--amend", "--message=x")
        known = taken(clone, known)
    assert set(files(known)) == {"a.md", "picture"}


def test_progress_is_told(server: GitServer, handbook: Path, here: Path) -> None:
    """Whoever waits hears how many bytes have come."""
    (handbook / "picture").write_bytes(os.urandom(2**20))
    commit(handbook, "2026-02-02")
    told: list[int] = []
    clone = origin(CloneLocation(server.url("hb")), here)
    clone.look(None, lambda done, _: told.append(done))
    assert told == sorted(told)
    assert told[-1] > 2**20
