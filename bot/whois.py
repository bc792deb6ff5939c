"""Whom to turn to: the contacts that the handbook has for a person, a role, a team or a subject."""

import re
from dataclasses import replace

from bot.answer import (
    ANSWERED_CONFIDENCE,
    UNCERTAIN_CONFIDENCE,
    Answer,
    Answered,
    NotFound,
    Uncertain,
    handbook_contact,
)
from index.reading.block import Fields
from index.reading.passages.contacts import is_contact
from index.reading.passages.passage import DETAILS, Passage, PassageKind
from index.refresh.edition import Edition
from index.search.asked_for import Aspect
from index.search.candidates import CANDIDATES
from index.search.index import Index
from index.search.ranking import Ranked, rank
from index.search.retrieve import HITS, hits_of
from index.search.scope import EVERYTHING, Scope
from index.search.understand import understand

_COLUMN_OF_PEOPLE = re.compile(
    r"\b(?:rolle|kontakt\w*|ansvarlig\w*|\w*godkender|ejer|leder|stilling|person|hvem|"
    r"role|contacts?|responsible|approver|owner|manager|who)\b",
    re.IGNORECASE,
)
"""What a table calls a column of people."""


def who_is(
    name: str, index: Index, edition: Edition | None = None, scope: Scope = EVERYTHING
) -> Answer:
    """Return whom to turn to about `name` by the pages of the scope, the best first.

    Only what names somebody is shown: contacts and rows of people that have all of the name first,
    then texts with a mail address, a phone number or a channel, or that say whom to ask. Where
    nobody is found: whom the handbook says to ask.
    """
    # A name describes nothing: what its words may be about is another matter.
    # It has no language either: `it` is a word in English and a department in Danish.
    asked, language = understand(name, index), index.languages[0]
    question = replace(asked, language=language, subjects=(), asks_for=Aspect.PERSON)
    ranked = rank(question, index, CANDIDATES, scope).ranked
    found = [one for one in ranked if one.coverage and _names_somebody(one, index)]
    whole = max((one.coverage for one in found), default=0.0)
    best = sorted(
        (one for one in found if one.confidence >= UNCERTAIN_CONFIDENCE),
        key=lambda one: (
            one.confidence < ANSWERED_CONFIDENCE,
            one.coverage < whole or not _is_entry(index.passages[one.passage]),
        ),
    )[:HITS]
    if not best:
        return NotFound(name, language, handbook_contact(index, scope), edition)
    outcome = Uncertain if best[0].confidence < ANSWERED_CONFIDENCE else Answered
    return outcome(name, language, hits_of(best, question, index), edition)


def _names_somebody(ranked: Ranked, index: Index) -> bool:
    passage = index.passages[ranked.passage]
    if passage.kind in DETAILS:
        return _is_entry(passage)
    return bool(index.aspects[ranked.passage] & Aspect.PERSON)


def _is_entry(passage: Passage) -> bool:
    """Return whether a passage is there to say whom to turn to: a contact, a row of people."""
    if passage.kind not in DETAILS:
        return False
    if passage.kind is PassageKind.CONTACT or is_contact(passage.blocks, passage.section.heading):
        return True
    return any(
        _COLUMN_OF_PEOPLE.search(column.text) and cell.text.strip()
        for block in passage.blocks
        if isinstance(block, Fields)
        for column, cell in block.pairs
    )
