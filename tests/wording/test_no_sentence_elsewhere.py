"""What people read stands in the catalogue, where somebody who writes well can change it."""

import re
from collections.abc import Mapping
from typing import Final

from tests.wording.code import literals

WORDS: Final = 4
"""So many words in a row are a sentence, as a rule of thumb."""

WORD: Final = re.compile(r"[^\W\d_]{2,}")

ALLOWED: Final[Mapping[str, str]] = {
    "%(asctime)s %(levelname)s %(name)s: %(message)s": "the form of a line of the log",
    "default-src 'none'; style-src 'unsafe-inline'; img-src https:": "a header for browsers",
    "kontakt hvem kontakter jeg når jeg er i tvivl": "asked of the index, shown to nobody",
    "contact who do I contact with a question": "the same in English",
}
"""Strings of so many words that nobody reads, with the reason."""

MARKUP: Final = ("<!doctype html>", "address article aside")
"""How the frame of a page, and the list of HTML's block elements, begin."""


def test_no_sentence_stands_in_the_code() -> None:
    """No string of the code is a sentence for people."""
    sentences = [
        (where, text)
        for where, text in literals()
        if len(WORD.findall(text)) >= WORDS and " " in text.strip()
        if text not in ALLOWED and not text.startswith(MARKUP)
    ]
    assert sentences == []


def test_every_exception_to_the_rule_is_still_there() -> None:
    """A string that has gone needs no permission any more."""
    assert ALLOWED.keys() <= {text for _, text in literals()}
