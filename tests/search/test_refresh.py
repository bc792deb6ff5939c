"""A refreshed index is the index that a build from nothing gives."""

from collections.abc import Iterator, Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.handbook import read_handbook
from index.reading.block import Paragraph
from index.reading.page import Link, Section
from index.reading.passages.passage import Passage, PassageKind
from index.reading.prose import Prose
from index.search import fields
from index.search.build import build_index
from index.search.fields import Counted
from index.search.language import Language
from tests.handbooks import shared
from tests.search.cast import CAST
from tests.search.same import assert_same, assert_same_answers

WORDS = (
    "faktura fakturaen godkender fakturagodkender ferie feriepenge penge skærm skærme løn lønseddel"
    " seddel it itchef chef bil bilen bilkørsel kørsel the office hotel expenses hvor det og på is"
    " hvem 2026 kode adgangskode adgang rapport årsrapport år aar næste naeste"
).split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
PAGES = st.lists(st.tuples(TEXTS, TEXTS), max_size=3)
HANDBOOKS = st.dictionaries(st.sampled_from("abcdefgh"), PAGES, max_size=8)
QUESTIONS = ("hvem godkender faktura", "feriepenge", "skrm", "hotel expenses", "lønseddel chef", "")


def pages_of(handbook: Mapping[str, list[tuple[str, str]]]) -> list[Passage]:
    """Return the passages of pages given as headings with texts."""
    return [
        Passage(section, PassageKind.ROW if len(text) % 3 == 1 else PassageKind.SECTION, blocks)
        for path, sections in handbook.items()
        for line, (heading, text) in enumerate(sections)
        for blocks in [(Paragraph(Prose(text)),)]
        for section in [
            Section(path, heading, 1, f"s{line}", (path,), Link("", f"/{path}"), line, blocks)
        ]
    ]


def _refreshed_is_built(versions: list[dict[str, list[tuple[str, str]]]]) -> None:
    index = None
    for version in versions:
        passages = pages_of(version)
        index = build_index(passages, before=index)
        built = build_index(passages)
        assert_same(index, built)
        assert_same_answers(index, built, QUESTIONS)


@settings(deadline=None, max_examples=100)
@given(versions=st.lists(HANDBOOKS, min_size=2, max_size=5))
def test_any_edits(versions: list[dict[str, list[tuple[str, str]]]]) -> None:
    """Pages come, go, move and change, one version after the other."""
    _refreshed_is_built(versions)


@st.composite
def _edits(draw: st.DrawFn) -> list[dict[str, list[tuple[str, str]]]]:
    """Draw a handbook and what it becomes when few of its pages change at a time."""
    names = [f"{letter}{number}" for letter in "ab" for number in range(10)]
    pages = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=2)
    handbook = {name: draw(pages) for name in names}
    versions = [handbook]
    for _ in range(draw(st.integers(1, 4))):
        handbook = dict(versions[-1])
        name = draw(st.sampled_from(names))
        if draw(st.booleans()):
            handbook[name] = draw(pages)
        else:
            handbook.pop(name, None)
        versions.append(handbook)
    return versions


@settings(deadline=None, max_examples=60)
@given(versions=_edits())
def test_few_edits(versions: list[dict[str, list[tuple[str, str]]]]) -> None:
    """The same where so much stays that the inverted file is mended and not made anew."""
    _refreshed_is_built(versions)


def test_what_has_not_changed_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the changed page's text is split into words."""
    read: list[str] = []
    passages = pages_of({name: [(f"Side {name}", "ferie")] for name in "abcdefgh"})
    index = build_index(passages)

    def counted(passage: Passage) -> Iterator[Counted]:
        read.append(passage.section.heading)
        return fields.counted_text(passage)

    monkeypatch.setattr("index.search.written.counted_text", counted)
    edited = pages_of(
        {name: [(f"Side {name}", "løn" if name == "c" else "ferie")] for name in "abcdefgh"}
    )
    refreshed = build_index(edited, before=index)
    assert read == ["Side c"]
    assert_same(refreshed, build_index(edited))


def test_a_new_compound_changes_other_pages() -> None:
    """`bil` becomes a part of a word that came elsewhere, and ceases to be when that goes."""
    alone = {"og": [("Bil", "bil bil bil bil bil")], **{str(n): [("Løn", "løn")] for n in range(9)}}
    both = {**alone, "3": [("Kørsel", "bilkørsel kørsel")]}
    first = build_index(pages_of(alone))
    assert "+bil" not in first.lexicon
    second = build_index(pages_of(both), before=first)
    assert 0 in second.postings.view(second.lexicon["+bil"]).documents
    assert_same(second, build_index(pages_of(both)))
    third = build_index(pages_of(alone), before=second)
    assert "+bil" not in third.lexicon
    assert_same(third, first)


def test_the_usual_language_changes_other_pages() -> None:
    """A page that says too little of its language has that of the others."""
    silent = {f"n{n}": [("Faktura", "faktura fakturagodkender godkender")] for n in range(9)}
    danish = pages_of({**silent, "x": [("Det", "og det på hvem")]})
    english = pages_of({**silent, "x": [("The", "the is what office")]})
    first = build_index(danish)
    assert first.languages == (Language.DANISH,)
    second = build_index(english, before=first)
    assert second.languages == (Language.ENGLISH,)
    assert_same(second, build_index(english))
    assert_same(build_index(danish, before=second), first)


def test_a_slip_is_mended_the_same() -> None:
    """Of two spellings that are equally frequent none wins for having been there first."""
    pages = pages_of({"a": [("", "næste")], "b": [("", "naeste")]})
    built = build_index(pages)
    refreshed = build_index(pages, before=build_index(pages[1:]))
    assert list(refreshed.spelling.counts) != list(built.spelling.counts)
    assert refreshed.spelling.nearest("naestex") == built.spelling.nearest("naestex")


def test_the_index_of_before_stays_as_it_was() -> None:
    """Questions are answered from it while the next is made."""
    handbook = {str(n): [("Løn", "løn faktura")] for n in range(9)}
    before, built = build_index(pages_of(handbook)), build_index(pages_of(handbook))
    build_index(pages_of({**handbook, "4": [("Ferie", "feriepenge ferie penge")]}), before=before)
    assert_same(before, built)


def test_many_edits_leave_no_words_behind() -> None:
    """Words that no page has any more do not pile up."""
    index = build_index(pages_of({"a": [("Ord", "ord0")], "b": [("Løn", "løn")]}))
    for number in range(50):
        passages = pages_of({"a": [("Ord", f"ord{number} nyt{number}")], "b": [("Løn", "løn")]})
        index = build_index(passages, before=index)
    assert len(index.written.spelled) < 30


@pytest.mark.parametrize("place", ["handbooks/os2", "handbooks/18f/pages"])
def test_a_real_handbook(place: str) -> None:
    """Its pages come one after the other in ten steps, and then go again."""
    passages = read_handbook(str(shared(place))).passages
    pages = list(dict.fromkeys(passage.section.page for passage in passages))
    index = None
    for step in (2, 5, 9, 10, 8):
        some = set(pages[: len(pages) * step // 10])
        now = [passage for passage in passages if passage.section.page in some]
        index = build_index(now, before=index)
        assert_same(index, build_index(now))


def test_the_cast_page_by_page() -> None:
    """Each page in turn is left out of the six, and comes back."""
    handbook = read_handbook(str(CAST))
    whole = build_index(handbook.passages)
    for page in handbook.cut:
        rest = [one for one in handbook.passages if one.section.page != page]
        without = build_index(rest, before=whole)
        assert_same(without, build_index(rest))
        back = build_index(handbook.passages, before=without)
        assert_same(back, whole)
        assert_same_answers(back, whole, QUESTIONS)
    assert np.array_equal(whole.tokens.terms, build_index(handbook.passages).tokens.terms)
