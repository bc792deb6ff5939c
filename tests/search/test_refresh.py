"""A refreshed index is the index that a build from nothing gives."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from bot.answer import answer
from index.handbook import read_handbook
from index.reading.block import Paragraph
from index.reading.page import Link, Section
from index.reading.passages.passage import Passage, PassageKind
from index.reading.prose import Prose
from index.search import fields
from index.search.fields import Counted
from index.search.index import Index, build_index
from index.search.postings import Postings
from tests.handbooks import shared
from tests.search.cast import CAST

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


def assert_same(one: Index, other: Index) -> None:
    """Hold two indexes equal in all that a question can reach, term by term."""
    assert list(one.passages) == list(other.passages)
    assert one.lexicon.keys() == other.lexicon.keys()
    assert sorted(one.lexicon.values()) == list(range(len(one.lexicon)))
    assert one.languages == other.languages
    assert one.arrangement.pages == other.arrangement.pages
    assert one.spelling.counts == other.spelling.counts
    assert one.compounds.counts == other.compounds.counts
    assert one.vocabulary.parts == other.vocabulary.parts
    assert one.page_of.tolist() == other.page_of.tolist()
    assert one.aspects.tolist() == other.aspects.tolist()
    assert one.detail.tolist() == other.detail.tolist()
    assert _grouped(one.section_of.tolist()) == _grouped(other.section_of.tolist())
    assert one.tokens.starts.tolist() == other.tokens.starts.tolist()
    spelled = {number: term for term, number in one.lexicon.items()}
    theirs = {number: term for term, number in other.lexicon.items()}
    assert [spelled[n] for n in one.tokens.terms.tolist()] == [
        theirs[n] for n in other.tokens.terms.tolist()
    ]
    for term, number in one.lexicon.items():
        same_postings(one.postings, number, other.postings, other.lexicon[term])
        same_postings(one.pages, number, other.pages, other.lexicon[term])


def same_postings(one: Postings, number: int, other: Postings, its: int) -> None:
    """Hold what two inverted files say of a term equal."""
    assert one.size == other.size
    assert one.counts.dtype == other.counts.dtype
    assert one.weights.dtype == other.weights.dtype
    ours, theirs = one.view(number), other.view(its)
    assert ours.documents.tolist() == theirs.documents.tolist()
    _near(ours.weights, theirs.weights)
    _near(np.array([ours.rarity, ours.ceiling]), np.array([theirs.rarity, theirs.ceiling]))
    assert (ours.row is None) == (theirs.row is None)
    if ours.row is not None and theirs.row is not None:
        _near(ours.row, theirs.row)
    _near(one.of(number)[1], other.of(its)[1])


def _near(one: NDArray[np.floating], other: NDArray[np.floating]) -> None:
    assert one.shape == other.shape
    assert np.abs(one - other).max(initial=0.0) <= 1e-9


def _grouped(numbers: list[int]) -> list[int]:
    """Return the numbers counted in the order in which they come."""
    seen: dict[int, int] = {}
    return [seen.setdefault(number, len(seen)) for number in numbers]


def same_answers(one: Index, other: Index, questions: tuple[str, ...]) -> None:
    """Hold the answers to these questions equal, the scores to nine decimals."""
    for question in questions:
        ours, theirs = answer(question, one), answer(question, other)
        assert type(ours) is type(theirs)
        hits, others = getattr(ours, "hits", ()), getattr(theirs, "hits", ())
        assert [hit.score for hit in hits] == pytest.approx([hit.score for hit in others], abs=1e-9)
        assert [replace(hit, score=0, confidence=0) for hit in hits] == [
            replace(hit, score=0, confidence=0) for hit in others
        ]


def _refreshed_is_built(versions: list[dict[str, list[tuple[str, str]]]]) -> None:
    index = None
    for version in versions:
        passages = pages_of(version)
        index = build_index(passages, before=index)
        built = build_index(passages)
        assert_same(index, built)
        same_answers(index, built, QUESTIONS)


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
        same_answers(back, whole, QUESTIONS)
    assert np.array_equal(whole.tokens.terms, build_index(handbook.passages).tokens.terms)
