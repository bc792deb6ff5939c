"""A sentence of the catalogue with its facts, in no language yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.wording.catalogue import Words


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is to be said, wherever and in whichever language that will be."""

    key: str
    """The sentence's id in the catalogue."""
    facts: Mapping[str, object]
    """What it is filled with."""

    def said(self, words: Words) -> str:
        """Return it in the language of `words`."""
        return words.say(self.key, **self.facts)


def sentence(key: str, **facts: object) -> Sentence:
    """Return the sentence `key` with these facts."""
    return Sentence(key, facts)
