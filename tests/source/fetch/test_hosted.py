"""A repository on a Git host: what is asked of the host, and what is made of its answers."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from index.source.fetch.fetched import unheard
from index.source.git.host import GITEA, GITHUB, GITLAB
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import Status
from tests.source.fetch.looking import Look, at_each, at_github, files, look

KINDS = {"github": GITHUB, "gitlab": GITLAB, "gitea": GITEA}
each_kind = pytest.mark.parametrize("kind", list(KINDS))


@each_kind
def test_first_look(host: FakeHost, tmp_path: Path, kind: str) -> None:
    """A first look gives the newest commit whole, its date, and where readers find it."""
    fetched = at_each(host, tmp_path)[kind].first()
    commit = host.repository().branches["main"]
    assert files(fetched) == {"docs/a.md": "# A\n", "index.md": "# Hej\n"}
    assert fetched.revision.identity == commit
    assert fetched.revision.place == host.page()
    assert fetched.revision.made == datetime.fromisoformat("2026-03-01T12:00:00+01:00")
    assert fetched.hosted is not None
    assert (fetched.hosted.commit, fetched.hosted.branch) == (commit, "main")
    assert fetched.hosted.at_tip
    assert fetched.hosted.remote.host is KINDS[kind]
    assert fetched.hosted.remote.base == host.page()
    assert commit in fetched.root.name


def test_links_lead_to_the_site(host: FakeHost, tmp_path: Path) -> None:
    """Whatever address the API has, readers are led to the one that was written down."""
    fetched = at_github(host, tmp_path).first()
    assert fetched.hosted is not None
    assert fetched.hosted.remote.base == "https://github.com/os2/handbook"


@each_kind
def test_unchanged(host: FakeHost, tmp_path: Path, kind: str) -> None:
    """An unchanged handbook costs one request that is not modified, and is what was known."""
    origin = at_each(host, tmp_path)[kind].origin()
    known = look(origin, None)
    host.asked.clear()
    assert look(origin, known) is known
    assert host.counts() == {"304": 1}


@each_kind
def test_unchanged_without_etag(host: FakeHost, tmp_path: Path, kind: str) -> None:
    """A host that never says "not modified" is asked one thing as well."""
    host.etags = False
    origin = at_each(host, tmp_path)[kind].origin()
    known = look(origin, None)
    host.asked.clear()
    assert look(origin, known) is known
    assert host.counts() == {"newest": 1}


def test_new_etag_of_the_same_commit(host: FakeHost, tmp_path: Path) -> None:
    """The same commit with another ETag is still what was known, and the new one is used."""
    origin = at_github(host, tmp_path).origin()
    known = replace(look(origin, None), validator='W/"old"')
    restarted = at_github(host, tmp_path).origin()
    assert look(restarted, known) is known
    host.asked.clear()
    assert look(restarted, known) is known
    assert host.counts() == {"304": 1}


@each_kind
def test_changed(host: FakeHost, tmp_path: Path, kind: str) -> None:
    """A new commit is fetched, with what was added and without what was taken away."""
    origin = at_each(host, tmp_path)[kind].origin()
    known = look(origin, None)
    host.commit({"docs/b.md": "# B\n", "docs/a.md": None}, day="2026-03-02")
    fetched = look(origin, known)
    assert files(fetched) == {"docs/b.md": "# B\n", "index.md": "# Hej\n"}
    assert fetched.revision.identity == host.repository().branches["main"]


def test_branch_moved_back(host: FakeHost, tmp_path: Path) -> None:
    """A branch that is moved back to what is known is what is known."""
    origin = at_github(host, tmp_path).origin()
    known = look(origin, None)
    newer = host.commit({"docs/a.md": "# Nej\n"}, day="2026-03-02")
    assert look(origin, known).revision.identity == newer
    host.repository().branches["main"] = known.revision.identity
    assert look(origin, known) is known


def test_bad_revision_is_fetched_once(host: FakeHost, tmp_path: Path) -> None:
    """A newer revision that is not taken is found at each look, and downloaded at the first."""
    origin = at_github(host, tmp_path).origin()
    known = look(origin, None)
    origin.keep(known)
    host.commit({"docs/a.md": ""}, day="2026-03-02")
    bad = look(origin, known)
    host.asked.clear()
    assert look(origin, known) == bad
    assert host.counts() == {"304": 1}
    assert files(bad)["docs/a.md"] == ""


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


@each_kind
def test_private(host: FakeHost, tmp_path: Path, kind: str) -> None:
    """A private repository needs its token: none is "unknown", a wrong one "unauthorised"."""
    host.repository().token = "hemmelig-7"  # noqa: S105 - made up
    where = at_each(host, tmp_path)[kind]
    where.refused(PlaceProblem.UNKNOWN_REPOSITORY)
    wrong = replace(where, token="forkert-8").refused(  # noqa: S106 - made up
        PlaceProblem.UNAUTHORISED, "401"
    )
    assert "forkert" not in f"{wrong!r} {wrong} {wrong.__cause__!r} {wrong.__context__!r}"
    fetched = replace(where, token="hemmelig-7\n").first()  # noqa: S106 - made up
    assert files(fetched)["docs/a.md"] == "# A\n"


def test_token_in_the_address(host: FakeHost, tmp_path: Path) -> None:
    """A token that stands in the address is used, and shown nowhere."""
    host.repository().token = "hemmelig-7"  # noqa: S105 - made up
    address = host.page().replace("://", "://x:hemmelig-7@")
    fetched = Look(f"github+{address}", tmp_path).first()
    assert fetched.revision.place == host.page()
    assert "hemmelig" not in repr(fetched)
    assert all("hemmelig" not in asked.target for asked in host.asked)


@pytest.mark.parametrize("token", ["linje\nto", "nøgle"])
def test_token_that_no_header_can_hold(host: FakeHost, tmp_path: Path, token: str) -> None:
    """A token with other characters than a header takes is refused, and not quoted."""
    where = replace(at_github(host, tmp_path), token=token)
    error = where.refused(PlaceProblem.UNAUTHORISED, "401")
    assert token not in f"{error!r} {error.__context__!r}"
    assert host.asked == []


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


def test_progress(host: FakeHost, tmp_path: Path) -> None:
    """The bytes that have come are told, up to all that were announced."""
    heard: list[tuple[int, int | None]] = []
    at_github(host, tmp_path).origin().look(None, lambda done, total: heard.append((done, total)))
    size = len(host.repository().archive(host.repository().branches["main"]) or b"")
    assert heard[-1] == (size, size)


def test_says_who_it_is(host: FakeHost, tmp_path: Path) -> None:
    """Every request names the bot, since GitHub refuses who does not."""
    at_github(host, tmp_path).first()
    assert {asked.headers["user-agent"] for asked in host.asked} == {"handbook-bot"}


def test_paced_by_the_host(host: FakeHost, tmp_path: Path) -> None:
    """Of 60 requests an hour as many are left at its end as a change costs, or more."""
    host.allowance = 60
    origin = at_github(host, tmp_path).origin()
    looked = origin.look(None, unheard)
    seconds = 0.0
    while seconds + looked.wait < 3500:
        assert looked.wait > 50
        seconds += looked.wait
        host.limit_seconds = int(3600 - seconds)
        looked = origin.look(looked.fetched, unheard)
    assert 3 <= host.allowance < 10


def test_not_paced_where_plenty_is_left(host: FakeHost, tmp_path: Path) -> None:
    """With a token's 5,000 requests an hour, or where nothing is said, there is no wait."""
    assert at_github(host, tmp_path).origin().look(None, unheard).wait == 0
    host.allowance = 5000
    assert at_github(host, tmp_path).origin().look(None, unheard).wait == 0


def test_rate_limited(host: FakeHost, tmp_path: Path) -> None:
    """A host that has been asked too often says from when on it answers."""
    host.allowance = 0
    host.limit_seconds = 600
    error = at_github(host, tmp_path).refused(PlaceProblem.RATE_LIMITED)
    assert error.again is not None
    assert error.detail == f"{error.again:%H:%M}"
    left = (error.again - datetime.now(error.again.tzinfo)).total_seconds()
    assert 570 < left < 610


def test_recovers(host: FakeHost, tmp_path: Path) -> None:
    """After a failure the same origin goes on from what is known."""
    origin = at_github(host, tmp_path).origin()
    known = look(origin, None)
    host.commit({"docs/a.md": "# Ny\n"}, day="2026-03-02")
    host.fault = Status(on="archive", code=502)
    with pytest.raises(HandbookUnreadableError):
        look(origin, known)
    host.fault = None
    assert files(look(origin, known))["docs/a.md"] == "# Ny\n"
