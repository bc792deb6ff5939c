"""Of several sections with the words of a question, that which answers comes first."""

import pytest

from index.search.build import build_index
from index.search.retrieve import retrieve
from index.search.score import Part
from index.search.weights import Weights
from index.search.why import explain
from tests.search.cast import index_of

FILLER = "\n".join(
    f"# {subject}\nOm {subject.lower()} er der ikke mere at sige her end det, som alle ved.\n"
    for subject in ("Kaffe", "Cykler", "Vinduer", "Planter", "Porto", "Musik")
)
"""Other sections, so that words are rare as in a handbook."""


def _first(question: str, pages: dict[str, str]) -> str:
    index = index_of({**pages, "andet.md": FILLER})
    return retrieve(question, index).hits[0].passage.section.heading


CASES = {
    "heading": (
        "flagning",
        "# Flagning\nVi gør det på hverdage, og vagten tager det ned igen.\n",
        "# Hverdage\nVagten sørger også for flagning, når den møder ind om morgenen.\n",
        "Flagning",
    ),
    "near": (
        "rustne låse",
        "# Depotet\nHer står de rustne låse, som skal smøres, ved siden af de gamle cykler.\n",
        "# Skuret\nDe rustne cykler skal ud til skrot, og dørene har fået nye og gode låse.\n",
        "Depotet",
    ),
    "date": (
        "hvornår spules kajen",
        "# Spuling\nKajen spules, når den er snavset, og så godt som vi kan komme til det.\n",
        "# Renhold\nKajen spules hver mandag, og så godt som vi kan komme til det dengang.\n",
        "Renhold",
    ),
    "amount": (
        "hvor mange må stå på molen",
        "# Molen\nDer må ikke stå nogen på molen, for den er gammel, glat og våd i blæst.\n",
        "# Moler\nDer må højst stå 12 på molen, for den er gammel, glat og våd i blæst.\n",
        "Moler",
    ),
    "person": (
        "hvem har ansvar for kranen",
        "# Kranen\nKranen er et ansvar, som vi deler, og som ingen tager let på i hverdagen.\n",
        "# Kraner\nKranen er et ansvar for havnen: skriv til kran@havn.example i hverdagen.\n",
        "Kraner",
    ),
}


@pytest.mark.parametrize(("question", "one", "other", "first"), CASES.values(), ids=CASES)
def test_what_answers_comes_first(question: str, one: str, other: str, first: str) -> None:
    """Where both sections have the words, the one that answers is first, in either order."""
    assert _first(question, {"a.md": one, "b.md": other}) == first
    assert _first(question, {"a.md": other, "b.md": one}) == first


def test_the_page_speaks_for_its_sections() -> None:
    """Of two like sections, that on the page about the matter is first."""
    about = "# Dykning\nVi dykker to og to.\n## Udstyr\nTjek dragten og slangen før brug.\n"
    beside = "# Løb\nVi løber to og to.\n## Udstyr\nTjek skoene og lygten før brug.\n"
    for pages in ({"a.md": about, "b.md": beside}, {"a.md": beside, "b.md": about}):
        index = index_of({**pages, "andet.md": FILLER})
        hits = retrieve("udstyr til dykning", index).hits
        section = next(hit.passage.section for hit in hits if hit.passage.section.level == 2)
        assert section.breadcrumb[-1] == "Dykning"


def test_hardly_any_text_is_held_against_a_section() -> None:
    """The fewer words a section has, the more is taken off its score; a full one loses nothing."""
    pages = {
        "a.md": "# Skabet\n## Tovværk\nI skabet.\n",
        "b.md": "# Loftet\n## Tovværk\nTag det tørre, og hæng det våde op igen.\n",
        "c.md": "# Kajen\n## Tovværk\n"
        + "Det ligger ved pullerten og skal hænges op efter brug. " * 3,
    }
    reasons = explain("tovværk", index_of({**pages, "andet.md": FILLER})).reasons
    less = {
        reason.passage.section.breadcrumb[-1]: dict(reason.parts).get(Part.FEW, 0.0)
        for reason in reasons
    }
    assert less["Skabet"] < less["Loftet"] < less["Kajen"] == 0.0


def test_a_weight_of_zero_switches_a_step_off() -> None:
    """Without what is asked for, a date is worth nothing to a question that asks when."""
    _, one, other, first = CASES["date"]
    without = dict.fromkeys(("date", "heading"), 0.0)
    scores = []
    for weights in (Weights(), Weights(**without)):
        passages = index_of({"a.md": one, "b.md": other, "andet.md": FILLER}).passages
        index = build_index(passages, weights=weights)
        hits = {
            hit.passage.section.heading: hit.score
            for hit in retrieve("hvornår spules kajen", index).hits
        }
        scores.append(hits[first] - hits["Spuling"])
    assert scores[0] > scores[1]
