"""What a question asks for, and which passages have it: somebody, a place, a date, an amount."""

import re
from enum import IntFlag

from index.reading.passages.passage import Passage, PassageKind
from index.reading.plain import plain_text


class Aspect(IntFlag):
    """What may be asked for."""

    NOTHING = 0
    PERSON = 1
    STEPS = 2
    PLACE = 4
    DATE = 8
    AMOUNT = 16


_PERSON = re.compile(r"\b[\w.+-]+@[\w-]+\.\w+|(?:\+\d{2} ?)?\b\d{2} ?\d{2} ?\d{2} ?\d{2}\b|\b[A-ZÆØÅ][a-zæøå]+ [A-ZÆØÅ][a-zæøå]+\b")
_DATE = re.compile(
    r"\b\d{1,2}\. ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\bkl\. ?\d|\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d\d\b|\b(?:mandag|tirsdag|onsdag|torsdag|fredag|monday|tuesday|wednesday|thursday|friday|deadline|senest|inden|hver|every|weekly|annual|månedlig|ugentlig|årlig|dage?|days?|uger?|weeks?|måneder|months?)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\d[\d.,]* ?(?:kr|dkk|€|eur|%|procent|percent|pct|timer|hours)|[$£€] ?\d|\b\d+\b", re.IGNORECASE)
_PLACE = re.compile(r"https?://|\b\d{4} [A-ZÆØÅ]|[a-z]\.(?:dk|eu|com|org|gov)\b")


def aspects_of(passage: Passage) -> int:
    text = plain_text(passage.blocks)
    found = Aspect.NOTHING
    if passage.kind is PassageKind.CONTACT or _PERSON.search(text):
        found |= Aspect.PERSON
    if passage.kind is PassageKind.STEPS:
        found |= Aspect.STEPS
    if passage.kind is PassageKind.LINK or _PLACE.search(text):
        found |= Aspect.PLACE
    if _DATE.search(text):
        found |= Aspect.DATE
    if _AMOUNT.search(text):
        found |= Aspect.AMOUNT
    return int(found)


_ASKS = (
    (Aspect.PERSON, re.compile(r"\b(?:hvem|hvis|who|whom|whose|kontakt\w*|contact)\b")),
    (Aspect.AMOUNT, re.compile(r"\b(?:hvor (?:meget|mange|lang|længe|stor|ofte)|hvad koster|pris\w*|how (?:much|many|long|big|often)|cost\w*|price)\b")),
    (Aspect.DATE, re.compile(r"\b(?:hvornår|hvornar|hvornaar|when|deadline|frist\w*|dato)\b")),
    (Aspect.STEPS, re.compile(r"\b(?:hvordan|hvorledes|sådan|how (?:do|can|to|should)|steps)\b")),
    (Aspect.PLACE, re.compile(r"\b(?:hvor(?! (?:meget|mange|lang|længe|stor|ofte))|where|link)\b")),
)


def asked_for(question: str) -> Aspect:
    found = Aspect.NOTHING
    lower = question.lower()
    for aspect, pattern in _ASKS:
        if pattern.search(lower):
            found |= aspect
    return found
