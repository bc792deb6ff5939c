"""Blocks to lines: each kind of block as Slack shows it best, each line within a section."""

import re
from collections.abc import Iterable

import pytest

from bot.slack.limits import SECTION_CHARACTERS
from bot.slack.rendering.lines import block_lines
from bot.slack.rendering.piece import PIECE_BYTES, Line, lines_of
from bot.slack.rendering.spoken import said_bytes
from index.reading.block import Block
from tests.slack.answers import index_of
from tests.slack.big_pages import BIG
from tests.slack.mentions import text_problems


def rendered(blocks: Iterable[Block]) -> list[Line]:
    """Return the lines of blocks as Slack takes them."""
    return [line for written in block_lines(blocks) for line in lines_of(written)]


def section_lines(markdown: str) -> list[Line]:
    """Return the lines of the first section of a page."""
    return rendered(index_of(f"# H\n\n{markdown}").passages[0].section.blocks)


def shown(markdown: str) -> list[str]:
    """Return what the eye sees of the first section of a page."""
    return [line.markup for line in section_lines(markdown)]


def said(markdown: str) -> list[str]:
    """Return what the ear hears of it."""
    return [line.said for line in section_lines(markdown)]


CASES: dict[str, tuple[str, list[str]]] = {
    "paragraph": ("En **stor** ting & _to_", ["En *stor* ting &amp; _to_"]),
    "line break": ("En  \nto", ["En", "to"]),
    "bullets": ("- en\n- to", ["• en", "• to"]),
    "steps": ("3. tre\n4. fire", ["3. tre", "4. fire"]),
    "ticks": ("- [ ] en\n- [x] to", ["☐ en", "☑ to"]),
    "list in a list": ("- en\n  - to", ["• en", "      • to"]),
    "two paragraphs in an entry": ("1. en\n\n   to", ["1. en", "      to"]),
    "table": ("|a|b|\n|-|-|\n|&lt;c&gt;|d|\n||e|", ["*a · b*", "&lt;c&gt; · d", "e"]),
    "quote": ("> en\n>\n> to", ["> en", "> to"]),
    "code": ("```\na < b\n\nc\n```", ["`a &lt; b`", "", "`c`"]),
    "code with a backtick": ("```\na ` b\n```", ["a ` b"]),
    "subheading": ("> ## Titel\n> en", ["> *Titel*", "> en"]),
    "link": ("[en](https://x.example)", ["<https://x.example|en>"]),
    "relative link": ("[en](../to.md)", ["en"]),
    "picture": ("![kort](a.png)", ["kort"]),
    "rule": ("en\n\n---\n\nto", ["en", "to"]),
    "script": ("<script>alert(1)</script>\n\nen", ["en"]),
}


@pytest.mark.parametrize(("markdown", "expected"), CASES.values(), ids=CASES.keys())
def test_block_as_lines(markdown: str, expected: list[str]) -> None:
    """Every kind of block has its own lines."""
    assert shown(markdown) == expected


def test_row_names_its_columns() -> None:
    """One row of a table says which column each cell stands in."""
    index = index_of("# H\n\n|Kode|Godkender|\n|-|-|\n|NV & 1|**Bo**|")
    row = next(passage for passage in index.passages if passage.kind == "row")
    lines = rendered(row.blocks)
    assert [line.markup for line in lines] == ["*Kode*: NV &amp; 1", "*Godkender*: *Bo*"]
    assert [line.said for line in lines] == ["Kode: NV & 1", "Godkender: Bo"]


def test_definition_is_term_and_meaning() -> None:
    """A term stands in bold before what it means."""
    assert shown("Løn\n: Det du får.\n: Hver måned.") == ["*Løn*: Det du får.; Hver måned."]


SAID: dict[str, tuple[str, list[str]]] = {
    "link": ("Se [siden](https://x.example/a) nu", ["Se siden (https://x.example/a) nu"]),
    "address": ("<https://x.example/a>", ["https://x.example/a"]),
    "mail": ("[Bo](mailto:bo@x.example)", ["Bo (bo@x.example)"]),
    "mail as text": ("[bo@x.example](mailto:bo@x.example)", ["bo@x.example"]),
    "dead link": ("[en](../to.md)", ["en"]),
    "link without measure": (f"[en](https://x.example/{'a' * 900})", ["en"]),
    "marks": ("**En** _to_ `tre`", ["En to tre"]),
    "table": ("|a|b|\n|-|-|\n|c|d|\n||e|", ["a · b", "a: c; b: d", "b: e"]),
    "table without names": ("| | |\n|-|-|\n|c|d|", ["c · d"]),
    "table in a list": (
        "- en\n\n  |a|b|\n  |-|-|\n  |c|d|",
        ["• en", "      a · b", "      a: c; b: d"],
    ),
}


@pytest.mark.parametrize(("markdown", "expected"), SAID.values(), ids=SAID.keys())
def test_block_as_it_is_said(markdown: str, expected: list[str]) -> None:
    """The ear hears where a link leads, and of a row which columns its cells stand in."""
    assert said(markdown) == expected


@pytest.mark.parametrize("markdown", BIG.values(), ids=BIG.keys())
def test_every_line_fits_a_section(markdown: str) -> None:
    """No line is longer than Slack's section, nor is a link or an entity left open in it."""
    for passage in index_of(markdown).passages[:20]:
        for line in rendered(passage.blocks):
            assert len(line.markup) <= SECTION_CHARACTERS
            assert said_bytes(line.said) <= PIECE_BYTES
            assert list(text_problems(line.markup, "line")) == []


LONG = [
    "paragraph without spaces",
    "paragraph of words",
    "label of 5,000 characters",
    "many long links",
    "emphasis everywhere",
    "code",
]


@pytest.mark.parametrize("name", LONG)
def test_long_line_is_cut_and_nothing_of_it_lost(name: str) -> None:
    """What does not fit a section goes on in the next one."""
    markdown = BIG[name].removeprefix("# H\n\n")
    section = index_of(BIG[name]).passages[0].section
    lines = section_lines(markdown)
    assert len(lines) > 1
    written = "".join(line.prose.text for line in block_lines(section.blocks))
    heard = re.sub(r" \(https://[^)]*\)", "", "".join(line.said for line in lines))
    assert "".join(heard.split()) == "".join(written.split())


def test_long_paragraph_is_cut_between_words() -> None:
    """Where words have spaces between them, none is cut."""
    lines = said(BIG["paragraph of words"].removeprefix("# H\n\n"))
    assert {word for line in lines for word in line.split()} == {"Løn", "&"}
