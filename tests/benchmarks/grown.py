"""A real handbook grown to any size, with a tail of rare words that grows with it.

Copies would not do: they make every list a multiple of another and every score a tie. So each new
passage takes its length from a real one and its text, twelve words at a time, from real pages,
mostly from one page, since what a passage is about makes words come in bursts. Names and numbers
are what larger collections have more of: half of the words that a handbook has once or twice give
way to new ones, drawn so that there are about as many of them as the count of words to the power
of 0.6 (Heaps' law).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RUN = 12
"""Words that are taken together: about a sentence."""
SAME_PAGE = 0.7
"""Share of the runs that come from the page that the passage took its length from."""
SEED = 20
RARE = 2
"""A word that the handbook has this often at most may give way to a new one."""
NEW = 0.5
"""Share of these that do."""
HEAPS = 0.6
"""Power with which the vocabulary's tail grows."""
FREQUENT_NEW = 100
"""How many new words are about equally frequent before the tail falls."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Passages as numbered terms."""

    terms: NDArray[np.int32]
    """Every passage's terms, one passage behind the other."""
    starts: NDArray[np.int64]
    """Where each passage begins, and the end of the last."""
    vocabulary: int
    """Count of terms."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def passage_of(self) -> NDArray[np.int32]:
        """Number of each term's passage."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))


def grow(corpus: Corpus, pages: Sequence[int] | NDArray[np.int32], size: int) -> Corpus:
    """Return `size` passages: the corpus itself, then what is made of it.

    `pages` has the number of each passage's page; a page's passages stand together.
    """
    if size <= len(corpus):
        end = corpus.starts[size]
        return Corpus(corpus.terms[:end], corpus.starts[: size + 1], corpus.vocabulary)
    chance = np.random.default_rng(SEED)
    runs, by_passage, by_page = _runs(corpus, np.asarray(pages))
    shapes = chance.integers(len(corpus), size=size - len(corpus))
    counts = np.diff(by_passage)[shapes]
    page = np.repeat(np.asarray(pages)[shapes], counts)
    low, high = by_page[page], by_page[page + 1]
    anywhere = chance.random(len(page)) >= SAME_PAGE
    low, high = np.where(anywhere, 0, low), np.where(anywhere, len(runs) - 1, high)
    chosen = low + (chance.random(len(page)) * (high - low)).astype(np.int64)
    begin, length = runs[chosen], runs[chosen + 1] - runs[chosen]
    ends = np.cumsum(length)
    made = corpus.terms[np.arange(ends[-1]) + np.repeat(begin - (ends - length), length)]
    starts = np.concatenate(([0], ends))[np.concatenate(([0], np.cumsum(counts)))]
    made, vocabulary = _renamed(made, corpus, chance)
    return Corpus(
        np.concatenate((corpus.terms, made)),
        np.concatenate((corpus.starts, corpus.starts[-1] + starts[1:])),
        vocabulary,
    )


def _runs(
    corpus: Corpus, pages: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return where each run begins, and the first run of each passage and of each page."""
    lengths = np.diff(corpus.starts)
    counts = -(-lengths // RUN)
    first = np.concatenate(([0], np.cumsum(counts)))
    place = np.arange(first[-1]) - np.repeat(first[:-1], counts)
    begin = np.repeat(corpus.starts[:-1], counts) + RUN * place
    heads = np.flatnonzero(np.diff(pages, prepend=-1))
    return np.append(begin, corpus.starts[-1]), first, np.append(first[heads], first[-1])


def _renamed(
    made: NDArray[np.int32], corpus: Corpus, chance: np.random.Generator
) -> tuple[NDArray[np.int32], int]:
    """Put new words in the place of rare ones; return the terms and how many there are now."""
    seldom = np.bincount(corpus.terms, minlength=corpus.vocabulary) <= RARE
    places = np.flatnonzero(seldom[made])
    places = places[chance.random(len(places)) < NEW]
    drawn = np.minimum(FREQUENT_NEW * chance.pareto(HEAPS, len(places)), 1e12).astype(np.int64)
    kinds, numbers = np.unique(drawn, return_inverse=True)
    made[places] = corpus.vocabulary + numbers
    return made, corpus.vocabulary + len(kinds)
