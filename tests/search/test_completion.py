"""What is meant is suggested before it has been typed to the end."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.reading.section_key import section_key
from index.search.completion import completed
from index.search.index import Index
from index.search.scope import Scope
from index.search.words import split_words
from tests.handbooks import shared
from tests.search.cast import cast, index_of, index_of_folder
from tests.search.test_any_question import QUESTIONS
from tests.search.test_scope import SCOPES

PAGES = {
    "hr.md": "# Personale\nOm os alle.\n\n## Ferie\nFem uger om året.\n\n"
    "## Feriepenge\nUdbetales i maj sammen med lønnen.\n\n"
    "## Barns sygedag\nRing til din leder, når barnet er sygt.\n\n"
    "## Løn og tillæg\nSidste hverdag i måneden.\n",
    "penge.md": "# Økonomi\nOm pengene.\n\n## Fakturagodkender\nRosa godkender fakturaer.\n\n"
    "## Godkendelse af udlæg\nBo ser på bonnen, også når den er fra en ferie.\n\n"
    "## Årsregnskab\nLukkes i februar.\n",
    "travel.md": "# Travel\nBook with Bo and keep the receipt.\n\n## Hotels\nAt most 900 kroner.\n",
}

FIRST = {
    "fer": "Ferie",
    "ferie": "Ferie",
    "FERIE": "Ferie",
    "feriep": "Feriepenge",
    "ferie p": "Feriepenge",
    "barns sy": "Barns sygedag",
    "syge": "Barns sygedag",
    "loen": "Løn og tillæg",
    "løn": "Løn og tillæg",
    "til": "Løn og tillæg",
    "oekono": "Økonomi",
    "øko": "Økonomi",
    "aarsr": "Årsregnskab",
    "årsr": "Årsregnskab",
    "arsr": "Årsregnskab",
    "fakt": "Fakturagodkender",
    "faktura godk": "Fakturagodkender",
    "godkendelse u": "Godkendelse af udlæg",
    "godkendelse af udl": "Godkendelse af udlæg",
    "godkendelsse udl": "Godkendelse af udlæg",
    "hvem godkender fakt": "Fakturagodkender",
    "hot": "Hotels",
    "which hot": "Hotels",
    "ferie ": "Ferie",
    "ferie?": "Ferie",
    "februar": "Årsregnskab",
}
"""What is typed so far, to the heading that comes first."""


@cache
def _pages() -> Index:
    return index_of(PAGES)


@cache
def _os2() -> Index:
    return index_of_folder(shared("handbooks/os2"))


@pytest.mark.parametrize(("typed", "heading"), FIRST.items())
def test_what_is_meant_comes_first(typed: str, heading: str) -> None:
    """Unfinished words, compounds apart or together, letters as typed without the keys, slips."""
    assert completed(typed, _pages())[0].heading == heading


def test_headings_come_before_text() -> None:
    """A section whose heading has what was typed comes before one whose text has it."""
    headings = [found.heading for found in completed("feri", _pages())]
    assert headings[:2] == ["Ferie", "Feriepenge"]
    assert "Godkendelse af udlæg" in headings[2:]


def test_a_compound_that_the_handbook_does_not_have() -> None:
    """What Danes write as one word finds what the handbook writes as two."""
    pages = {"a.md": "# Udstyr til kontoret\nBestil hos Bo.\n", "b.md": "# Kantine\nMad.\n"}
    assert completed("kontorudst", index_of(pages))[0].heading == "Udstyr til kontoret"


@pytest.mark.parametrize("typed", ["", " ", "🙌", "?!", "xyzq", "\x00"])
def test_nothing_is_no_guess(typed: str) -> None:
    """Where nothing was typed, or nothing begins like it, nothing is suggested."""
    assert completed(typed, _pages()) == ()


def test_a_suggestion_is_its_section() -> None:
    """Its key finds it again, and it is shown with what stands above it."""
    (found, *_) = completed("feriep", _pages())
    passages = _pages().passages
    section = next(one.section for one in passages if one.section.heading == "Feriepenge")
    assert found.key == section_key(section)
    assert found.breadcrumb == section.breadcrumb == ("Personale",)


@settings(deadline=None, max_examples=300)
@given(typed=QUESTIONS, scope=SCOPES, most=st.integers(1, 5))
def test_whatever_is_typed(typed: str, scope: Scope, most: int) -> None:
    """Sections of the scope come out, each once, no more than wanted."""
    found = completed(typed, cast(), scope, most)
    keys = [one.key for one in found]
    assert len(set(keys)) == len(keys) <= most
    pages = {section_key(one.section): one.section.page for one in cast().passages}
    assert all(scope.holds(pages[key]) for key in keys)


@pytest.mark.parametrize("letters", [3, 5, 30])
def test_every_heading_of_a_real_handbook_is_reached(letters: int) -> None:
    """Whoever types a heading, all but the end of its last word, is offered it."""
    index = _os2()
    missed = []
    headings = {one.section.heading for one in index.passages}
    for heading in sorted(headings):
        words = list(split_words(heading))
        typed = heading[: words[-1].start + letters] if words else ""
        found = {one.heading for one in completed(typed, index)}
        if words and heading not in found:
            missed.append(typed)
    assert len(missed) <= len(headings) * 0.05, missed
