"""Several handbooks that are searched together."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answer import Answered
from index.source.unreadable import PlaceProblem
from tests.refresh.rounds import (
    EVERY,
    FERIE,
    JUNE,
    PAGES,
    asked,
    github,
    refresher,
    said,
    wanted_from,
)
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import Status

TOOLS = {"index.md": "# Værktøjer\n\nPassword nulstilles i selvbetjeningen.\n"}
LOST = "hvordan nulstilles mit password?"


@pytest.fixture
def host() -> Iterator[FakeHost]:
    """Return a Git host that has two handbooks, of which one page has the same path."""
    with FakeHost() as host:
        host.commit({**PAGES, "index.md": "# Velkommen\n\nHer er håndbogen.\n"})
        host.commit(TOOLS, project="os2/tools")
        yield host


def test_each_says_where_it_stands(host: FakeHost, tmp_path: Path) -> None:
    """An answer names the handbook that it comes from, first in its path and its breadcrumb."""
    both = github(host, name="OS2"), github(host, "os2/tools", "Værktøjer")
    built = refresher(tmp_path, *both).round().built
    found = asked(LOST, built)
    assert isinstance(found, Answered)
    section = found.hits[0].passage.section
    assert section.page == "Værktøjer/index.md"
    assert section.breadcrumb[0] == "Værktøjer"
    assert found.edition is not None
    volume = found.edition.volume_of(section.page)
    assert volume.revision.place == "https://github.com/os2/tools"
    assert "1. maj" in said(FERIE, built)


def test_one_changes(host: FakeHost, tmp_path: Path) -> None:
    """A change in one is taken, and the other stays as it is."""
    both = github(host, name="OS2"), github(host, "os2/tools", "Værktøjer")
    refresher(tmp_path, *both).round()
    rounds = refresher(tmp_path, *both)
    host.commit(
        {"index.md": "# Værktøjer\n\nPassword nulstilles af servicedesken.\n"}, project="os2/tools"
    )
    found = rounds.round(EVERY)
    assert "servicedesken" in said(LOST, found.built)
    assert "1. maj" in said(FERIE, found.built)
    assert found.changes is not None
    assert found.changes.changed == ("Værktøjer/index.md",)


def test_one_is_away_from_the_start(host: FakeHost, tmp_path: Path) -> None:
    """The ones that can be had answer; the other joins them once it is there."""
    both = github(host, name="OS2"), github(host, "os2/later", "Senere")
    rounds = refresher(tmp_path, *both)
    found = rounds.round()
    assert "1. maj" in said(FERIE, found.built)
    assert [trouble.problem for trouble in found.status.troubles] == [
        PlaceProblem.UNKNOWN_REPOSITORY
    ]
    host.commit(TOOLS, project="os2/later")
    found = rounds.round(EVERY)
    assert "selvbetjeningen" in said(LOST, found.built)
    assert "1. maj" in said(FERIE, found.built)


def test_one_is_lost(host: FakeHost, tmp_path: Path) -> None:
    """A handbook that cannot be had again keeps its answers, and does not hold up the other."""
    folder = tmp_path / "tools"
    folder.mkdir()
    (folder / "index.md").write_text(TOOLS["index.md"], encoding="utf-8")
    both = github(host, name="OS2"), wanted_from(str(folder), name="Værktøjer")
    rounds = refresher(tmp_path / "cache", *both)
    rounds.round()
    (folder / "index.md").unlink()
    host.commit(JUNE)
    found = rounds.round(EVERY)
    assert [trouble.problem for trouble in found.status.troubles] == [PlaceProblem.EMPTY]
    assert "1. juni" in said(FERIE, found.built)
    assert "selvbetjeningen" in said(LOST, found.built)


def test_all_on_one_host_that_is_away(host: FakeHost, tmp_path: Path) -> None:
    """After a restart without any host, both answer as before."""
    both = github(host, name="OS2"), github(host, "os2/tools", "Værktøjer")
    refresher(tmp_path, *both).round()
    host.fault = Status(code=500)
    rounds = refresher(tmp_path, *both)
    rounds.round(EVERY)
    assert "selvbetjeningen" in said(LOST, rounds.published())
    assert "1. maj" in said(FERIE, rounds.published())


def test_each_has_its_own_issues(host: FakeHost, tmp_path: Path) -> None:
    """An issue about a page is opened where that page's handbook stands, kept or just built."""
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "a.md").write_text("# Alene\n\nUden repositorium.\n", encoding="utf-8")
    wanted = (
        wanted_from(str(folder), name="Mappe"),
        github(host, name="OS2"),
        github(host, "os2/tools", "Værktøjer"),
    )
    built = refresher(tmp_path / "cache", *wanted).round().built
    kept = refresher(tmp_path / "cache", *wanted).published()
    for publication in (built, kept):
        assert publication
        edition = publication.edition
        for page, project in (("OS2/ferie.md", "handbook"), ("Værktøjer/index.md", "tools")):
            form = f"https://github.com/os2/{project}/issues/new?title={{title}}&body={{body}}"
            assert edition.issues(page) == form
        assert edition.issues("Mappe/a.md") == ""
        assert edition.issues() == edition.issues("OS2/ferie.md")
