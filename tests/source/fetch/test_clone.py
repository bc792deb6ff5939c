"""What a clone brings: a revision's files as they were committed, with their history."""

from datetime import datetime
from pathlib import Path

import pytest

from index.source.fetch.checkout import PACKS
from index.source.git.repository import find_repository
from index.source.location import CloneLocation
from index.source.unreadable import PlaceProblem
from tests.source.fetch.clones import files, looked, origin, refused, taken
from tests.source.fetch.git_server import GitServer, Reply
from tests.source.git.repository import commit, git, new_repository, sections

PAGE = "# A\n\na\n\n# B\n\nb\n"
CHANGED = PAGE.replace("b\n", "x\n")


@pytest.fixture
def handbook(server: GitServer) -> Path:
    """A repository on the host with a page that was changed once, and an owner."""
    folder = new_repository(server.folder / "hb")
    commit(folder, "2026-01-01", {"a.md": PAGE, "CODEOWNERS": "*.md @os2/kontor\n"})
    commit(folder, "2026-02-02", {"a.md": CHANGED})
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder that is cloned into."""
    return tmp_path / "here"


@pytest.mark.parametrize("way", ["http", "file"])
def test_dates_and_owners_arrive(server: GitServer, handbook: Path, here: Path, way: str) -> None:
    """A clone has the whole history, so that sections have their own dates and owners."""
    url = server.url("hb") if way == "http" else handbook.as_uri()
    fetched = looked(origin(CloneLocation(url), here))
    found = sections(fetched.root)
    assert {heading: str(each.updated) for heading, each in found.items()} == {
        "A": "2026-01-01",
        "B": "2026-02-02",
    }
    assert {each.owner for each in found.values()} == {"@os2/kontor"}
    assert fetched.revision.place == url
    assert fetched.revision.identity == git(handbook, "rev-parse", "HEAD").strip()
    assert fetched.revision.made == datetime.fromisoformat("2026-02-02T12:00:00+01:00")


def test_repository_tells_where_it_stands(server: GitServer, handbook: Path, here: Path) -> None:
    """The branch of the remote's name is checked out, and `origin` is the remote itself."""
    git(handbook, "branch", "--move", "main", "grøn/æble")
    fetched = looked(origin(CloneLocation(server.url("hb")), here))
    repository = find_repository(fetched.root)
    assert repository is not None
    assert (repository.branch, repository.commit) == ("grøn/æble", fetched.revision.identity)
    assert git(fetched.root, "remote", "get-url", "origin").strip() == server.url("hb")
    assert git(fetched.root, "status", "--porcelain") == ""


def test_what_is_unchanged_costs_one_question(
    server: GitServer, handbook: Path, here: Path
) -> None:
    """While the branch stands where it stood, nothing but that is asked, and `known` comes back."""
    commit(handbook, "2026-03-03")
    clone = origin(CloneLocation(server.url("hb")), here)
    known = taken(clone)
    server.asked.clear()
    assert looked(clone, known) is known
    assert server.asked == [
        "GET /hb/info/refs?service=git-upload-pack",
        "POST /hb/git-upload-pack",
    ]


def test_only_what_is_new_is_fetched(server: GitServer, handbook: Path, here: Path) -> None:
    """A change of one page brings that page, and not the history once more."""
    commit(handbook, "2026-02-03", {"picture": "x" * 10_000 + str(list(range(20_000)))})
    sizes: list[int] = []
    clone = origin(CloneLocation(server.url("hb")), here)
    known = taken(clone)

    def measured(asked: str, reply: Reply) -> Reply:
        sizes.append(len(reply.body) if "POST" in asked else 0)
        return reply

    server.fault = measured
    commit(handbook, "2026-03-03", {"b.md": "# C\n"})
    fetched = looked(clone, known)
    assert files(fetched)["b.md"] == b"# C\n"
    assert str(sections(fetched.root)["A"].updated) == "2026-01-01"
    assert max(sizes) < 1_000


def test_the_revision_before_stays_until_the_new_one_is_kept(
    server: GitServer, handbook: Path, here: Path
) -> None:
    """A newer revision lies beside the last good one, which it leaves as it was."""
    clone = origin(CloneLocation(server.url("hb")), here)
    good = taken(clone)
    before = files(good)
    commit(handbook, "2026-03-03", {"a.md": None, "b.md": "# C\n"})
    newer = looked(clone, good)
    assert newer.root != good.root
    assert files(good) == before
    kept = origin(CloneLocation(server.url("hb")), here).kept()
    assert kept == good
    clone.keep(newer)
    assert not good.root.exists()
    assert origin(CloneLocation(server.url("hb")), here).kept() == newer


def test_branch_that_was_moved(server: GitServer, handbook: Path, here: Path) -> None:
    """After a forced push the handbook is what the branch has now, whatever it had."""
    clone = origin(CloneLocation(server.url("hb")), here)
    known = taken(clone)
    git(handbook, "reset", "--hard", "--quiet", "HEAD~1")
    commit(handbook, "2026-03-03", {"c.md": "# C\n"})
    fetched = taken(clone, known)
    assert set(files(fetched)) == {"a.md", "c.md", "CODEOWNERS"}
    assert files(fetched)["a.md"] == PAGE.encode()
    assert str(sections(fetched.root)["B"].updated) == "2026-01-01"


def test_branch_that_is_gone(server: GitServer, handbook: Path, here: Path) -> None:
    """A branch that somebody deletes leaves the last good revision, and has its own problem."""
    git(handbook, "branch", "old")
    clone = origin(CloneLocation(server.url("hb"), branch="old"), here)
    good = taken(clone)
    git(handbook, "branch", "--delete", "--force", "old")
    assert refused(clone, PlaceProblem.UNKNOWN_BRANCH).detail == "old"
    assert clone.kept() == good


@pytest.mark.parametrize("message", [(), ("--message=x",)])
def test_tag(server: GitServer, handbook: Path, here: Path, message: tuple[str, ...]) -> None:
    """A tag is fetched, with a message of its own or without, and is no branch."""
    git(handbook, "tag", *message, "v1", "HEAD~1")
    clone = origin(CloneLocation(server.url("hb"), branch="v1"), here)
    fetched = looked(clone)
    assert files(fetched)["a.md"] == PAGE.encode()
    assert fetched.revision.identity == git(handbook, "rev-parse", "HEAD~1").strip()
    repository = find_repository(fetched.root)
    assert repository is not None
    assert repository.branch == ""
    assert git(fetched.root, "symbolic-ref", "refs/remotes/origin/HEAD").strip() == (
        "refs/remotes/origin/main"
    )
    assert looked(clone, fetched) is fetched


def test_commit(server: GitServer, handbook: Path, here: Path) -> None:
    """A commit's id is fetched, and never asked for again."""
    identity = git(handbook, "rev-parse", "HEAD~1").strip()
    clone = origin(CloneLocation(server.url("hb"), branch=identity), here)
    fetched = looked(clone)
    assert files(fetched)["a.md"] == PAGE.encode()
    server.asked.clear()
    assert looked(clone, fetched) is fetched
    assert server.asked == []


def test_commit_that_there_is_not(server: GitServer, handbook: Path, here: Path) -> None:
    """An id that the repository does not have is a branch that it does not have."""
    assert handbook.exists()
    clone = origin(CloneLocation(server.url("hb"), branch="1" * 40), here)
    refused(clone, PlaceProblem.UNKNOWN_BRANCH)


def test_head_on_no_branch(server: GitServer, handbook: Path, here: Path) -> None:
    """Where the remote's HEAD is a commit, that is fetched."""
    git(handbook, "checkout", "--quiet", "--detach", "HEAD~1")
    fetched = looked(origin(CloneLocation(server.url("hb")), here))
    assert files(fetched)["a.md"] == PAGE.encode()


def test_repository_without_commits(server: GitServer, here: Path) -> None:
    """Nothing has been committed yet: there is no handbook, and that is said."""
    new_repository(server.folder / "new")
    for branch in ("", "main"):
        refused(origin(CloneLocation(server.url("new"), branch), here), PlaceProblem.EMPTY)


def test_repository_with_long_ids(server: GitServer, here: Path) -> None:
    """Repositories whose ids are SHA-256 are fetched like others."""
    folder = server.folder / "long"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main", "--object-format=sha256", ".")
    commit(folder, "2026-01-01", {"a.md": PAGE})
    clone = origin(CloneLocation(server.url("long")), here)
    known = taken(clone)
    commit(folder, "2026-02-02", {"a.md": CHANGED})
    assert files(looked(clone, known)) == {"a.md": CHANGED.encode()}
    assert clone.kept() == known


def test_shallow_remote(server: GitServer, handbook: Path, here: Path, tmp_path: Path) -> None:
    """A remote that itself lacks old history gives what it has, also the second time."""
    shallow = server.folder / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", handbook.as_uri(), str(shallow))
    clone = origin(CloneLocation(server.url("shallow")), here)
    known = taken(clone)
    commit(shallow, "2026-03-03", {"b.md": "# C\n"})
    fetched = taken(clone, known)
    assert str(sections(fetched.root)["C"].updated) == "2026-03-03"
    assert clone.kept() == fetched


def test_default_branch_gets_another_name(server: GitServer, handbook: Path, here: Path) -> None:
    """Links follow a default branch that is renamed, though it stands at the same commit."""
    clone = origin(CloneLocation(server.url("hb")), here)
    known = taken(clone)
    git(handbook, "branch", "--move", "main", "trunk")
    fetched = looked(clone, known)
    repository = find_repository(fetched.root)
    assert repository is not None
    assert (repository.branch, fetched.revision) == ("trunk", known.revision)


def test_part_of_a_repository(server: GitServer, handbook: Path, here: Path) -> None:
    """The folder that is the handbook is checked for; the rest of the repository comes too."""
    commit(handbook, "2026-03-03", {"docs/b.md": "# C\n"})
    fetched = looked(origin(CloneLocation(server.url("hb"), "", "docs"), here))
    assert (fetched.folder, "a.md" in files(fetched)) == ("docs", True)
    missing = origin(CloneLocation(server.url("hb"), "", "pages"), here)
    assert refused(missing, PlaceProblem.FOLDER_MISSING).detail == "pages"


def test_many_changes_do_not_fill_the_disk(server: GitServer, handbook: Path, here: Path) -> None:
    """However often the branch is replaced, what it has no more is not kept for ever."""
    clone = origin(CloneLocation(server.url("hb")), here)
    known = taken(clone)
    packs: list[int] = []
    for number in range(PACKS + 2):
        git(handbook, "reset", "--hard", "--quiet", "HEAD~1")
        commit(handbook, "2026-03-03", {"a.md": CHANGED + str(number)})
        known = taken(clone, known)
        packs.append(len(list(known.root.glob(".git/objects/pack/*.pack"))))
    assert max(packs) < PACKS
    assert packs[-1] <= 4
    assert len(list(here.glob("revision-*"))) == 1
    assert clone.kept() == known
