"""Whatever stands in a page, reading ends with a handbook or with the one error that says why."""

import string
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from index.handbook import Handbook, read_handbook
from index.reading.block import (
    Block,
    Definition,
    Fields,
    Listing,
    Paragraph,
    Quote,
    Subheading,
    Table,
)
from index.reading.page import Link
from index.reading.prose import Mark, MarkKind, Prose
from index.source.unreadable import HandbookUnreadableError

SIGNS = st.sampled_from(
    "# ## {#id} {: .x #y} {::} --- | :--- ``` ~~~ ```mermaid flowchart a-->b [x](y) ![x](y) <div>"
    " </div> <!-- --> <h2> </h2> <h1> <script> {{ }} {% %} > - 1. [x] [^1] [^1]: ** _ ` \\ &amp;"
    " &#0; <a@b.dk> ~~ | \t \u2028 \u202e \ufeff \x00 \x0b 🙌 å æ 日本 === : * TOC {:toc}".split(
        " "
    )
)
PIECES = SIGNS | st.text(max_size=6) | st.sampled_from(["\n", "\n\n", "\n    ", " "])
PAGES = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)
NAMES = st.text(st.characters(exclude_characters="/\x00", exclude_categories=["Cs"]), min_size=1)


def _read(text: str, *, config: str | None) -> Handbook | None:
    """Read one page; None where it says in a proper way that there is nothing to serve."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.md"
        page.write_bytes(text.encode(errors="surrogatepass"))
        if config is not None:
            (Path(folder) / "_config.yml").write_bytes(config.encode(errors="surrogatepass"))
        try:
            return read_handbook(folder)
        except HandbookUnreadableError:
            return None


def proses(blocks: Iterable[Block]) -> Iterator[Prose]:
    """Yield every Prose of blocks, however deep."""
    for block in blocks:
        match block:
            case Paragraph(prose) | Subheading(prose):
                yield prose
            case Table(header, rows):
                yield from header
                yield from (cell for row in rows for cell in row)
            case Fields(pairs):
                yield from (prose for pair in pairs for prose in pair)
            case Quote(inner):
                yield from proses(inner)
            case Listing(items, _):
                yield from (prose for item in items for prose in proses(item.blocks))
            case Definition(term, meanings):
                yield term
                yield from (prose for meaning in meanings for prose in proses(meaning))
            case _:
                continue


@settings(deadline=None, max_examples=150)
@given(text=PAGES, config=st.none() | st.just("") | st.text(max_size=30))
def test_any_text_is_a_page(text: str, config: str | None) -> None:
    """No text makes reading fail, and every mark lies inside the text that it marks."""
    handbook = _read(text, config=config)
    sections = [section for page in handbook.pages for section in page.sections] if handbook else []
    for section in sections:
        assert section.link.url.isascii()
        assert not set(section.link.url) & set(string.whitespace)
        for prose in proses(section.blocks):
            assert [m for m in prose.marks if not 0 <= m.start < m.end <= len(prose.text)] == []


@settings(deadline=None)
@given(text=PAGES)
def test_every_heading_has_its_section(text: str) -> None:
    """A section's line is a line of the file, and no two sections of a page share one."""
    handbook = _read(text, config="title: T")
    for page in handbook.pages if handbook else ():
        lines = [section.line for section in page.sections if section.level]
        assert lines == sorted(set(lines))
        assert all(1 <= line <= text.count("\n") + text.count("\r") + 1 for line in lines)


@given(site=st.sampled_from(["", "https://hb.example/bog"]), path=st.text(), anchor=st.text())
def test_a_link_is_always_ascii(site: str, path: str, anchor: str) -> None:
    """Chats cut a link at a space or a letter that they do not know, so neither stands in one."""
    url = Link(site, f"/{path}", anchor).url
    assert url.isascii()
    assert not any(character.isspace() or not character.isprintable() for character in url)
    assert url.count("#") == bool(anchor)


@settings(deadline=None, max_examples=50)
@given(name=NAMES.filter(lambda name: len(name.encode()) < 200 and not name.startswith(".")))
def test_any_file_name_is_served(name: str) -> None:
    """Whatever an editor calls a page, it is read and its link can be opened."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"{name}.md").write_text("# Hej\n", encoding="utf-8")
        (page,) = read_handbook(folder).pages
    assert page.path == f"{name}.md"
    assert page.link.url.isascii()
    assert not any(character.isspace() for character in page.link.url)


@given(text=st.text(max_size=30), places=st.lists(st.tuples(*[st.integers(0, 30)] * 4), max_size=5))
def test_a_cut_keeps_the_marks_on_their_words(
    text: str, places: list[tuple[int, int, int, int]]
) -> None:
    """What was marked before a cut and is still there is marked after it, and nothing else."""
    marks = tuple(
        Mark(start, min(end, len(text)), MarkKind.STRONG)
        for start, end, *_ in places
        if start < min(end, len(text))
    )
    prose = Prose(text, marks)
    for *_, start, end in places:
        cut = prose.cut(start, max(start, end))
        assert cut.text == text[start : max(start, end)]
        for mark in cut.marks:
            assert 0 <= mark.start < mark.end <= len(cut.text)
        assert _marked(cut) == _marked(prose)[start : max(start, end)]
    assert prose.cut(0, len(text)) == replace(prose, text=text)


def _marked(prose: Prose) -> list[bool]:
    """Return for each character whether a mark lies on it."""
    return [
        any(mark.start <= place < mark.end for mark in prose.marks)
        for place in range(len(prose.text))
    ]
