"""What each typed word may be called in the handbook."""

import pytest

from index.search.question import QUESTION_CHARACTERS, Concept, Question, understand
from index.search.retrieve import retrieve
from tests.search.cast import cast, index_of

REPAIRED = 0.8
"""What a reading by a mended spelling weighs."""


def _asked(text: str) -> Question:
    return understand(text, cast())


def _only(text: str) -> Concept:
    (concept,) = _asked(text).concepts
    return concept


def _weights(text: str) -> set[float]:
    return {reading.weight for reading in _only(text).readings}


@pytest.mark.parametrize("word", ["ferie", "kontoret", "fendere", "receipts", "ugerne"])
def test_a_known_word_is_never_mended(word: str) -> None:
    """A word that the handbook has is taken as typed, however near another one is."""
    assert 1.0 in _weights(word)
    assert REPAIRED not in _weights(word)


@pytest.mark.parametrize(
    "slip", ["adgangskde", "adgangsskode", "adgangskodr", "dagangskode", "adgnagsokde"]
)
def test_a_slip_is_mended(slip: str) -> None:
    """A letter too few, too many, wrong or swapped is mended, two of them in a long word."""
    wanted = {reading.terms for reading in _only("adgangskode").readings}
    assert {reading.terms for reading in _only(slip).readings} <= wanted
    assert _weights(slip) == {REPAIRED}


@pytest.mark.parametrize("word", ["syk", "faer", "adgangxxxkode", "2026", "hotelxyz"])
def test_what_is_too_far_is_not_mended(word: str) -> None:
    """Short words, numbers and words with too many slips are unknown, not another word."""
    assert REPAIRED not in _weights(word)


def test_a_synonym_is_not_mended_away() -> None:
    """A word that the thesaurus knows is not taken for a slip of another."""
    assert _weights("password") == {0.6}


def test_parts_of_a_compound_stand_together() -> None:
    """An unknown compound is read as all its parts together, weaker than a whole word."""
    assert _only("kaffefakturaer").readings == ()
    (reading,) = _only("lystbådefakturaer").readings
    assert (set(reading.terms), reading.weight) == ({"lystbad", "faktura"}, 0.7)


def test_two_words_that_the_handbook_writes_as_one() -> None:
    """Neighbours become one concept, with the word itself among its readings."""
    (concept,) = _asked("vagt telefonen").concepts
    assert concept.word == "vagt telefonen"
    assert 1.0 in {reading.weight for reading in concept.readings}


def test_each_word_counts_once() -> None:
    """A word typed three times asks no more than once."""
    assert [c.word for c in _asked("ferie FERIE Ferie").concepts] == ["ferie"]


def test_an_unknown_word_is_the_rarest() -> None:
    """What the handbook does not have counts fully against an answer."""
    (concept,) = _asked("kaffemaskine").concepts
    assert concept.readings == ()
    assert concept.rarity == cast().rarest


def test_a_long_text_is_read_at_its_beginning() -> None:
    """A pasted text is read up to the limit, and its beginning is what is searched."""
    asked = _asked("ferie " + "x" * 10_000)
    assert len(asked.text) == QUESTION_CHARACTERS
    assert retrieve("ferie " + "x" * 10_000, cast()).question == asked


def test_order_and_signs_do_not_matter() -> None:
    """The same words in another order and with other signs find the same."""
    plain = retrieve("regning betalt banken", cast()).hits
    signed = retrieve("Banken – «BETALT»? (regning!!!)", cast()).hits
    assert [(h.passage, round(h.score, 9)) for h in signed] == [
        (h.passage, round(h.score, 9)) for h in plain
    ]


def test_a_compound_of_the_handbook_is_found_by_its_part() -> None:
    """The handbook's compounds come apart too, with the link letter between the parts."""
    index = index_of(
        {
            "a.md": "# Bilag\nSend bilaget til bogholderiet.\n# Regnskab\nRegnskabet er i bogen.\n",
            "b.md": "# Årsplan\nRegnskabsbilag ligger i skabet.\n# Andet\nIntet her.\n# Tredje\nX.",
        }
    )
    found = {hit.passage.section.heading for hit in retrieve("regnskab", index).hits}
    assert "Årsplan" in found
