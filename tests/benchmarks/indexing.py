"""How long an index takes to build, to save, to load and to refresh, and what it holds in memory.

    python -m tests.benchmarks.indexing [SIZE]

The passages are those of two real handbooks, grown in sentences of theirs (`grown_pages.py`).
Loading is measured in a process of its own, which then answers the known questions.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from bot.answer import answer
from bot.terminal.known_question import read_questions
from index.handbook import read_handbook
from index.reading.passages.cut import cut_page
from index.reading.passages.passage import Passage
from index.search.build import build_index
from index.search.index import Index
from index.search.snapshot.manifest import Fingerprint
from index.search.snapshot.store import load_snapshot, save_index
from tests.benchmarks.grown_pages import Grower
from tests.benchmarks.retrieval import percentiles, say
from tests.handbooks import EIGHTEEN_F, OS2, QUESTIONS

SIZE = 100_000
EDITS = 10
LOADS = 5
FINGERPRINT = Fingerprint("benchmark", "grown")
CHILD = "from tests.benchmarks.indexing import load; load({!r})"

T = TypeVar("T")


def timed(name: str, work: Callable[[], T]) -> T:
    """Print how long the work takes."""
    start = time.perf_counter()
    result = work()
    say(f"{name}: {time.perf_counter() - start:.2f} s")
    return result


def questions() -> list[str]:
    """Return what was asked of the two handbooks."""
    return [
        one.text for name in ("os2", "18f") for one in read_questions(QUESTIONS / f"{name}.jsonl")
    ]


def resident() -> float:
    """Return how many MB this process has held at most, mapped files included; Linux knows."""
    found = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else 0.0


def load(folder: str) -> None:
    """Load a snapshot and answer from it, in a process that has nothing else to do."""
    start = time.perf_counter()
    index = load_snapshot(Path(folder), FINGERPRINT).index
    loaded = time.perf_counter()
    took = []
    for question in questions():
        begin = time.perf_counter()
        answer(question, index)
        took.append((time.perf_counter() - begin) * 1e3)
    peak = resident()
    p50, p99 = percentiles(took)
    say(
        f"loaded: {loaded - start:.2f} s, {peak:.0f} MB resident after {len(took)} questions,"
        f" p50 {p50:.0f} ms, p99 {p99:.0f} ms, the first {took[0]:.0f} ms"
    )


def edited(passages: list[Passage], grower: Grower, number: int, copy: int) -> list[Passage]:
    """Return the passages with those of one page made anew."""
    page = grower.page(number, copy)
    own = [place for place, one in enumerate(passages) if one.section.page == page.path]
    return [*passages[: own[0]], *cut_page(page), *passages[own[-1] + 1 :]]


def refresh(index: Index, passages: list[Passage], grower: Grower) -> None:
    """Print how long it takes until an edited page is searchable."""
    took = []
    pages = {passage.section.page for passage in passages}
    candidates = [
        (number, copy)
        for number in range(0, grower.size, max(1, grower.size // EDITS))
        for copy in (number % 7 + 1,)
        if f"{copy}/{grower.path(number)}" in pages
    ]
    for number, copy in candidates:
        passages = edited(passages, grower, number, copy)
        start = time.perf_counter()
        index = build_index(passages, before=index)
        took.append(time.perf_counter() - start)
    each = ", ".join(f"{seconds:.2f}" for seconds in took)
    say(f"{len(took)} pages edited, one after the other: {each} s")


def main() -> None:
    """Print the figures."""
    if not (EIGHTEEN_F.exists() and OS2.exists()):
        sys.exit("The shared handbooks and questions are missing.")
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SIZE
    pages = [page for place in (EIGHTEEN_F, OS2) for page in read_handbook(str(place)).pages]
    grower = Grower(pages)
    passages = grower.passages(size)
    index = timed("built", lambda: build_index(passages))
    words = len(index.written.words.terms)
    say(f"{len(passages)} passages, {words} words, {len(index.lexicon)} terms")
    refresh(index, passages, grower)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        timed("saved", lambda: save_index(index, place, FINGERPRINT))
        whole = sum(path.stat().st_size for path in place.rglob("*"))
        say(f"on disk: {whole / 1e6:.0f} MB")
        for _ in range(LOADS):
            command = [sys.executable, "-c", CHILD.format(folder)]
            subprocess.run(command, check=True)  # noqa: S603 - our own interpreter
        stale = load_snapshot(place, replace(FINGERPRINT, handbook="edited"), stale=True).index
        anew = edited(passages, grower, 3, 1) if size > 2 * grower.size else passages
        timed("refreshed from the snapshot", lambda: build_index(anew, before=stale))


if __name__ == "__main__":
    main()
