"""Words to the terms that they stand under."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.search.analysis import Analysis
from index.search.language import Language
from index.search.tokens import Tokens, starts_of
from index.search.vocabulary import Vocabulary
from index.search.written import LANGUAGES

PART = "+"
"""Before a term that may also be a part of a compound: `farvekode` stands under `+kod` only."""


def terms_of(
    word: str, language: Language, analysis: Analysis, vocabulary: Vocabulary
) -> list[str]:
    """Return the terms that a word of the handbook stands under."""
    term = analysis.term(word, language)
    terms = [term]
    if language is Language.DANISH:
        if term in vocabulary.parts:
            terms.append(PART + term)
        parts = vocabulary.compounds.parts(word)
        terms.extend(PART + analysis.term(part, language) for part in parts)
    return terms


class Encoder:
    """Words to the numbers of their terms; a term that is met for the first time gets the next."""

    def __init__(self, lexicon: dict[str, int], vocabulary: Vocabulary, analysis: Analysis) -> None:
        self.lexicon = lexicon
        self._vocabulary = vocabulary
        self._analysis = analysis

    def encode(self, words: Tokens, languages: NDArray[np.int8], spelled: Sequence[str]) -> Tokens:
        """Return passages, given as words with the number of their language, as terms."""
        pair = words.terms.astype(np.int64)
        pair *= len(LANGUAGES)
        pair += np.repeat(languages, words.sizes)
        # Each different word is encoded once for each language.
        seen = np.zeros(len(spelled) * len(LANGUAGES), bool)
        seen[pair] = True
        different = np.flatnonzero(seen)
        terms = [self._numbers(spelled, number) for number in different.tolist()]
        place = np.zeros(len(seen), np.int64)
        place[different] = np.arange(len(different))
        pair = place[pair]
        starts = starts_of(np.array([len(one) for one in terms], np.int64))
        flat = np.array([number for one in terms for number in one], np.int32)
        counts = np.diff(starts)[pair]
        ends = starts_of(counts)
        at = np.repeat(starts[pair] - ends[:-1], counts)
        at += np.arange(len(at))
        return Tokens(flat[at], ends[words.starts])

    def _numbers(self, spelled: Sequence[str], pair: int) -> list[int]:
        word, language = divmod(pair, len(LANGUAGES))
        terms = terms_of(spelled[word], LANGUAGES[language], self._analysis, self._vocabulary)
        return [self.lexicon.setdefault(term, len(self.lexicon)) for term in terms]
