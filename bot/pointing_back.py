"""Whether a message points back to what was said before it: `who approves it?`, `and when?`."""

import re
from collections.abc import Mapping
from typing import Final

from index.search.language import Language, is_function_word
from index.search.words import words_of

_GOES_ON: Final[Mapping[Language, re.Pattern[str]]] = {
    Language.DANISH: re.compile(
        r"\W*(?:(?:og|men|eller|så|også|samt)\b|hvad (?:med|så|hvis)\b)", re.IGNORECASE
    ),
    Language.ENGLISH: re.compile(
        r"\W*(?:(?:and|but|or|so|also)\b|(?:what|how) about\b|what if\b)", re.IGNORECASE
    ),
}
"""What a message begins with that goes on from another."""

_PRONOUNS: Final[Mapping[Language, re.Pattern[str]]] = {
    Language.DANISH: re.compile(
        r"\b(?:(?P<always>dem(?! der| som)|deres|dens|dets|den slags)\b|\bder\W*$|"
        r"(?:(?:den|det|de)(?! der\b| som| andre| anden| andet| samme)|denne|dette|disse|"
        r"(?:en|et|nogle) (?:anden|andet|andre))"
        r"(?: (?:her|der))?\b(?=\W+(?P<next>\w+)|\W*$))",
        re.IGNORECASE,
    ),
    # In capitals it is a department.
    Language.ENGLISH: re.compile(
        r"\b(?:(?P<always>[Ii]t|[Ii]ts|[Tt]hey|[Tt]hem|[Tt]heir|"
        r"(?:(?:do|does|did|is|are|was|were|can|could|will|would|should|has|have) )"
        r"(?:this|that|these|those))\b|\bthere\W*$|\b[Tt]hat\W*$|"
        r"(?:[Tt]his|[Tt]hese|[Tt]hose|another|ones?)\b(?=\W+(?P<next>\w+)|\W*$))"
    ),
}
"""Words that stand for others; those that may stand before a noun too only where none follows."""

_STANDS_FOR_NOTHING: Final[Mapping[Language, re.Pattern[str]]] = {
    Language.DANISH: re.compile(
        r"\b(?:er|var|bliver) det (?:med|for|\w+ at|muligt|nødvendigt|tilladt|i orden|okay|ok)\b",
        re.IGNORECASE,
    ),
    Language.ENGLISH: re.compile(
        r"\bis it (?:with|\w+ (?:to|that|for|if)|possible|necessary|allowed|okay|ok)\b",
        re.IGNORECASE,
    ),
}
"""A pronoun that only fills its place: `er det muligt at`, `is it possible to`."""

_HOW_MUCH = re.compile(r"\b(?:hvor lang tid|(?:hvor|how) \w+)\b", re.IGNORECASE)
"""Asks for an amount, and names nothing: `hvor lang tid tager det?`."""


def goes_on(text: str) -> bool:
    """Return whether a message begins as one that goes on from another, in either language."""
    return any(pattern.match(text) for pattern in _GOES_ON.values())


def points_back(text: str, language: Language) -> bool:
    """Return whether a pronoun of the message stands for something that was said before it.

    Where the message itself has named something before the pronoun, it stands for that: one word
    is what is asked of it (`how do I request it`), more are another subject.
    """
    spoken = _STANDS_FOR_NOTHING[language].sub(" ", text)
    for pronoun in _PRONOUNS[language].finditer(spoken):
        before = words_of(_HOW_MUCH.sub(" ", spoken[: pronoun.start()]))
        named = sum(not is_function_word(word, language) for word in before)
        following = pronoun["next"]
        article = following and not is_function_word(following.casefold(), language)
        if named <= 1 and (pronoun["always"] or not article):
            return True
    return False
