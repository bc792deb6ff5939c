"""How long a whole answer takes, from text to excerpts.

    python -m tests.benchmarks.answering [SIZE ...]

The passages are those of two real handbooks, grown in sentences of theirs (`grown_pages.py`); the
questions are the known ones. Times are the processor's, so that other work does not count.
"""

import sys
import time

from bot.answer import answer
from index.handbook import read_handbook
from index.search.build import build_index
from index.search.index import Index
from tests.benchmarks.grown_pages import Grower
from tests.benchmarks.indexing import questions
from tests.benchmarks.retrieval import percentiles, say
from tests.handbooks import EIGHTEEN_F, OS2

SIZES = (10_000, 100_000)
ROUNDS = 4


def milliseconds(index: Index, texts: list[str]) -> list[float]:
    """Return what each question took, a first round left out."""
    took: list[float] = []
    for _ in range(ROUNDS + 1):
        took = took[len(texts) :] if len(took) == len(texts) else took
        for text in texts:
            start = time.process_time()
            answer(text, index)
            took.append((time.process_time() - start) * 1000)
    return took


def main() -> None:
    """Print the figures."""
    if not (EIGHTEEN_F.exists() and OS2.exists()):
        sys.exit("The shared handbooks and questions are missing.")
    pages = [page for place in (EIGHTEEN_F, OS2) for page in read_handbook(str(place)).pages]
    for size in [int(size) for size in sys.argv[1:]] or SIZES:
        index = build_index(Grower(pages).passages(size))
        p50, p99 = percentiles(milliseconds(index, questions()))
        say(f"{size:>9} passages: p50 {p50:.2f} ms, p99 {p99:.2f} ms")


if __name__ == "__main__":
    main()
