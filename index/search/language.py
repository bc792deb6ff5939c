"""Which language a text is in, as far as retrieval has to know."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from index.search.folding import fold_danish
from index.search.words import normal, split_words


class Language(StrEnum):
    """The languages that are stemmed."""

    DANISH = "da"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the words of a text say of its language."""

    counts: Counter[Language]
    """How many words belong to one language's function words and to no other's."""

    def clear(self) -> Language | None:
        """Return the language that leads, None on a tie or where nothing speaks."""
        ranked = self.counts.most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):  # noqa: PLR2004
            return None
        return ranked[0][0]


@lru_cache(maxsize=len(Language))
def _function_words(language: Language) -> frozenset[str]:
    file = resources.files("index.search").joinpath("stopwords", f"{language}.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    words = (word for line in lines if not line.startswith("#") for word in line.split())
    # The plain spelling too, but never for a word typed with æøå: `nøgle` is not `nogle`.
    return frozenset(form for word in words for form in (normal(word), fold_danish(normal(word))))


@lru_cache(maxsize=100_000)
def is_function_word(word: str, language: Language) -> bool:
    """Return whether `word` has no subject of its own, also in plain letters (`hvornar`)."""
    words = _function_words(language)
    return word in words or (word.isascii() and fold_danish(word) in words)


def speaks_for(word: str) -> Language | None:
    """Return the language that `word` is a sign of; a function word of both is one of neither."""
    danish = is_function_word(word, Language.DANISH)
    if danish != is_function_word(word, Language.ENGLISH):
        return Language.DANISH if danish else Language.ENGLISH
    return Language.DANISH if any(letter in "æøå" for letter in word) else None


def judge(texts: Iterable[str]) -> Judgement:
    """Count what speaks for each language."""
    signs = (speaks_for(word.text) for text in texts for word in split_words(text))
    return Judgement(Counter(language for language in signs if language))
