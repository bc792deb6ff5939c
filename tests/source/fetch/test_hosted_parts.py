"""Which part of a repository is fetched: branches, tags, commits and folders."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.source.unreadable import PlaceProblem
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import Status
from tests.source.fetch.looking import at_each, at_github, files, look

KINDS = ("github", "gitlab", "gitea")
each_kind = pytest.mark.parametrize("kind", KINDS)


@each_kind
def test_default_branch_of_another_name(host: FakeHost, tmp_path: Path, kind: str) -> None:
    """The branch that readers are led to is the one that the host shows, also after a change."""
    origin = at_each(host, tmp_path)[kind].origin()
    known = look(origin, None)
    host.commit({"docs/a.md": "# Ny\n"}, day="2026-03-02", branch="udgave/2026")
    host.repository().default_branch = "udgave/2026"
    fetched = look(origin, known)
    assert fetched.hosted is not None
    assert fetched.hosted.branch == "udgave/2026"
    assert files(fetched)["docs/a.md"] == "# Ny\n"


@each_kind
@pytest.mark.parametrize("branch", ["kladde", "udgave/2026", "æøå & co"])
def test_branch(host: FakeHost, tmp_path: Path, kind: str, branch: str) -> None:
    """A branch of any name is fetched, and readers are led to it."""
    host.commit({"docs/a.md": "# Kladde\n"}, day="2026-03-02", branch=branch)
    fetched = at_each(host, tmp_path, f"#{branch}")[kind].first()
    assert files(fetched)["docs/a.md"] == "# Kladde\n"
    assert fetched.hosted is not None
    assert (fetched.hosted.branch, fetched.hosted.at_tip) == (branch, True)


@each_kind
def test_tag_and_commit(host: FakeHost, tmp_path: Path, kind: str) -> None:
    """A tag or a commit is fetched, and no branch is guessed for it."""
    first = host.repository().branches["main"]
    host.repository().tags["v1"] = first
    host.commit({"docs/a.md": "# Ny\n"}, day="2026-03-02")
    for ref in ("v1", first, first[:8]):
        fetched = at_each(host, tmp_path, f"#{ref}")[kind].first()
        assert files(fetched)["docs/a.md"] == "# A\n"
        assert fetched.hosted is not None
        assert (fetched.hosted.branch, fetched.hosted.at_tip) == ("", False)


@each_kind
def test_unknown_branch(host: FakeHost, tmp_path: Path, kind: str) -> None:
    """A branch that is not there is named."""
    where = at_each(host, tmp_path, "#kladde")[kind]
    where.refused(PlaceProblem.UNKNOWN_BRANCH, "kladde")


def test_unknown_branch_of_an_old_gitea(host: FakeHost, tmp_path: Path) -> None:
    """A missing branch that is called a fault is told from a real one, by the branch."""
    host.commit({}, day="2026-03-02", branch="kladde")
    host.fault = Status(on="newest", code=500)
    at_each(host, tmp_path, "#intet")["gitea"].refused(PlaceProblem.UNKNOWN_BRANCH, "intet")
    at_each(host, tmp_path, "#kladde")["gitea"].refused(PlaceProblem.HOST_FAULT, "500")


@each_kind
@pytest.mark.parametrize("part", ["", "#main"])
def test_unknown_repository(host: FakeHost, tmp_path: Path, kind: str, part: str) -> None:
    """A repository that is not there is no missing branch."""
    host.repositories.clear()
    at_each(host, tmp_path, part)[kind].refused(PlaceProblem.UNKNOWN_REPOSITORY)


@each_kind
@pytest.mark.parametrize("part", ["", "#main"])
def test_empty_repository(host: FakeHost, tmp_path: Path, kind: str, part: str) -> None:
    """A repository without commits is empty, whatever branch was asked for."""
    host.repositories.clear()
    host.repository()
    at_each(host, tmp_path, part)[kind].refused(PlaceProblem.EMPTY)


def test_folder(host: FakeHost, tmp_path: Path) -> None:
    """The part of the repository that is the handbook goes with what is fetched and kept."""
    where = replace(
        at_github(host, tmp_path), place="https://github.com/os2/handbook/tree/main/docs"
    )
    origin = where.origin()
    fetched = look(origin, None)
    assert fetched.folder == "docs"
    origin.keep(fetched)
    assert where.origin().kept() == fetched
