"""What a question asks for, and which passages have it: somebody, a place, a date, an amount.

`hvem godkender` wants a name and `hvornår` a date, whatever the other words are. The patterns are
the question words of both languages and the shapes that the answers have.
"""

import re
from collections.abc import Mapping
from enum import IntFlag

from index.reading.passages.passage import Passage, PassageKind
from index.reading.plain import plain_text


class Aspect(IntFlag):
    """What may be asked for; a passage may have several."""

    NOTHING = 0
    PERSON = 1
    """Somebody: a mail address, a phone number, a channel, or who answers for it."""
    STEPS = 2
    """How something is done."""
    PLACE = 4
    """Where something is: an address on the web or in town."""
    DATE = 8
    """A day, a time or a deadline."""
    AMOUNT = 16
    """A number of anything."""


_OFTEN = "mange|meget|langt?|længe|gam(?:mel|le)|stor[et]?|højt?|ofte|tit|hurtigt|dyrt?|lidt|få"

_ASKS: Mapping[Aspect, re.Pattern[str]] = {
    Aspect.PERSON: re.compile(
        r"\b(?:hvem|hvis|kontakt\w*|ringer?|mailadresse|telefonnummer|"
        r"who|whom|whose|contacts?|phone number|e-?mail address|call)\b"
    ),
    Aspect.STEPS: re.compile(
        r"\b(?:hvordan|hvorledes|sådan|trin|how (?:do|does|can|could|to|should|would)|steps)\b"
    ),
    Aspect.PLACE: re.compile(rf"\b(?:hvor(?!(?:dan)? (?:{_OFTEN}|tit)\b)|where|link(?:et)?)\b"),
    Aspect.DATE: re.compile(
        r"\b(?:hvornår|hvornaar|hvornar|hvad tid|hvilken dag|frist\w*|dato\w*|"
        r"when|what (?:time|day|date)|deadline\w*|due)\b"
    ),
    Aspect.AMOUNT: re.compile(
        rf"\b(?:hvor (?:{_OFTEN})|hvad koster|pris\w*|beløb\w*|sats\w*|"
        r"how (?:much|many|long|big|often|old|far|large|high|soon|early|late)|costs?|price\w*)\b"
    ),
}

_MONTHS = (
    "jan(?:uar|uary)?|feb(?:ruar|ruary)?|marts|march|april?|maj|may|jun[ei]|jul[iy]|aug(?:ust)?|"
    "sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAYS = (
    "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)

_HAS: Mapping[Aspect, re.Pattern[str]] = {
    Aspect.PERSON: re.compile(
        # A capital letter twice is a name as often as it is a heading, and says little.
        r"[\w.+-]+@[\w-]+\.\w+|(?:\b\d{2} ?){3}\d{2}\b|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|"
        r"(?<!\w)[#@][a-z][\w-]+|\b(?:kontakt|spørg|henvend|skriv til|ansvarlig|"
        r"contact|reach out|ask|responsible|e-?mail)\w*",
        re.IGNORECASE,
    ),
    Aspect.PLACE: re.compile(
        r"https?://|\b\d{4} [A-ZÆØÅ]|\b[\w-]+\.(?:dk|eu|com|org|gov|net|uk)\b"
    ),
    Aspect.DATE: re.compile(
        rf"\b\d{{1,2}}\.? (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d|\b\d{{1,2}}[./]\d{{1,2}}\b|"
        rf"\bkl\.? ?\d|\b\d{{1,2}}[:.]\d{{2}}\b|\b(?:19|20)\d\d\b|\b(?:{_DAYS})(?:e|en|s)?\b|"
        r"\b(?:senest|inden|deadline|frist|every|hver|daglig|ugentlig|månedlig|årlig|"
        r"daily|weekly|monthly|annual(?:ly)?|yearly|dage?|uger?|måned(?:er)?|days?|weeks?|months?)\b",
        re.IGNORECASE,
    ),
    Aspect.AMOUNT: re.compile(r"\d"),
}

_OF_ITSELF: Mapping[PassageKind, Aspect] = {
    PassageKind.CONTACT: Aspect.PERSON,
    PassageKind.STEPS: Aspect.STEPS,
    PassageKind.LINK: Aspect.PLACE,
}
"""Kinds of passage that answer by being what they are."""


def asked_for(question: str) -> Aspect:
    """Return what the words of `question` ask for."""
    text = question.casefold()
    return _all_of(_ASKS, text)


def aspects_of(passage: Passage) -> Aspect:
    """Return what the passage has."""
    own = _OF_ITSELF.get(passage.kind, Aspect.NOTHING)
    return own | aspects_in(plain_text(passage.blocks))


def aspects_in(text: str) -> Aspect:
    """Return what stands in `text`, by its shape."""
    return _all_of(_HAS, text)


def _all_of(patterns: Mapping[Aspect, re.Pattern[str]], text: str) -> Aspect:
    found = Aspect.NOTHING
    for aspect, pattern in patterns.items():
        if pattern.search(text):
            found |= aspect
    return found
