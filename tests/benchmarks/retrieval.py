"""How long ranking takes, against the fastest libraries for it, in one run.

    python -m tests.benchmarks.retrieval [SIZE ...]

All get the same terms of the same questions over the same passages and are asked for the best
ten. The passages are those of two real handbooks, grown to each size (`grown.py`). Libraries that
are not installed are left out: `pip install bm25s tantivy numba` beside the project has them all.
"""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

import numpy as np

from bot.terminal.known_question import read_questions
from index.handbook import read_handbook
from index.search.build import build_index
from index.search.index import Index
from index.search.postings import Postings
from index.search.retrieve import retrieve
from index.search.top import Best, best
from index.search.understand import understand
from index.search.wanted import Wanted, total, worth
from index.search.weigh import weigh
from tests.benchmarks.grown import Corpus, grow
from tests.benchmarks.peers import BEST, okapi, okapi_best, peers
from tests.handbooks import EIGHTEEN_F, OS2, QUESTIONS

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 5
OKAPI_PASSAGES = 5_000_000
"""rank-bm25 reads every passage for each question: it is asked fewer, so that passages times
questions stay about this many."""
TOPS = (BEST, 3, 200)
"""How many of the best ours is asked for: as the others, what is shown, what is looked at."""


T = TypeVar("T")


def timed(work: Callable[[T], object], over: Iterable[T]) -> list[float]:
    """Return the microseconds that `work` took for each."""
    took: list[float] = []
    for one in over:
        start = time.perf_counter()
        work(one)
        took.append((time.perf_counter() - start) * 1e6)
    return took


def say(text: str) -> None:
    """Print one line."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def percentiles(took: Sequence[float]) -> tuple[float, float]:
    """Return the median and the slowest hundredth."""
    p50, p99 = np.percentile(took, [50, 99])
    return float(p50), float(p99)


def line(name: str, took: Sequence[float], note: str = "") -> None:
    """Print one row of the table."""
    p50, p99 = percentiles(took)
    say(f"| {name:<32} | {p50:11.1f} | {p99:11.1f} | {note}")


def asked(question: str, index: Index) -> list[int]:
    """Return the terms of a question, its function words too, each once."""
    understood = understand(question, index)
    concepts = (*understood.concepts, *understood.asking)
    return sorted({index.lexicon[one.readings[0].terms[0]] for one in concepts if one.readings})


def agree(corpus: Corpus, postings: Postings, questions: Sequence[Sequence[int]]) -> None:
    """Time rank-bm25 and print how far its scores are from ours."""
    bm25 = okapi(corpus)
    some = questions[:: max(1, len(questions) * len(corpus) // OKAPI_PASSAGES)]
    line("rank-bm25", timed(lambda one: okapi_best(bm25, one), some), f"{len(some)} questions")
    apart = 0.0
    everything = np.arange(len(corpus))
    for question in some:
        theirs = bm25.get_scores(question)
        own = wanted(question, postings)
        scores = total(worth(own, postings, everything))
        lead = np.sort(theirs)[::-1][:BEST]
        found = theirs[best(own, postings, BEST).documents]
        distances = (*np.abs(scores - theirs), *np.abs(found - lead[: len(found)]))
        # A number that is none would pass for no distance.
        apart = max(apart, *distances) if np.isfinite(distances).all() else np.inf
    say(f"from rank-bm25: {apart:.1e} at most, scores and best {BEST}")


def wanted(question: Sequence[int], postings: Postings) -> list[Wanted]:
    """Return each term as a concept of its own, as rare as the index has it."""
    return [Wanted(postings.rarity.item(term), ((1.0, (term,)),)) for term in question]


def _ours(postings: Postings, most: int, concepts: Sequence[Wanted]) -> Best:
    return best(concepts, postings, most)


def compare(corpus: Corpus, questions: Sequence[Sequence[int]]) -> None:
    """Print the table for one size."""
    ones = np.ones(len(corpus.terms), np.int64)
    start = time.perf_counter()
    postings = weigh(corpus.terms, corpus.passage_of, ones, corpus.vocabulary, len(corpus))
    say(
        f"\n{len(corpus)} passages, {len(corpus.terms)} words, {corpus.vocabulary} terms;"
        f" weighed in {time.perf_counter() - start:.2f} s\n"
    )
    del ones
    say(f"| {'best 10':<32} | p50 µs      | p99 µs      |")
    agree(corpus, postings, questions)
    others = peers(corpus, questions)
    concepts = [wanted(question, postings) for question in questions]
    took: dict[str, list[float]] = {}
    for round_ in range(ROUNDS + 1):
        for peer in others:
            took.setdefault(peer.name, []).extend(timed(peer.search, peer.asked))
        for most in TOPS:
            times = timed(partial(_ours, postings, most), concepts)
            took.setdefault(f"ours, best {most}", []).extend(times)
        if not round_:
            # The first round warms every side up.
            took.clear()
    for name, times in took.items():
        line(name, times)
    ours = percentiles(took[f"ours, best {BEST}"])
    for peer in others:
        theirs = percentiles(took[peer.name])
        say(f"ours / {peer.name}: p50 {ours[0] / theirs[0]:.2f}, p99 {ours[1] / theirs[1]:.2f}")


def main() -> None:
    """Print the figures."""
    if not (EIGHTEEN_F.exists() and OS2.exists()):
        sys.exit("The shared handbooks and questions are missing.")
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    passages = [p for place in (EIGHTEEN_F, OS2) for p in read_handbook(str(place)).passages]
    index = build_index(passages)
    texts = [q.text for name in ("18f", "os2") for q in read_questions(QUESTIONS / f"{name}.jsonl")]
    per_passage = (len(index.tokens.starts) - 1) // len(passages)
    real = Corpus(index.tokens.terms, index.tokens.starts[::per_passage], len(index.lexicon))
    for size in sizes:
        compare(grow(real, index.page_of, size), [asked(text, index) for text in texts])
    say(f"\nThe product itself, over the {len(passages)} passages of the two handbooks:\n")
    line("from text to hits with excerpts", timed(lambda text: retrieve(text, index), texts * 2))


if __name__ == "__main__":
    main()
