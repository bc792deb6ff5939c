"""Subjects: what handbooks call what people describe.

`min far er lige gået bort` names no subject, but its words are those in which people speak of a
bereavement. Each line of `subjects/` is a small text of such words under the names that handbooks
use; a question is looked up in these lines as in a handbook.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from index.search.analysis import Analysis
from index.search.language import Language, is_function_word
from index.search.words import words_of

LEAST_SHARE = 0.1
"""A subject of which less of the question speaks is a guess."""


Names = tuple[tuple[str, ...], ...]
"""What handbooks call a subject, each name as its words."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject under its names."""

    names: Names
    """What handbooks call it."""
    share: float
    """How much of the question speaks of it, by the rarity of its words, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects of one language."""

    names: tuple[Names, ...]
    """By subject: what handbooks call it."""
    spoken: Mapping[str, tuple[int, ...]]
    """Term to the subjects that people use it for."""
    language: Language
    """The language of both."""
    analysis: Analysis
    """How words become terms."""

    def of(self, told: Mapping[str, float]) -> Iterator[Subject]:
        """Yield the subjects of words with how telling each is, the likeliest first."""
        scores: dict[int, float] = defaultdict(float)
        whole = 0.0
        for word, telling in told.items():
            subjects = self.spoken.get(self.analysis.term(word, self.language), ())
            rarity = math.log(1 + len(self.names) / max(len(subjects), 1)) * telling
            whole += rarity
            for subject in subjects:
                scores[subject] += rarity
        for subject in sorted(scores, key=lambda one: -scores[one]):
            share = scores[subject] / whole if whole else 0.0
            if share < LEAST_SHARE:
                break
            yield Subject(self.names[subject], share)


@cache
def load_subjects(language: Language, analysis: Analysis) -> Subjects:
    """Read the subjects that come with the bot."""
    file = resources.files("index.search").joinpath("subjects", f"{language}.txt")
    names: list[tuple[tuple[str, ...], ...]] = []
    spoken: dict[str, dict[int, None]] = defaultdict(dict)
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        left, _ = line.split(":")
        for word in set(words_of(line)):
            if not is_function_word(word, language):
                spoken[analysis.term(word, language)][len(names)] = None
        names.append(tuple(_words(name, language) for name in left.split(",")))
    return Subjects(
        tuple(names), {term: tuple(found) for term, found in spoken.items()}, language, analysis
    )


def _words(name: str, language: Language) -> tuple[str, ...]:
    """Return what of a name tells, all of it where that is too little."""
    every = tuple(words_of(name))
    kept = tuple(word for word in every if not is_function_word(word, language))
    return kept or every
