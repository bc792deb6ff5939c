"""What is stored of a passage is all of it."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.handbook import read_handbook
from index.reading.block import (
    Block,
    Code,
    Definition,
    Fields,
    Item,
    Listing,
    Paragraph,
    Quote,
    Subheading,
    Table,
)
from index.reading.listed import Entry, Listed
from index.reading.page import Cover, Link, Section
from index.reading.passages.passage import Passage, PassageKind
from index.reading.prose import Mark, MarkKind, Prose
from index.search.snapshot.block_codec import NotAPassageError
from index.search.snapshot.listed_codec import decode_listed, encode_listed
from index.search.snapshot.passage_codec import (
    decode_passage,
    decode_section,
    encode_passage,
    encode_section,
)
from index.search.snapshot.stored_passages import StoredPassages, store
from index.source.provenance import FileLinks
from tests.handbooks import shared

TEXT = st.text(max_size=8)
NUMBER = st.integers(0, 10**6)


def _some(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[tuple[Block, ...]]:
    return st.lists(inner, max_size=3).map(tuple)


MARKS = st.builds(Mark, NUMBER, NUMBER, st.sampled_from(MarkKind), TEXT)
PROSE = st.builds(Prose, TEXT, st.lists(MARKS, max_size=3).map(tuple))
CELLS = st.lists(PROSE, max_size=3).map(tuple)
PAIRS = st.lists(st.tuples(PROSE, PROSE), max_size=3).map(tuple)
LEAVES: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, PROSE),
    st.builds(Subheading, PROSE),
    st.builds(Code, TEXT, TEXT),
    st.builds(Fields, PAIRS),
    st.builds(Table, CELLS, st.lists(CELLS, max_size=3).map(tuple)),
)


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    items = st.builds(Item, _some(inner), st.none() | st.booleans())
    return st.one_of(
        st.builds(Quote, _some(inner)),
        st.builds(Listing, st.lists(items, max_size=3).map(tuple), st.none() | NUMBER),
        st.builds(Definition, PROSE, st.lists(_some(inner), max_size=2).map(tuple)),
    )


BLOCKS = _some(st.recursive(LEAVES, _nested, max_leaves=8))
TEXTS = st.lists(TEXT, max_size=2).map(tuple)
PLACES = st.none() | st.floats(allow_nan=False, allow_infinity=False)
COVERS = st.builds(Cover, TEXT, PLACES, TEXTS, TEXTS, TEXT)
SECTIONS = st.builds(
    Section,
    page=TEXT,
    heading=TEXT,
    level=st.integers(0, 6),
    anchor=TEXT,
    breadcrumb=st.lists(TEXT, max_size=3).map(tuple),
    link=st.builds(Link, TEXT, TEXT, TEXT),
    line=NUMBER,
    blocks=BLOCKS,
    owner=st.none() | TEXT,
    also=st.lists(TEXT, max_size=2).map(tuple),
    contents_only=st.booleans(),
    source=st.builds(FileLinks, TEXT, TEXT, TEXT),
    updated=st.none() | st.dates(),
    apart=TEXT,
    cover=st.none() | COVERS,
)
ENTRIES = st.builds(Entry, TEXT, TEXT, st.integers(0, 6), TEXT, st.none() | st.dates())
LISTED = st.builds(
    Listed,
    path=TEXT,
    title=TEXT,
    url=TEXT,
    sections=st.lists(ENTRIES, min_size=1, max_size=3).map(tuple),
    prompts=TEXTS,
    above=TEXTS,
    order=PLACES,
    others=TEXTS,
    handbook=TEXT,
)
PASSAGES = st.builds(Passage, SECTIONS, st.sampled_from(PassageKind), BLOCKS)


def _there_and_back(passage: Passage) -> Passage:
    section = decode_section(b"".join(encode_section(passage.section)))
    return decode_passage(encode_passage(passage)).of(section)


@settings(deadline=None, max_examples=300)
@given(passage=PASSAGES)
def test_any_passage_comes_back(passage: Passage) -> None:
    """Every kind of block, of mark and of passage does, with the same types."""
    back = _there_and_back(passage)
    assert back == passage
    assert repr(back) == repr(passage)


@settings(deadline=None)
@given(page=LISTED, nowhere=st.booleans())
def test_any_listed_page_comes_back(page: Listed, nowhere: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever it is called and wherever it is, or is not, to be opened."""
    # A section's address begins with that of its page.
    entries = tuple(
        replace(entry, url=None if nowhere else f"{page.url}{entry.url}") for entry in page.sections
    )
    page = replace(page, url=None if nowhere else page.url, sections=entries)
    back = decode_listed(encode_listed(page))
    assert repr(back) == repr(page)


@pytest.mark.parametrize("place", ["handbooks/os2", "handbooks/18f/pages"])
def test_every_passage_of_a_real_handbook_comes_back(place: str) -> None:
    """Nothing in a real one is lost, and a section is the same for all of its passages."""
    passages = read_handbook(str(shared(place))).passages
    stored = StoredPassages(store(passages))
    assert len(stored) == len(passages)
    assert list(stored) == list(passages)
    assert repr(stored[0]) == repr(passages[0])
    assert stored[-1] == passages[-1]
    assert stored[2:5] == passages[2:5]
    assert stored[0].section is stored[1].section or passages[0].section != passages[1].section


def test_what_stands_deepest_comes_back() -> None:
    """Reading lets quotes stand a hundred deep in each other."""
    block: Block = Paragraph(Prose("inderst"))
    for _ in range(100):
        block = Quote((block,))
    section = Section("a.md", "A", 1, "a", (), Link("", "/a"), 1, (block,))
    assert _there_and_back(Passage(section, PassageKind.SECTION, (block,))).blocks == (block,)


def test_a_file_name_that_is_no_text_comes_back() -> None:
    """Python writes the bytes of such a name as letters that UTF-8 does not have."""
    section = Section("h\udce6ndbog.md", "A", 1, "a", (), Link("", "/a"), 1, ())
    passage = Passage(section, PassageKind.SECTION, ())
    assert _there_and_back(passage) == passage


ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | TEXT
    | st.sampled_from(["paragraph", "row", "code"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=2),
)


@settings(deadline=None, max_examples=300)
@given(value=ANY_JSON)
def test_other_json_is_no_passage(value: object) -> None:
    """Whatever stands there, it is a passage or the one error."""
    text = json.dumps(value).encode()
    for decode in (decode_section, decode_listed):
        with pytest.raises(NotAPassageError):
            decode(text)
    try:
        decode_passage(text)
    except NotAPassageError:
        return
    assert isinstance(value, list)


SPOILT: list[object] = [None, 7, {}, [], "x", 1.5]


@settings(deadline=None, max_examples=300)
@given(passage=PASSAGES, data=st.data())
def test_spoiled_json_is_no_other_thing(passage: Passage, data: st.DataObject) -> None:
    """A value of another type in any place is found, not handed on."""
    value = json.loads(encode_passage(passage))
    spoilt = data.draw(st.sampled_from(SPOILT))
    place = value
    while isinstance(place, list) and place:
        at = data.draw(st.integers(0, len(place) - 1))
        if not isinstance(place[at], list) or data.draw(st.booleans()):
            place[at] = spoilt
            break
        place = place[at]
    try:
        record = decode_passage(json.dumps(value).encode())
    except NotAPassageError:
        return
    # What passes for a passage is one: it can be written again.
    assert record.blocks is None or isinstance(record.blocks, tuple)
    encode_passage(record.of(passage.section))


@pytest.mark.parametrize("text", [b"", b"[", b"\xff", b"[" * 100_000, b'["row",null', b"NaN"])
def test_no_json_is_no_passage(text: bytes) -> None:
    """Neither what was cut short nor what is nested without end."""
    with pytest.raises(NotAPassageError):
        decode_passage(text)
    with pytest.raises(NotAPassageError):
        decode_section(text)
    with pytest.raises(NotAPassageError):
        decode_listed(text)


def test_a_day_is_a_day() -> None:
    """What is no date is found."""
    section = Section("a", "A", 1, "", (), Link("", "/"), 1, (), updated=date(2026, 2, 28))
    text = b"".join(encode_section(section))
    assert decode_section(text) == section
    with pytest.raises(NotAPassageError):
        decode_section(text.replace(b"2026-02-28", b"2026-02-30"))
