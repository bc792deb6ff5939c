"""What is shown of a passage: within its budget, and cut where a reader would cut."""

import re
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.handbook import read_handbook
from index.reading.block import Block, Code, Item, Listing, Paragraph, Table
from index.reading.passages.passage import Passage
from index.reading.plain import WHOLE_STEPS, plain_text
from index.reading.prose import Mark, MarkKind, Prose
from index.search.excerpt import FIRST_CHARACTERS, FURTHER_CHARACTERS, cut_excerpt, one_line
from index.search.fitting import ELLIPSIS, fit_blocks, shortened
from index.search.highlight import speaking
from index.search.index import Index
from index.search.retrieve import retrieve
from index.search.understand import understand
from tests.search.cast import cast, index_of

WORDS = st.sampled_from(
    "ferie løn skærm regning kajen godkender og i en Havnen betaler maj. Hvornår? Ja! kr. 1.000,50"
    " medarbejderudviklingssamtale [her](https://havn.example/x) **fed** `kode` bl.a.".split()
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=150).map(" ".join)
SHORT = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
LISTS = st.tuples(st.sampled_from(["-", "1."]), st.lists(SHORT, min_size=1, max_size=40)).map(
    lambda pair: "\n".join(f"{pair[0]} {item}" for item in pair[1])
)
ROWS = st.lists(st.tuples(SHORT, SHORT), min_size=1, max_size=30).map(
    lambda rows: "| A | B |\n|---|---|\n" + "\n".join(f"| {a} | {b} |" for a, b in rows)
)
QUOTES = SENTENCES.map(lambda text: f"> {text}")
CODE = st.lists(SHORT, min_size=1, max_size=40).map(lambda rows: "\n".join(["```", *rows, "```"]))
BLOCKS = SENTENCES | LISTS | ROWS | QUOTES | CODE
PAGES = st.lists(BLOCKS, min_size=1, max_size=5).map("\n\n".join)
FILLER = "\n# Andet\nIntet.\n# Tredje\nHeller intet.\n# Fjerde\nStadig intet.\n"


def _index(text: str) -> Index:
    return index_of(f"# Emne\n{text}\n{FILLER}")


@cache
def _every_word() -> Index:
    """Return an index that knows every word that the generated pages have."""
    return _index("Ferie, løn, skærm, regning, kajen godkender, havnen betaler maj, fed, kode.")


def _passages(text: str) -> tuple[Passage, ...]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.md").write_text(f"# Emne\n{text}\n", encoding="utf-8")
        return read_handbook(folder).passages


def _few_steps(passage: Passage) -> bool:
    """Return whether there is a flow that has to be shown whole."""
    return any(
        isinstance(block, Listing) and block.first is not None and len(block.items) < WHOLE_STEPS
        for block in passage.blocks
    )


@settings(deadline=None, max_examples=60)
@given(text=PAGES, asked=SHORT, budget=st.sampled_from([FURTHER_CHARACTERS, FIRST_CHARACTERS]))
def test_an_excerpt_keeps_its_budget(text: str, asked: str, budget: int) -> None:
    """No excerpt is longer than its budget, but for a flow of fewer than twelve steps."""
    index = _every_word()
    question = understand(asked, index)
    for passage in _passages(text):
        excerpt = cut_excerpt(passage, speaking(question, index), budget)
        assert _few_steps(passage) or len(excerpt.text) <= budget
        assert excerpt.text.strip()
        if len(plain_text(passage.blocks)) <= budget:
            assert excerpt.whole
            assert excerpt.text in (
                plain_text(passage.blocks),
                # Steps are shown with what stands around them, where that fits too.
                plain_text(passage.section.blocks),
            )


@settings(deadline=None, max_examples=60)
@given(text=SENTENCES, asked=SHORT)
def test_a_paragraph_is_cut_between_words(text: str, asked: str) -> None:
    """What is shown of a paragraph stands in it word for word, whole words only."""
    index = _every_word()
    passage = _passages(text)[0]
    whole = plain_text(passage.blocks)
    excerpt = cut_excerpt(passage, speaking(understand(asked, index), index), FURTHER_CHARACTERS)
    shown = excerpt.text.removesuffix(ELLIPSIS)
    assert f" {shown} " in f" {whole} "
    assert excerpt.whole == (shown == whole)


LINKED = st.lists(st.tuples(st.text("abc", min_size=1, max_size=20), st.booleans()), min_size=1)


@given(words=LINKED, budget=st.integers(25, 80))
def test_no_word_and_no_link_is_cut(words: list[tuple[str, bool]], budget: int) -> None:
    """A long text ends between words and never inside of a link."""
    text = " ".join(word for word, _ in words)
    marks: list[Mark] = []
    start = 0
    for word, linked in words:
        if linked:
            marks.append(Mark(start, start + len(word), MarkKind.LINK, "https://havn.example"))
        start += len(word) + 1
    cut = shortened(Prose(text, tuple(marks)), budget)
    assert len(cut.text) <= budget
    kept = cut.text.removesuffix(ELLIPSIS)
    assert text == kept or text.startswith(f"{kept} ")
    assert all(mark in marks for mark in cut.marks)


def test_a_link_of_many_words_is_kept_or_left_out() -> None:
    """A link that does not fit is left out as a whole."""
    text = "Læs mere i den lange vejledning om rejser og ophold."
    start, end = text.index("den"), text.index(" om")
    prose = Prose(text, (Mark(start, end, MarkKind.LINK, "https://havn.example"),))
    for budget in range(start + 1, len(text)):
        cut = shortened(prose, budget)
        inside = [mark for mark in cut.marks if cut.text[mark.start : mark.end] != text[start:end]]
        assert inside == []
        assert bool(cut.marks) == (end <= len(cut.text) - len(ELLIPSIS))


def _blocks(question: str, index: Index) -> tuple[Block, ...]:
    return retrieve(question, index).hits[0].excerpt.blocks


def test_few_steps_are_shown_whole() -> None:
    """A flow of fewer than twelve steps is shown from its first step to its last."""
    steps = "\n".join(f"{n}. Trin {n}: {'læs og skriv ' * 8}" for n in range(1, WHOLE_STEPS))
    listing = next(
        block for block in _blocks("trin 7", _index(steps)) if isinstance(block, Listing)
    )
    assert (listing.first, len(listing.items)) == (1, WHOLE_STEPS - 1)


def test_many_steps_keep_their_numbers() -> None:
    """A part of a long flow is numbered as the whole is."""
    lead = "læs og skriv og ring " * 3
    steps = "\n".join(
        f"{n}. {lead if n != 14 else 'Kald på kranføreren ' + lead}" for n in range(1, 21)
    )
    (listing,) = _blocks("kranføreren", _index(steps))
    assert isinstance(listing, Listing)
    assert listing.first is not None
    numbered = {
        listing.first + place: plain_text(item.blocks) for place, item in enumerate(listing.items)
    }
    assert numbered[14].startswith("Kald på kranføreren")
    assert len(numbered) < 20


def test_rows_are_cut_with_their_header() -> None:
    """A part of a long table has the column names above it."""
    rows = "\n".join(f"| Kaj {n} | {'bro ' * 12} |" for n in range(40))
    index = _index(f"| Sted | Hvad |\n|---|---|\n{rows}\n| Dok | svejser |\n")
    passage = replace(index.passages[0], blocks=index.passages[0].section.blocks)
    excerpt = cut_excerpt(passage, speaking(understand("svejser", index), index), FIRST_CHARACTERS)
    (table,) = excerpt.blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.header] == ["Sted", "Hvad"]
    assert [cell.text for cell in table.rows[-1]] == ["Dok", "svejser"]
    assert len(excerpt.text) <= FIRST_CHARACTERS
    assert not excerpt.whole


def test_the_run_with_most_of_the_words_is_shown() -> None:
    """Of a long text, the sentences that answer are shown and not the first ones."""
    lead = "Her står noget om vejret. " * 40
    index = _index(f"{lead}Nøglen til skuret hænger bag døren. {lead}")
    (block,) = _blocks("nøglen skuret", index)
    assert isinstance(block, Paragraph)
    assert "Nøglen til skuret hænger bag døren." in block.prose.text
    assert len(block.prose.text) <= FIRST_CHARACTERS


@pytest.mark.parametrize("budget", [20, 60, 200])
def test_one_line_is_one(budget: int) -> None:
    """A hit below the first is told in one line within its budget."""
    excerpt = retrieve("årsregnskab tæl pengene", cast()).hits[0].excerpt
    line = one_line(excerpt, budget)
    assert "\n" not in line
    assert len(line) <= budget
    assert re.fullmatch(r"\S.*\S", line)


@pytest.mark.parametrize("after", [Code("kode"), Code("…"), Paragraph(Prose("ord")), Code("a\nb")])
def test_nothing_fits_beside_a_flow_that_is_too_long(after: Block) -> None:
    """A flow stays whole, and what stands after it is left out, whatever it is."""
    flow = Listing((Item((Paragraph(Prose("trin " * 50)),)),), 1)
    assert fit_blocks((flow, after), 100) == (flow,)
