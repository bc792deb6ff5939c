"""A process that is killed at any moment leaves a whole index: the old one or the new one."""

import mmap
import os
import random
import re
import shutil
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from index.reading.each_prose import every_prose
from index.reading.passages.passage import Passage
from index.refresh.cache import cache_for
from index.refresh.progress import Stage, Step
from index.refresh.refresher import Refresher
from index.refresh.wanted import Wanted
from index.search.build import build_index
from tests.refresh.rounds import EVERY, PAGES, github, refresher
from tests.search.same import assert_same
from tests.source.fetch.fake_host import FakeHost

COLD = 10
"""Every so many rounds begin with nothing built."""
PATIENCE = 30.0
"""Seconds that a round may take to come to a stage."""
STAGES = tuple(Stage)
ENDED = len(STAGES) + 1
SECONDS = {
    Stage.WAITING: 0.001,
    Stage.LOOKING: 0.1,
    Stage.FETCHING: 0.005,
    Stage.READING: 0.01,
    Stage.BUILDING: 0.005,
    Stage.KEEPING: 0.4,
}
"""About as long as each stage takes, or a little more."""
ANEW_SECONDS = 0.8
"""The same for building from nothing."""
NUMBER = re.compile(r"revision (\d+)")


def revision(number: int) -> dict[str, str | None]:
    """Return all pages as of a revision, which each of them names, and a page of its own."""
    pages = {path: f"{text}\nDet er revision {number}.\n" for path, text in PAGES.items()}
    return {**pages, f"ny{number}.md": f"# Ny {number}\n\nrevision {number}\n", **_gone(number)}


def _gone(number: int) -> dict[str, str | None]:
    return {f"ny{number - 1}.md": None} if number else {}


@dataclass(slots=True)
class Killing:
    """Rounds in processes of their own, which are killed."""

    folder: Path
    """The cache."""
    wanted: Wanted
    """The handbook."""
    at: mmap.mmap = field(default_factory=lambda: mmap.mmap(-1, 1))
    """What the running one is at: the stage's number, counted from 1; ENDED at its end."""
    killed_at: Counter[int] = field(default_factory=Counter)
    """How many were killed at each stage."""

    def kill(self, stage: int, seconds: float) -> None:
        """Run a round, and kill it so long after it has come to a stage."""
        self.at[0] = 0
        process = os.fork()
        if process == 0:
            self._run()
        given_up = time.monotonic() + PATIENCE
        while self.at[0] < stage:
            assert time.monotonic() < given_up, f"stands still at {self.at[0]}"
            time.sleep(0)
        time.sleep(seconds)
        self.killed_at[self.at[0]] += 1
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)

    def published(self) -> int | None:
        """Return the revision that the snapshot has, which has to be whole; None for none."""
        publication = refresher(self.folder, self.wanted).published()
        if publication is None:
            return None
        passages = publication.index.passages
        said = {int(each) for passage in passages for each in NUMBER.findall(_text(passage))}
        (number,) = said
        assert {passage.section.page for passage in passages} == {*PAGES, f"ny{number}.md"}
        assert publication.edition.volumes[0].passages == len(passages)
        return number

    def _run(self) -> None:
        try:
            cache = cache_for(self.folder, (self.wanted,))
            Refresher(cache, (self.wanted,), None, self._note).round(EVERY)
        finally:
            self.at[0] = ENDED
            os._exit(0)

    def _note(self, step: Step) -> None:
        self.at[0] = STAGES.index(step.stage) + 1


def _text(passage: Passage) -> str:
    return " ".join(prose.text for prose in every_prose(passage.blocks))


def _killed(folder: Path, times: int) -> None:
    """Kill so many rounds, of which each has a newer revision to fetch, and look after each."""
    chance = random.Random(20261126)  # noqa: S311 - to kill anywhere, the same each time
    with FakeHost() as host:
        killing = Killing(folder, github(host))
        before = None
        for number in range(times):
            host.commit(revision(number))
            if number % COLD == 0:
                shutil.rmtree(cache_for(folder, (killing.wanted,)).snapshot, ignore_errors=True)
                before = None
            stage = chance.choice(STAGES)
            anew = stage is Stage.BUILDING and before is None
            seconds = chance.uniform(0, ANEW_SECONDS if anew else SECONDS[stage])
            killing.kill(STAGES.index(stage) + 1, seconds)
            now = killing.published()
            assert now in {before, number}
            before = now
        _recovers(killing, host, times)
    assert len(killing.killed_at) >= len(STAGES) - 1, "nearly every stage has to have its turn"


def _recovers(killing: Killing, host: FakeHost, number: int) -> None:
    """Let a round that nobody kills come to the newest revision, and leave no rests behind."""
    host.commit(revision(number))
    refresher(killing.folder, killing.wanted).round(EVERY)
    assert killing.published() == number
    publication = refresher(killing.folder, killing.wanted).published()
    assert publication is not None
    assert_same(publication.index, build_index(tuple(publication.index.passages)))
    origins = list((cache_for(killing.folder, (killing.wanted,)).folder / "origins").rglob("*.*"))
    assert len(origins) == 2, origins


def test_killed_twenty_times(tmp_path: Path) -> None:
    """Rounds that are killed at any moment leave the old index or the new one."""
    _killed(tmp_path, 20)


@pytest.mark.long
def test_killed_two_hundred_times(tmp_path: Path) -> None:
    """The same, two hundred times."""
    _killed(tmp_path, 200)
