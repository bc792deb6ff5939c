"""One analysis for handbook and question: a literal list of plain steps for each language."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

import Stemmer

from index.search.folding import fold_accents, fold_danish
from index.search.language import Language


class Step(StrEnum):
    """A step of the analysis: a word in, a plainer word out."""

    DANISH_LETTERS = "danish letters"
    """æ, ø, å as people without those keys type them."""
    ACCENTS = "accents"
    """Letters without their marks."""
    STEM = "stem"
    """Every form of a word to one."""


STEPS: Mapping[Language, tuple[Step, ...]] = {
    Language.DANISH: (Step.DANISH_LETTERS, Step.ACCENTS, Step.STEM),
    Language.ENGLISH: (Step.ACCENTS, Step.STEM),
}
"""What is done to a word of each language, in this order."""

_DIGITS_THEN_LETTERS = re.compile(r"\w*\d(?=([^\W\d_]{3,})$)")


def tail_after_digits(word: str) -> str:
    """Return the letters behind a name's digits (`os2rollekatalog` → `rollekatalog`), else ''."""
    match = _DIGITS_THEN_LETTERS.match(word)
    return match[1] if match else ""


CACHED_TERMS = 500_000
"""A large handbook has some 100,000 different words; what people type must not grow it for ever."""


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """The steps of each language, with the terms already made kept at hand."""

    steps: Mapping[Language, tuple[Callable[[str], str], ...]]
    """What is done to a word, in this order."""
    terms: dict[tuple[Language, str], str] = field(default_factory=dict)
    """Cache: every word of a handbook comes back many times."""

    def term(self, word: str, language: Language) -> str:
        """Return the term that `word` is indexed and asked under."""
        key = (language, word)
        term = self.terms.get(key)
        if term is None:
            term = word
            for step in self.steps[language]:
                term = step(term)
            if len(self.terms) >= CACHED_TERMS:
                self.terms.clear()
            self.terms[key] = term
        return term

    def every_term(self, word: str, languages: tuple[Language, ...]) -> Iterator[str]:
        """Yield the different terms of `word` in these languages."""
        yield from dict.fromkeys(self.term(word, language) for language in languages)


@lru_cache(maxsize=len(Step) + 1)
def build_analysis(without: Step | None = None) -> Analysis:
    """Return the analysis, all of it or without one step; it is the same for all handbooks."""
    return Analysis(
        {
            language: tuple(_step(step, language) for step in steps if step is not without)
            for language, steps in STEPS.items()
        }
    )


def _step(step: Step, language: Language) -> Callable[[str], str]:
    match step:
        case Step.DANISH_LETTERS:
            return fold_danish
        case Step.ACCENTS:
            return fold_accents
        case Step.STEM:
            # Snowball, by PyStemmer.
            stemmer: Callable[[str], str] = Stemmer.Stemmer(_SNOWBALL[language]).stemWord
            return stemmer


_SNOWBALL = {Language.DANISH: "danish", Language.ENGLISH: "english"}
