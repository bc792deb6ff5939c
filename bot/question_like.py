"""Whether something that was said in a thread is put to the bot, by how it begins and ends.

Neither grammar nor meaning is looked at: what reads like a question to a colleague, thanks or an
opinion is left alone, and where it is doubtful the bot keeps quiet: `@handbook` always helps.
"""

import re
from typing import Final

_LINK = re.compile(r"\w+://\S+|\bwww\.\S+")
_SOMEBODY = re.compile(r"(?<![\w.])@\w")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_WORD = re.compile(r"[^\W_]")

_BEFORE = re.compile(
    r"(?:\W*\b(?:hej|hejsa|halløj|hi|hey|hello|ok|okay|tak|super|fint|thanks|thank you|great|"
    r"undskyld|sorry|nå|well|lige|altså|og|men|så|også|and|but|so|also)\b)*\W*",
    re.IGNORECASE,
)
"""Greets, thanks or goes on: what is asked comes after it."""

_ASKS: Final = (
    r"hvem|hvad|hvor|hvornår|hvornaar|hvornar|hvordan|hvorledes|hvorfor|hvilken|hvilket|hvilke|"
    r"hvorhen|hvorfra|hvortil|who|whom|whose|what|when|where|why|how|which"
)
_INTERROGATIVE = re.compile(rf"(?:{_ASKS})\b", re.IGNORECASE)
_WHETHER = re.compile(
    r"(?:(?:må|kan|skal|bør|får|har|er|findes|kommer) (?:jeg|man|der)|"
    r"(?:can|may|should|must|do|am|could|will) I|(?:is|are) there)\b",
    re.IGNORECASE,
)
_LOOK_UP = re.compile(
    r"(?:find|vis|søg|forklar|fortæl|slå \S.* op\W*$|hjælp(?: mig)?\W*$|hjælp mig\b|giv mig|"
    r"show|look up|search|explain|tell me|give me|help(?: me)?\W*$|help me\b)\b(?! selv)",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"(?:when|hvis|når|what an?)\b(?!\W*(?:is|are|was|do|does|can|should|will|must)\b)",
    re.IGNORECASE,
)
"""Begins as a question may, and with no question mark is none."""

_TO_A_COLLEAGUE = re.compile(
    r"(?:kan|vil|har|gider|er|skal|må|tager|kommer|når) du\b|"
    r"(?:can|could|would|will|have|are|were|do|did) you\b|"
    r"(?:hvad|hvordan|what|how) (?:synes|tænker|siger|mener|do|did|would) (?:du|I|you) ?"
    r"(?:think|say|feel|mean)?\W*$|any (?:thoughts|ideas|takers)\b|nogen (?:tanker|idéer)\b",
    re.IGNORECASE,
)
"""Asks one person to do or to say something that a handbook does not."""

_FOR_ANYBODY = re.compile(
    r"(?:kan|vil|can|could|would|will) (?:du|you) (?:lige |please )?(?:vise|finde|søge|slå|sige|"
    r"fortælle|forklare|hjælpe|give|show|find|search|look up|tell|explain|help|give)\b|"
    r"do you (?:know|have)\b|har du (?:en|et|noget|nogle)\b",
    re.IGNORECASE,
)
"""Asks one person, and may be put to the bot as well."""

_OPINION = re.compile(
    r"(?:(?:en |a |an )?(?:god|great|good|fin|nice|dårlig|bad) (?:id[eé]|idea|plan|pointe|point)|"
    r"enig|agreed|virkelig|seriøst|really|seriously|right|ikke|ikk|ik|no|not|ja|nej|yes|ok|okay|"
    r"sounds good|makes sense|lyder godt|er det (?:ok|okay)|vel|sure)\W*$",
    re.IGNORECASE,
)


def reads_like_question(text: str) -> bool:
    """Return whether a message reads like a question that a handbook may answer.

    `text` is what was typed, with the names that the platform marks taken off.
    """
    plain = _LINK.sub(" ", text)
    if _SOMEBODY.search(plain) or not _WORD.search(plain):
        return False
    return any(_asks(sentence) for sentence in _SENTENCE.findall(plain))


def _asks(sentence: str) -> bool:
    begun = sentence[_end_of(_BEFORE, sentence) :].strip()
    if not _WORD.search(begun) or _OPINION.match(begun):
        return False
    for_anybody = bool(_FOR_ANYBODY.match(begun))
    if _TO_A_COLLEAGUE.match(begun) and not for_anybody:
        return False
    if for_anybody or "?" in sentence:
        return True
    if sentence.rstrip().endswith("!"):
        return bool(_LOOK_UP.match(begun))
    if _STATEMENT.match(begun):
        return False
    return any(one.match(begun) for one in (_INTERROGATIVE, _WHETHER, _LOOK_UP))


def _end_of(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0
