"""What each typed word may be called in the handbook."""

import pytest

from index.search.question import QUESTION_CHARACTERS, Concept, Origin, Question
from index.search.retrieve import retrieve
from index.search.term_encoder import PART
from index.search.understand import understand
from tests.search.cast import cast, index_of


def _asked(text: str) -> Question:
    return understand(text, cast())


def _only(text: str) -> Concept:
    (concept,) = _asked(text).concepts
    return concept


def _origins(text: str) -> set[Origin]:
    return {reading.origin for reading in _only(text).readings}


@pytest.mark.parametrize("word", ["ferie", "kontoret", "fendere", "receipts", "ugerne"])
def test_a_known_word_is_never_mended(word: str) -> None:
    """A word that the handbook has is taken as typed, however near another one is."""
    assert Origin.TYPED in _origins(word)
    assert Origin.REPAIRED not in _origins(word)


@pytest.mark.parametrize(
    "slip", ["adgangskde", "adgangsskode", "adgangskodr", "dagangskode", "adgnagsokde"]
)
def test_a_slip_is_mended(slip: str) -> None:
    """A letter too few, too many, wrong or swapped is mended, two of them in a long word."""
    wanted = {reading.terms for reading in _only("adgangskode").readings}
    assert {reading.terms for reading in _only(slip).readings} <= wanted
    assert _origins(slip) == {Origin.REPAIRED}


@pytest.mark.parametrize("word", ["syk", "faer", "adgangxxxkode", "2026", "hotelxyz"])
def test_what_is_too_far_is_not_mended(word: str) -> None:
    """Short words, numbers and words with too many slips are unknown, not another word."""
    assert Origin.REPAIRED not in _origins(word)


def test_a_synonym_is_not_mended_away() -> None:
    """A word that the thesaurus knows is not taken for a slip of another."""
    assert _origins("password") <= {Origin.SYNONYM, Origin.TRANSLATION}


def test_parts_of_a_compound_stand_together() -> None:
    """An unknown compound is read as its parts, and most as all of them together."""
    assert _origins("lystbådefakturaer") == {Origin.PART}
    both, *single = sorted(_only("lystbådefakturaer").readings, key=lambda one: -one.weight)
    assert {term.removeprefix(PART) for term in both.terms} == {"lystbad", "faktura"}
    assert all(len(reading.terms) == 1 for reading in single)
    assert both.weight > max(reading.weight for reading in single)


def test_a_word_tells_less_the_more_general_language_uses_it() -> None:
    """Of two words that a handbook has once, the everyday one is the less telling."""
    index = index_of("# Kaffe\nEn hydrofor.\n# Te\nEn god idé.\n# Vand\nRent.\n# Is\nKoldt.\n")
    asked = {concept.word: concept.rarity for concept in understand("hydrofor god", index).concepts}
    assert asked["god"] < asked["hydrofor"]


def test_a_description_is_read_as_its_subject() -> None:
    """Words that name no subject but speak of one are read as what handbooks call it."""
    index = index_of("# Dødsfald\nDu har fri til begravelse.\n# Kaffe\nI køkkenet.\n# Te\nHer.\n")
    asked = understand("min far er død, hvem siger jeg det til", index)
    named = {reading.words for subject in asked.subjects for reading in subject.readings}
    assert "dødsfald" in named


def test_two_words_that_the_handbook_writes_as_one() -> None:
    """Neighbours become one concept, with the word itself among its readings."""
    (concept,) = _asked("vagt telefonen").concepts
    assert concept.word == "vagt telefonen"
    assert 1.0 in {reading.weight for reading in concept.readings}


def test_neighbours_are_not_joined_into_what_is_no_word_here() -> None:
    """Two words that the handbook never writes as one stay two."""
    assert [concept.word for concept in _asked("færgekaj betalt").concepts] == [
        "færgekaj",
        "betalt",
    ]


def test_each_word_counts_once() -> None:
    """A word typed three times asks no more than once."""
    assert [c.word for c in _asked("ferie FERIE Ferie").concepts] == ["ferie"]


def test_an_unknown_word_is_the_rarest() -> None:
    """What the handbook does not have counts fully against an answer."""
    (concept,) = _asked("hydrofor").concepts
    assert concept.readings == ()
    assert concept.rarity == cast().rarest


def test_a_long_text_is_read_at_its_beginning() -> None:
    """A pasted text is read up to the limit, and its beginning is what is searched."""
    asked = _asked("ferie " + "x" * 10_000)
    assert len(asked.text) == QUESTION_CHARACTERS
    assert retrieve("ferie " + "x" * 10_000, cast()).question == asked


def test_signs_and_case_do_not_matter() -> None:
    """The same words with other signs and letters in capitals find the same, for as much."""
    plain = retrieve("regning betalt banken", cast()).hits
    signed = retrieve("«Regning» – BETALT? (banken!!!)", cast()).hits
    assert [(h.passage, h.score) for h in signed] == [(h.passage, h.score) for h in plain]


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
