"""Where the handbook itself says whom to ask."""

import numpy as np

from index.reading.passages.passage import Passage
from index.search.index import Index
from index.search.language import Language
from index.search.ranking import rank
from index.search.scope import EVERYTHING, Scope
from index.search.understand import understand
from index.search.words import split_words

ASKED = {
    Language.DANISH: "kontakt hvem kontakter jeg når jeg er i tvivl",
    Language.ENGLISH: "contact who do I contact with a question",
}
"""What a person at a loss would ask, in each language."""

_STEMS = ("kontakt", "contact")

CANDIDATES = 20


def contact_passage(index: Index, scope: Scope = EVERYTHING) -> Passage | None:
    """Return the scope's section on whom to contact, found by its heading; None for none."""
    question = understand(ASKED[index.languages[0]], index)
    for ranked in rank(question, index, CANDIDATES, scope).ranked:
        passage = index.passages[ranked.passage]
        words = split_words(passage.section.heading)
        if any(word.text.startswith(_STEMS) for word in words):
            return _whole(ranked.passage, index)
    return None


def _whole(number: int, index: Index) -> Passage:
    """Return the section rather than one row of it."""
    here = index.section_of == index.section_of[number]
    return index.passages[int(np.flatnonzero(here & ~index.detail)[0])]
