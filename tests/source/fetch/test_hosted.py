"""A repository on a Git host: what is asked of the host, and what is made of its answers."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from index.source.git.host import GITEA, GITHUB, GITLAB
from index.source.unreadable import HandbookUnreadableError
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import Status
from tests.source.fetch.looking import at_each, at_github, files, look

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


def test_progress(host: FakeHost, tmp_path: Path) -> None:
    """The bytes that have come are told, up to all that were announced."""
    heard: list[tuple[int, int | None]] = []
    at_github(host, tmp_path).origin().look(None, lambda done, total: heard.append((done, total)))
    size = len(host.repository().archive(host.repository().branches["main"]) or b"")
    assert heard[-1] == (size, size)


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
