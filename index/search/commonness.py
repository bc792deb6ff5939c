"""How common a word is in general language, whatever the handbook."""

from functools import lru_cache

from wordfreq import zipf_frequency

from index.search.language import Language


@lru_cache(maxsize=100_000)
def zipf(word: str, language: Language) -> float:
    """Return the logarithm of occurrences in a billion words; 0 for an unknown word."""
    return zipf_frequency(word, str(language), wordlist="small")
