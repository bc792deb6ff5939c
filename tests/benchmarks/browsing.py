"""How long it takes to list a handbook, to find a section again, and to complete what is typed.

    python -m tests.benchmarks.browsing [SIZE ...]

From a snapshot, as the bot has it. The pages are those of two real handbooks, grown in sentences of
theirs (`grown_pages.py`); what is typed are the known questions, every third letter. Times are the
thread's own, so that other work does not count, but for the answers that are given meanwhile.
"""

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.answer import answer
from index.contents import Contents, contents_of, section_with
from index.handbook import read_handbook
from index.search.build import build_index
from index.search.completion import completed
from index.search.index import Index
from index.search.language import Language
from index.search.scope import EVERYTHING
from index.search.snapshot.manifest import Fingerprint
from index.search.snapshot.store import load_snapshot, save_index
from index.suggested import suggested
from tests.benchmarks.grown_pages import Grower
from tests.benchmarks.indexing import questions
from tests.benchmarks.retrieval import percentiles, say
from tests.handbooks import EIGHTEEN_F, OS2

SIZES = (500, 10_000, 100_000)
LONGEST = 30
"""More letters are not typed into a search."""


class Clock:
    """Takes the thread's own time."""

    def __init__(self) -> None:
        self._start = time.thread_time()

    @property
    def milliseconds(self) -> float:
        """What has passed."""
        return (time.thread_time() - self._start) * 1000


def listing(index: Index) -> Contents:
    """Print how long contents take, and how long an answer while they are listed."""
    took: list[float] = []
    for _ in range(5):
        clock = Clock()
        contents = contents_of(index)
        took.append(clock.milliseconds)
    say(f"  contents: {min(took):.1f} ms; with nothing between")
    texts = questions()
    for text in texts:
        answer(text, index)
    for name, beside in (("alone", False), ("while contents are listed", True)):
        waited: list[float] = []
        with ThreadPoolExecutor(1) as thread:
            for text in texts:
                work = thread.submit(contents_of, index) if beside else None
                start = time.perf_counter()
                answer(text, index)
                waited.append((time.perf_counter() - start) * 1000)
                if work:
                    work.result()
        p50, p99 = percentiles(waited)
        say(f"  an answer {name}: p50 {p50:.1f} ms, p99 {p99:.1f} ms (by the wall's clock)")
    return contents


def finding(index: Index, contents: Contents) -> None:
    """Print how long a section takes to be found by its key."""
    keys = [page.sections[-1].key for page in contents.pages]
    clock = Clock()
    section_with(keys[0], index)
    first = clock.milliseconds
    took: list[float] = []
    for key in keys[:2_000]:
        clock = Clock()
        section_with(key, index)
        took.append(clock.milliseconds)
    p50, p99 = percentiles(took)
    say(f"  a section by its key: first {first:.1f} ms, then p50 {p50:.2f} ms, p99 {p99:.2f} ms")


def typing(index: Index, contents: Contents) -> None:
    """Print how long completing takes, everywhere and within the largest chapter."""
    typed = [text[:end] for text in questions() for end in range(1, min(len(text), LONGEST), 3)]
    largest = max(contents.chapters, key=lambda chapter: len(chapter.pages))
    clock = Clock()
    completed(typed[0], index)
    first = clock.milliseconds
    for name, scope in (
        ("everywhere", EVERYTHING),
        ("in a chapter", EVERYTHING.narrowed(largest.pattern)),
    ):
        took: list[float] = []
        for text in typed:
            clock = Clock()
            completed(text, index, scope)
            took.append(clock.milliseconds)
        p50, p99 = percentiles(took)
        say(f"  {name}: first {first:.1f} ms, then p50 {p50:.1f} ms, p99 {p99:.1f} ms a keystroke")
    clock = Clock()
    suggested(contents, index, Language.DANISH)
    say(f"  suggested questions: {clock.milliseconds:.1f} ms")


def main() -> None:
    """Print the figures."""
    if not (EIGHTEEN_F.exists() and OS2.exists()):
        sys.exit("The shared handbooks and questions are missing.")
    pages = [page for place in (EIGHTEEN_F, OS2) for page in read_handbook(str(place)).pages]
    fingerprint = Fingerprint("benchmark", "grown")
    for size in [int(size) for size in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            save_index(build_index(Grower(pages).passages(size)), Path(folder), fingerprint)
            index = load_snapshot(Path(folder), fingerprint).index
            say(f"{size} passages, {len(index.arrangement.pages)} pages")
            contents = listing(index)
            finding(index, contents)
            typing(index, contents)


if __name__ == "__main__":
    main()
