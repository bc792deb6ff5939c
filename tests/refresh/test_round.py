"""A round takes what is new and good, and nothing else."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.refresh.changes import Changes
from index.refresh.progress import Stage, Step
from index.refresh.refresher import Refresher
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from tests.refresh.rounds import (
    EVERY,
    FERIE,
    JUNE,
    PAGES,
    cache,
    github,
    refresher,
    said,
    wanted_from,
)
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fake_repository import tar_gz
from tests.source.fetch.fault import CutOff, Status


@pytest.fixture
def host() -> Iterator[FakeHost]:
    """Return a Git host that has the six pages."""
    with FakeHost() as host:
        host.commit(PAGES)
        yield host


def test_first_round_answers(host: FakeHost, tmp_path: Path) -> None:
    """The first round fetches, reads and builds, and what it built says which revision it is."""
    rounds = refresher(tmp_path, github(host))
    found = rounds.round()
    assert "1. maj" in said(FERIE, found.built)
    assert found.edition is not None
    (volume,) = found.edition.volumes
    assert volume.revision.identity == host.repository().branches["main"]
    assert (volume.pages, volume.notices) == (6, ())
    assert found.changes is None


def test_unchanged_costs_one_request(host: FakeHost, tmp_path: Path) -> None:
    """A handbook that has not changed costs one "not modified", also for the next process."""
    refresher(tmp_path, github(host)).round()
    host.asked.clear()
    for _ in range(2):
        found = refresher(tmp_path, github(host)).round(EVERY)
        assert found.built is None
        assert found.edition is not None
    assert host.counts() == {"304": 2}


def test_changed_page_is_the_only_one_read(host: FakeHost, tmp_path: Path) -> None:
    """Of a changed handbook only the page that has changed is read again."""
    rounds = refresher(tmp_path, github(host))
    before = rounds.round().built
    host.commit(JUNE)
    found = rounds.round(EVERY).built
    assert "1. juni" in said(FERIE, found)
    assert before
    assert found
    kept = {id(passage) for passage in before.index.passages}
    again = [passage for passage in found.index.passages if id(passage) not in kept]
    assert {passage.section.page for passage in again} == {"ferie.md"}


def test_what_changed_is_named(host: FakeHost, tmp_path: Path) -> None:
    """A round says which pages came, changed and went."""
    rounds = refresher(tmp_path, github(host))
    rounds.round()
    host.commit({**JUNE, "ny.md": "# Ny\n\nJa.\n", "kantine.md": None})
    assert rounds.round(EVERY).changes == Changes(("ny.md",), ("ferie.md",), ("kantine.md",))


def test_next_process_takes_a_change(host: FakeHost, tmp_path: Path) -> None:
    """A process that finds a snapshot of an older revision answers as one that built it anew."""
    refresher(tmp_path / "a", github(host)).round()
    host.commit(JUNE)
    again = refresher(tmp_path / "a", github(host)).round(EVERY)
    anew = refresher(tmp_path / "b", github(host)).round()
    assert said(FERIE, again.built) == said(FERIE, anew.built)
    assert again.changes == Changes((), ("ferie.md",), ())


def test_a_prepared_process_reads_only_what_changes(host: FakeHost, tmp_path: Path) -> None:
    """Who starts with a snapshot reads the pages at leisure, and then only what changes."""
    refresher(tmp_path, github(host)).round()
    steps: list[Step] = []
    wanted = github(host)
    rounds = Refresher(cache(tmp_path, wanted), (wanted,), None, steps.append)
    rounds.round(EVERY)
    assert Stage.READING not in {step.stage for step in steps}
    rounds.prepare()
    assert Stage.READING in {step.stage for step in steps}
    rounds.prepare()
    assert len([step for step in steps if step.stage is Stage.READING]) == 1
    host.commit(JUNE)
    assert "1. juni" in said(FERIE, rounds.round(EVERY).built)


BAD = {
    "no page": (dict.fromkeys(PAGES), PlaceProblem.EMPTY),
    "most pages gone": (dict.fromkeys(list(PAGES)[:4]), PlaceProblem.MOSTLY_GONE),
    "most text gone": (dict.fromkeys(PAGES, "# Tom\n"), PlaceProblem.MOSTLY_GONE),
    "every page broken": (dict.fromkeys(PAGES, "\x00"), PlaceProblem.NOTHING_READABLE),
}


@pytest.mark.parametrize(("files", "problem"), BAD.values(), ids=BAD.keys())
def test_bad_revision_is_not_used(
    host: FakeHost, tmp_path: Path, files: dict[str, str | None], problem: PlaceProblem
) -> None:
    """A bad revision changes no answer, is not fetched over and over, and passes once mended."""
    good = host.repository().branches["main"]
    rounds = refresher(tmp_path, github(host))
    rounds.round()
    bad = host.commit(files)
    host.asked.clear()
    for each in (rounds, rounds, refresher(tmp_path, github(host))):
        found = each.round(EVERY)
        (trouble,) = found.status.troubles
        assert (trouble.problem, found.built) == (problem, None)
        assert trouble.refused is not None
        assert trouble.refused.identity == bad
        assert found.edition is not None
        assert found.edition.volumes[0].revision.identity == good
    assert "1. maj" in said(FERIE, rounds.published())
    assert host.counts()["archive"] <= 2
    host.commit({**PAGES, **JUNE})
    found = rounds.round(EVERY)
    assert found.status.troubles == ()
    assert "1. juni" in said(FERIE, found.built)


def test_halved_on_purpose(host: FakeHost, tmp_path: Path) -> None:
    """A revision from which most is gone is taken once somebody says that it is meant."""
    rounds = refresher(tmp_path, github(host))
    rounds.round()
    host.commit(dict.fromkeys(list(PAGES)[1:]))
    assert rounds.round(EVERY).built is None
    found = refresher(tmp_path, github(host)).round(replace(EVERY, accept=True))
    assert found.status.troubles == ()
    assert found.edition is not None
    assert found.edition.volumes[0].pages == 1
    later = rounds.round(EVERY)
    assert (later.built, later.status.troubles) == (None, ())


def test_trouble_has_its_beginning(host: FakeHost, tmp_path: Path) -> None:
    """What is wrong is known since it was first seen, over rounds and processes."""
    refresher(tmp_path, github(host)).round()
    host.fault = Status(code=503)
    first, second = (refresher(tmp_path, github(host)).round(EVERY) for _ in range(2))
    (began,), (lasts) = first.status.troubles, second.status.troubles[0]
    assert began.problem is PlaceProblem.HOST_FAULT
    assert lasts.since == began.since
    assert second.status.looks[0].looked > began.since
    assert second.status.looks[0].reached is not None
    assert second.status.looks[0].reached < began.since


def test_a_host_that_wants_rest_has_it(host: FakeHost, tmp_path: Path) -> None:
    """Until the time that a host has named it is not asked, whoever wants to look."""
    refresher(tmp_path, github(host)).round()
    host.allowance = 0
    rounds = refresher(tmp_path, github(host))
    (trouble,) = rounds.round(EVERY).status.troubles
    assert trouble.problem is PlaceProblem.RATE_LIMITED
    assert trouble.again is not None
    host.asked.clear()
    for each in (rounds, refresher(tmp_path, github(host))):
        found = each.round(EVERY)
        assert found.edition is not None
        assert found.status.troubles == (trouble,)
    assert host.asked == []


def test_half_a_download(host: FakeHost, tmp_path: Path) -> None:
    """What broke off in the middle is fetched again at the next look, and never read."""
    rounds = refresher(tmp_path, github(host))
    rounds.round()
    host.commit(JUNE)
    host.fault = CutOff(on="archive")
    found = rounds.round(EVERY)
    host.fault = None
    assert [trouble.problem for trouble in found.status.troubles] == [PlaceProblem.CUT_OFF]
    assert "1. juni" in said(FERIE, rounds.round(EVERY).built)


def test_damaged_archive_is_fetched_again(host: FakeHost, tmp_path: Path) -> None:
    """An archive that came damaged is no reason to refuse its revision for ever."""
    rounds = refresher(tmp_path, github(host))
    rounds.round()
    new = host.commit(JUNE)
    whole = host.repository().archive(new)
    assert whole is not None
    host.repository().archives[new] = whole[:-20] + b"x" * 20
    (trouble,) = rounds.round(EVERY).status.troubles
    assert trouble.problem is PlaceProblem.DAMAGED_ARCHIVE
    del host.repository().archives[new]
    assert "1. juni" in said(FERIE, rounds.round(EVERY).built)


def test_hostile_archive_is_refused(host: FakeHost, tmp_path: Path) -> None:
    """An archive that would write elsewhere gives no answer."""
    rounds = refresher(tmp_path, github(host))
    rounds.round()
    new = host.commit({"ferie.md": "# Ferie\n\nSlet.\n"})
    host.repository().archives[new] = tar_gz({"../../ferie.md": "# Ferie\n\nOndt.\n"}, "top")
    (trouble,) = rounds.round(EVERY).status.troubles
    assert trouble.problem is PlaceProblem.PATH_ESCAPES
    assert "1. maj" in said(FERIE, rounds.published())


def test_host_away_at_the_first_start(host: FakeHost, tmp_path: Path) -> None:
    """With nothing on this computer and no host there is no answer, and the round says why."""
    host.fault = Status(code=502)
    rounds = refresher(tmp_path, github(host))
    found = rounds.round()
    assert (found.edition, rounds.published()) == (None, None)
    assert isinstance(found.status.troubles[0].error(), HandbookUnreadableError)
    host.fault = None
    assert "1. maj" in said(FERIE, rounds.round(EVERY).built)


def test_host_away_at_a_restart(host: FakeHost, tmp_path: Path) -> None:
    """What was published last answers while the host is away."""
    refresher(tmp_path, github(host)).round()
    host.fault = Status(code=502)
    rounds = refresher(tmp_path, github(host))
    assert "1. maj" in said(FERIE, rounds.published())
    assert rounds.round(EVERY).edition is not None


@pytest.mark.parametrize("harm", ["gone", "empty", "cut", "other"])
def test_host_away_and_snapshot_damaged(host: FakeHost, tmp_path: Path, harm: str) -> None:
    """A damaged snapshot is built anew from the last good revision, without the host."""
    refresher(tmp_path, github(host)).round()
    snapshot = cache(tmp_path, github(host)).snapshot
    files = snapshot / (snapshot / "current").read_text(encoding="ascii")
    match harm:
        case "gone":
            shutil.rmtree(snapshot)
        case "empty":
            (snapshot / "current").write_bytes(b"")
        case "cut":
            with (files / "language.json").open("r+b") as file:
                file.truncate(100)
        case _:
            (files / "about").write_bytes(b"{}")
    host.fault = Status(code=502)
    found = refresher(tmp_path, github(host)).round(EVERY)
    assert "1. maj" in said(FERIE, found.built)
    assert [trouble.problem for trouble in found.status.troubles] == [PlaceProblem.HOST_FAULT]


def test_a_folder_is_followed(tmp_path: Path) -> None:
    """What is written into a folder answers at the next look."""
    folder = tmp_path / "handbook"
    folder.mkdir()
    for path, text in PAGES.items():
        (folder / path).write_text(text, encoding="utf-8")
    rounds = refresher(tmp_path / "cache", wanted_from(str(folder)))
    rounds.round()
    assert rounds.round(EVERY).built is None
    (folder / "ferie.md").write_text(
        "# Ferie\n\nFerie aftales senest den 1. juni.\n", encoding="utf-8"
    )
    assert "1. juni" in said(FERIE, rounds.round(EVERY).built)
    (folder / "ferie.md").rename(folder / "orlov.md")
    found = rounds.round(EVERY)
    assert found.changes == Changes(("orlov.md",), (), ("ferie.md",))
    shutil.rmtree(folder)
    (trouble,) = rounds.round(EVERY).status.troubles
    assert trouble.problem is PlaceProblem.MISSING
    assert "1. juni" in said(FERIE, rounds.published())
