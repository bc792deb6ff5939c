"""How long finding takes, against rank-bm25 in the same run.

    python -m tests.benchmarks.retrieval

Both sides get the same terms of the same questions over the same passages: the 18F handbook, its
pages repeated under other names until there are about 10,000 passages.
"""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
from rank_bm25 import BM25Okapi

from bot.terminal.known_question import read_questions
from index.handbook import read_handbook
from index.reading.passages.passage import Passage
from index.search.index import Index, _page_languages, _terms, build_index
from index.search.understand import understand
from index.search.ranking import rank
from index.search.retrieve import HITS, retrieve
from tests.handbooks import SHARED

HANDBOOK = SHARED / "handbooks" / "18f" / "pages"
QUESTIONS = SHARED / "questions" / "18f.jsonl"
PASSAGES = 10_000
ROUNDS = 5


def grown(passages: Sequence[Passage], size: int) -> list[Passage]:
    """Return at least `size` passages: the handbook again and again, as other pages."""
    found: list[Passage] = []
    for copy in range(-(-size // len(passages))):
        for passage in passages:
            page = f"{copy}/{passage.section.page}"
            found.append(replace(passage, section=replace(passage.section, page=page)))
    return found


T = TypeVar("T")


def timed(work: Callable[[T], object], over: Iterable[T]) -> list[float]:
    """Return the milliseconds that `work` took for each."""
    took: list[float] = []
    for one in over:
        start = time.perf_counter()
        work(one)
        took.append((time.perf_counter() - start) * 1000)
    return took


def say(text: str) -> None:
    """Print one line."""
    sys.stdout.write(f"{text}\n")


def line(name: str, took: Sequence[float]) -> str:
    """Return the median and the slowest hundredth."""
    p50, p99 = np.percentile(took, [50, 99])
    return f"{name:<44} p50 {p50:9.3f} ms   p99 {p99:9.3f} ms"


def finding(index: Index, questions: Sequence[str]) -> None:
    """Compare a ranked question with rank-bm25's scores for the same terms."""
    languages = _page_languages(index.passages)
    bm25 = BM25Okapi(
        [
            _terms(passage, languages[passage.section.page], index.analysis, index.compounds)
            for passage in index.passages
        ]
    )
    asked = [understand(question, index) for question in questions] * ROUNDS
    theirs = timed(lambda question: bm25.get_scores(sorted(question.terms)), asked)
    ours = timed(lambda question: rank(question, index, HITS), asked)
    whole = timed(lambda question: retrieve(question, index), list(questions) * ROUNDS)
    say(f"{len(index.passages)} passages, {len(questions)} questions, {ROUNDS} rounds")
    say(line("rank-bm25, get_scores only", theirs))
    say(line("ours, ranked", ours))
    say(line("ours, from text to hits with excerpts", whole))
    say(f"rank-bm25 / ours, ranked: {np.median(theirs) / np.median(ours):.1f}")
    say(f"rank-bm25 / ours, whole:  {np.median(theirs) / np.median(whole):.1f}")


def main() -> None:
    """Print the figures."""
    if not HANDBOOK.exists():
        sys.exit(f"The shared test data is missing: {HANDBOOK.name} and {QUESTIONS.name}.")
    passages = grown(read_handbook(str(HANDBOOK)).passages, PASSAGES)
    (built,) = timed(build_index, [passages])
    index = build_index(passages)
    say(f"build_index: {built / 1000:.2f} s")
    finding(index, [known.text for known in read_questions(QUESTIONS)])


if __name__ == "__main__":
    main()
