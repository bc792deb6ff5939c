"""How long it takes until the handbook answers: from nothing, from a snapshot, after a change.

    python -m tests.benchmarks.refreshing [PASSAGES …]

The handbook is two real ones, grown (`grown_files.py`), on a Git host on loopback. Every figure is
of processes of their own: the command `handbook`, or a round as the running bot's keeper has it.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from bot.answer import answer
from bot.terminal.known_question import read_questions
from index.handbook import Choices, read_handbook
from index.refresh.cache import cache_for
from index.refresh.maker import maker_of
from index.refresh.progress import Step
from index.refresh.published import load_publication
from index.refresh.refresher import Refresher
from index.refresh.round import Looking
from index.refresh.wanted import Wanted
from index.source.place import read_location
from tests.benchmarks.grown_files import FileGrower
from tests.benchmarks.retrieval import say
from tests.handbooks import EIGHTEEN_F, OS2, QUESTIONS
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fake_repository import tar_gz
from tests.source.fetch.fault import Status

SIZES = (500, 10_000, 100_000)
PLACE = "https://github.com/os2/handbook"
ASK = "hvordan godkendes en faktura?"
HANDBOOK = Path(sys.executable).with_name("handbook")
CHILD = "from tests.benchmarks.refreshing import {0}; {0}({1!r}, {2!r})"
EDITS = 5
STARTS = 5


def memory() -> str:
    """Return what this process holds and held at most, its share of mapped files counted."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    peak, now = (re.search(rf"{name}:\s*(\d+)", status) for name in ("VmHWM", "VmRSS"))
    own = re.search(r"Private_Dirty:\s*(\d+)", rollup)
    return ", ".join(
        f"{name} {int(found[1]) / 1024:.0f} MB" if found else name
        for name, found in (("peak", peak), ("now", now), ("of its own", own))
    )


def keep(folder: str, url: str) -> None:
    """Be the keeper: rounds over what the parent changes, a line for each."""
    wanted = _wanted(url)
    stages: list[tuple[str, float]] = []

    def note(step: Step) -> None:
        if not stages or stages[-1][0] != step.stage:
            stages.append((step.stage, time.perf_counter()))

    refresher = Refresher(cache_for(Path(folder), (wanted,)), (wanted,), None, note)
    for _line in sys.stdin:
        stages.clear()
        start = time.perf_counter()
        found = refresher.round(Looking(every=True))
        end = time.perf_counter()
        ends = [*(begin for _, begin in stages[1:]), end]
        spans = zip(stages, ends, strict=True)
        parts = ", ".join(f"{stage} {after - begin:.2f}" for (stage, begin), after in spans)
        changed = len(found.changes.changed) if found.changes else 0
        refresher.prepare()
        prepared = time.perf_counter() - end
        took = f"{end - start:.2f} s ({parts}), then prepared in {prepared:.2f} s"
        say(f"{took}; {changed} pages changed; {memory()}")


def hold_two(folder: str, url: str) -> None:
    """Be the bot at a swap: answer from one index, load the next while the first is held."""
    wanted = _wanted(url)
    cache, maker = cache_for(Path(folder), (wanted,)), maker_of((wanted,), "")
    texts = [q.text for n in ("os2", "18f") for q in read_questions(QUESTIONS / f"{n}.jsonl")]
    held = []
    for count in ("one index", "two indexes"):
        start = time.perf_counter()
        held.append(load_publication(cache, maker, None))
        loaded = time.perf_counter() - start
        for text in texts:
            answer(text, held[-1].index)
        say(f"the bot with {count}: loaded in {loaded:.2f} s; {memory()}")


def _wanted(url: str) -> Wanted:
    location, token = read_location(PLACE)
    return Wanted(location, Choices(), token, api_url=url)


class Bench:
    """A handbook of some size on a Git host, and the commands that are timed with it."""

    def __init__(self, host: FakeHost, folder: str, files: dict[str, str]) -> None:
        self._host = host
        self._folder = folder
        self._files = files
        self._settings = {
            **os.environ,
            "HANDBOOK_CACHE": folder,
            "HANDBOOK_API_URL": host.url,
            "HANDBOOK_CONTENT": PLACE,
        }

    def publish(self, changed: Mapping[str, str]) -> None:
        """Commit files, with the archive ready to be sent."""
        self._files.update(changed)
        identity = self._host.commit(changed)
        self._host.repository().archives[identity] = tar_gz(self._files, "handbook")

    def handbook(self, name: str, *arguments: str, times: int = 1) -> None:
        """Print how long a command takes, from its start to its end."""
        took = []
        for _ in range(times):
            start = time.perf_counter()
            command = [str(HANDBOOK), *arguments]
            subprocess.run(command, env=self._settings, check=True, capture_output=True)  # noqa: S603
            took.append(time.perf_counter() - start)
        say(f"{name}: " + ", ".join(f"{seconds:.2f}" for seconds in sorted(took)) + " s")

    def rounds(self) -> None:
        """Print what the keeper's rounds take: nothing changed, then one page after another."""
        with self._child("keep") as child:
            say(f"a restarted keeper, nothing changed: {_line(child)}")
            say(f"nothing changed again: {_line(child)}")
            pages = [path for path, text in self._files.items() if len(text) > 1_000]
            for number in range(EDITS):
                path = pages[number * len(pages) // EDITS]
                self.publish({path: f"{self._files[path]}\n\nTilføjet {number}.\n"})
                say(f"one page changed: {_line(child)}")

    def swap(self) -> None:
        """Print what the bot holds while a newer index takes the place of an older."""
        with self._child("hold_two") as child:
            child.wait()

    def _child(self, name: str) -> "subprocess.Popen[str]":
        code = CHILD.format(name, self._folder, self._host.url)
        out = subprocess.PIPE if name == "keep" else None
        return subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=out, text=True
        )


def _line(child: "subprocess.Popen[str]") -> str:
    assert child.stdin
    assert child.stdout
    child.stdin.write("\n")
    child.stdin.flush()
    return child.stdout.readline().strip()


def _files(size: int) -> dict[str, str]:
    """Return the files of a handbook of about so many passages."""
    grower = FileGrower({"18f": EIGHTEEN_F, "os2": OS2})
    known = sum(len(read_handbook(str(place)).passages) for place in (EIGHTEEN_F, OS2))
    count = max(1, round(size * len(grower.files) / known))
    return dict(islice(grower.further(), count))


def main() -> None:
    """Print the figures."""
    if not (EIGHTEEN_F.exists() and OS2.exists()):
        sys.exit("The shared handbooks and questions are missing.")
    for size in [int(each) for each in sys.argv[1:]] or SIZES:
        with FakeHost() as host, tempfile.TemporaryDirectory() as folder:
            bench = Bench(host, folder, _files(size))
            bench.publish(dict(bench._files))
            bench.handbook(f"{size}: from nothing (handbook index)", "index")
            bench.handbook("a first answer from a snapshot", "ask", ASK, times=STARTS)
            host.fault = Status(code=503)
            bench.handbook("the same, the host away", "ask", ASK, times=STARTS)
            host.fault = None
            bench.rounds()
            bench.swap()


if __name__ == "__main__":
    main()
