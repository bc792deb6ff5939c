"""Whom to turn to, by a person's name, a role, a team or a subject."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import Answered, NotFound, Uncertain
from bot.whois import who_is
from index.search.index import Index
from index.search.language import Language
from index.search.retrieve import HITS
from index.search.scope import EVERYTHING
from tests.handbooks import CONTENT, EIGHTEEN_F, OS2, at_hand
from tests.search.cast import CAST, cast, index_of, index_of_folder


@cache
def _index(handbook: Path) -> Index:
    return index_of_folder(at_hand(handbook))


@pytest.mark.parametrize(
    ("handbook", "name", "told"),
    [
        (CAST, "Bodil", "bodil@havn.example"),
        (CAST, "bodil rokke", "bodil@havn.example"),
        (CAST, "fiskekaj", "Anton Krabbe"),
        (CAST, "skærm", "Rosa"),
        (CONTENT, "økonomi", "Stab og økonomi"),
        (CONTENT, "it", "it-hjaelp@nordvang.example"),
        (CONTENT, "ferie", "personale@nordvang.example"),
        (OS2, "it-support", "Serviceportalen"),
        (OS2, "faktura", "ITK stab"),
        (OS2, "Mette Hansen", "meeh@aarhus.dk"),
        (OS2, "OS2forms", "besoan@aarhus.dk"),
        (OS2, "presse", "Kommunikationsmedarbejder"),
        (OS2, "HR", "HR-funktion"),
        (OS2, "løn", "HR-funktion"),
        (OS2, "sekretariatschef", "Sekretariatschef"),
        (OS2, "økonomi", "itkstab"),
        (OS2, "CFIA", "cfi@aarhus.dk"),
        (OS2, "Rasmus", "Rasmus Frey"),
        (EIGHTEEN_F, "payroll", "1-844-303-6515"),
        (EIGHTEEN_F, "travel", "tts-travel@gsa.gov"),
        (EIGHTEEN_F, "Alexandra Sabbers", "gsa-transit"),
        (EIGHTEEN_F, "18F", "18f@gsa.gov"),
    ],
)
def test_whom_the_handbook_names(handbook: Path, name: str, told: str) -> None:
    """The first that is shown says whom to turn to."""
    found = who_is(name, _index(handbook))
    assert isinstance(found, Answered)
    assert found.question == name
    assert told in found.hits[0].excerpt.text


@pytest.mark.parametrize("name", ["espressomaskine", "", "?", "him", "husdyr"])
def test_nobody_is_named(name: str) -> None:
    """Where nobody is named for it, the handbook's own contact is given, and nothing made up."""
    found = who_is(name, cast())
    assert isinstance(found, NotFound)
    assert found.contact is not None
    assert found.contact.passage.section.heading == "Kontakt"


def test_contacts_come_before_texts_that_mention_them() -> None:
    """An entry of a list of contacts is what was looked for, however much a text says of it."""
    page = (
        "# Kantinen\nSpørg i kantinen om kantinen, og kontakt kantinen, når kantinen lukker.\n"
        "# Kontakter\n- Kantinen: Vera Vang, vera@hb.example\n- Porten: Ole, ole@hb.example\n"
    )
    found = who_is("kantinen", index_of(page))
    assert isinstance(found, Answered)
    assert [hit.passage.section.heading for hit in found.hits] == ["Kontakter", "Kantinen"]


def test_a_table_of_other_things_names_nobody() -> None:
    """A row is about people when a column is, or when it says how to reach somebody."""
    page = (
        "# Felter\n| Felt | Type |\n|---|---|\n| E-mail | tekst |\n"
        "# Ansvar\n| Område | Ansvarlig |\n|---|---|\n| Adgang | Vera Vang |\n| Lys | |\n"
    )
    index = index_of(page)
    assert isinstance(who_is("tekst", index), NotFound)
    assert isinstance(who_is("lys", index), NotFound)
    found = who_is("adgang", index)
    assert isinstance(found, Answered)
    assert found.hits[0].excerpt.text == "Område: Adgang\nAnsvarlig: Vera Vang"


def test_half_a_name_is_no_answer() -> None:
    """A namesake is shown as what is near, and not as the one who was looked for."""
    found = who_is("Bodil Montenegro", cast())
    assert isinstance(found, Uncertain)
    assert "Bodil Rokke" in found.hits[0].excerpt.text


@settings(deadline=None)
@given(name=st.text() | st.sampled_from(["Bodil", "Rosa og Bodil", "kaj", "the"]))
def test_anything_may_be_looked_up(name: str) -> None:
    """Whatever is looked up, at most three places come out, or nobody."""
    found = who_is(name, cast())
    assert found.question == name
    assert found.language in Language
    assert isinstance(found, NotFound) or 1 <= len(found.hits) <= HITS


def test_only_the_pages_of_the_scope_name_somebody() -> None:
    """Where some chapters answer, the people of the others are not told."""
    scope = EVERYTHING.narrowed("ferie.md")
    found = who_is("Bodil", cast(), scope=scope)
    assert isinstance(found, NotFound)
    assert found.contact is None
