"""The passages as the words that are written in them: the only step that reads their text.

Everything else of an index is made from these, so that what has not changed is not read again.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.reading.passages.passage import Passage
from index.search.fields import counted_text
from index.search.language import Language, speaks_for
from index.search.tokens import NO_TOKENS, Field, Tokens, splice
from index.search.words import normal, raw_words

LANGUAGES = tuple(Language)
"""Languages are numbered in this order."""


@dataclass(frozen=True, slots=True)
class Written:
    """Every passage's words, each different word with a number."""

    spelled: tuple[str, ...]
    """Each different word, also those that no passage has any more."""
    words: Tokens
    """The passages as words."""
    counts: NDArray[np.int64]
    """By word: how often it stands in the passages."""
    speech: NDArray[np.int32]
    """Passages by languages: how many words are a sign of the language."""

    @property
    def dead(self) -> int:
        """How many words no passage has any more."""
        return int(np.count_nonzero(self.counts == 0))


NOTHING_WRITTEN = Written(
    (), NO_TOKENS, np.zeros(0, np.int64), np.zeros((0, len(LANGUAGES)), np.int32)
)
"""No passages."""


def read_words(passages: Sequence[Passage], kept: NDArray[np.int64], before: Written) -> Written:
    """Return the words of the passages; those that `kept` numbers are taken over from before."""
    numbers = {word: number for number, word in enumerate(before.spelled)}
    fresh = _read((passages[number] for number in np.flatnonzero(kept < 0).tolist()), numbers)
    spelled = tuple(numbers)
    there = kept[kept >= 0]
    gone = np.ones(len(before.words), bool)
    gone[there] = False
    dropped = before.words.only(np.flatnonzero(gone)).terms
    counts = np.bincount(fresh.terms, minlength=len(spelled))
    counts[: len(before.spelled)] += before.counts
    counts -= np.bincount(dropped, minlength=len(spelled))
    speech = np.empty((len(kept), len(LANGUAGES)), np.int32)
    speech[kept >= 0] = before.speech[there]
    speech[kept < 0] = _speech(fresh, spelled)
    return Written(spelled, splice(before.words, kept, fresh), counts, speech)


class _Numbers(dict[str, int]):
    """A word as it is written to its number: most words come many times."""

    def __init__(self, numbers: dict[str, int]) -> None:
        super().__init__()
        self._numbers = numbers

    def __missing__(self, raw: str) -> int:
        number = self._numbers.setdefault(normal(raw), len(self._numbers))
        self[raw] = number
        return number


def _read(passages: Iterable[Passage], numbers: dict[str, int]) -> Tokens:
    """Return the passages as words, and give those words a number that have none yet."""
    words, starts = array("i"), array("q", [0])
    number_of = _Numbers(numbers).__getitem__
    for passage in passages:
        texts: tuple[list[str], ...] = tuple([] for _ in Field)
        for counted in counted_text(passage):
            texts[counted.field].append(counted.text)
        for field in texts:
            for text in field:
                words.extend(map(number_of, raw_words(text)))
            starts.append(len(words))
    return Tokens(
        np.frombuffer(words, np.int32) if words else np.zeros(0, np.int32),
        np.frombuffer(starts, np.int64),
    )


def _speech(words: Tokens, spelled: Sequence[str]) -> NDArray[np.int32]:
    """Return passages by languages: how many of their words are a sign of the language."""
    sign = np.full(len(spelled), -1, np.int8)
    for number in np.flatnonzero(np.bincount(words.terms, minlength=len(spelled))).tolist():
        language = speaks_for(spelled[number])
        if language is not None:
            sign[number] = LANGUAGES.index(language)
    signs = sign[words.terms]
    before = np.zeros(len(signs) + 1, np.int32)
    speech = np.empty((len(words), len(LANGUAGES)), np.int32)
    for number in range(len(LANGUAGES)):
        np.cumsum(signs == number, out=before[1:])
        speech[:, number] = np.diff(before[words.starts[:: len(Field)]])
    return speech


def page_languages(speech: NDArray[np.int32], page_of: NDArray[np.int32]) -> NDArray[np.int8]:
    """Return the number of each page's language, judged by its own words.

    One that says too little, or the same of both, has the language of most words.
    """
    pages = int(page_of.max(initial=-1)) + 1
    counts = np.stack(
        [np.bincount(page_of, weights=column, minlength=pages) for column in speech.T], axis=1
    )
    usual = int(counts.sum(axis=0).argmax())
    judged: NDArray[np.int8] = counts.argmax(axis=1).astype(np.int8)
    told = np.sort(counts, axis=1)
    judged[told[:, -1] == told[:, -2]] = usual
    return judged


def by_use(spoken: NDArray[np.int8]) -> tuple[Language, ...]:
    """Return the languages of these pages, the most used first; all where there are none."""
    used = Counter(spoken.tolist()).most_common()
    return tuple(LANGUAGES[number] for number, _ in used) or LANGUAGES


def changes(before: Written, now: Written) -> Mapping[str, int]:
    """Return the words that stand more or less often now, with by how much."""
    more = now.counts.copy()
    more[: len(before.counts)] -= before.counts
    changed = np.flatnonzero(more)
    return {
        now.spelled[number]: by
        for number, by in zip(changed.tolist(), more[changed].tolist(), strict=True)
    }
