"""How common a word is in general language, whatever the handbook."""

from functools import lru_cache

from wordfreq import zipf_frequency

from index.search.language import Language
from index.search.weights import Weights


@lru_cache(maxsize=100_000)
def zipf(word: str, language: Language) -> float:
    """Return the logarithm of occurrences in a billion words; 0 for an unknown word."""
    return zipf_frequency(word, str(language), wordlist="small")


LEAST_TELLING = 0.1
"""What the commonest word of a language still tells."""


def telling(word: str, language: Language, weights: Weights) -> float:
    """Return how much a word tells, 0 to 1: less, the more general language uses it."""
    over = max(0.0, zipf(word, language) - weights.everyday)
    return max(LEAST_TELLING, 1 - weights.common * over)
