"""Text to words with their places: the same for handbook and question."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Letters and digits of any script with their combining marks; the genitive's apostrophe-s and
# English contractions belong to the place but not to the word ("OS2’s" is OS2).
_WORD = re.compile(
    r"((?:[^\W_]++|[\u0300-\u036f]++)++)(?:['’](?:s|t|d|m|re|ve|ll)\b)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word and where it stands."""

    text: str
    """The word in lower case, composed."""
    start: int
    """Its first character in the text."""
    end: int
    """One past its last character."""


def split_words(text: str) -> Iterator[Word]:
    """Yield the words of `text` in order."""
    for match in _WORD.finditer(text):
        yield Word(normal(match[1]), match.start(), match.end())


def words_of(text: str) -> Iterator[str]:
    """Yield the words of `text` without their places."""
    return map(normal, raw_words(text))


def raw_words(text: str) -> list[str]:
    """Return the words of `text` in order, as they are written there."""
    found: list[str] = _WORD.findall(text)
    return found


def normal(word: str) -> str:
    """Return the spelling that every later step starts from."""
    return unicodedata.normalize("NFKC", word).casefold()
