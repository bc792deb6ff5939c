"""Blocks to lines: each kind of block as Slack shows it best, each line within a section."""

import pytest

from bot.slack.limits import SECTION_CHARACTERS
from bot.slack.rendering.lines import block_lines
from tests.slack.answers import index_of
from tests.slack.big_pages import BIG
from tests.slack.mentions import text_problems


def lines_of(markdown: str) -> list[str]:
    """Return the lines of the first section of a page."""
    return list(block_lines(index_of(f"# H\n\n{markdown}").passages[0].section.blocks))


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
    assert lines_of(markdown) == expected


def test_row_names_its_columns() -> None:
    """One row of a table says which column each cell stands in."""
    index = index_of("# H\n\n|Kode|Godkender|\n|-|-|\n|NV & 1|**Bo**|")
    row = next(passage for passage in index.passages if passage.kind == "row")
    assert list(block_lines(row.blocks)) == ["*Kode*: NV &amp; 1", "*Godkender*: *Bo*"]


def test_definition_is_term_and_meaning() -> None:
    """A term stands in bold before what it means."""
    assert lines_of("Løn\n: Det du får.\n: Hver måned.") == ["*Løn*: Det du får.; Hver måned."]


@pytest.mark.parametrize("markdown", BIG.values(), ids=BIG.keys())
def test_every_line_fits_a_section(markdown: str) -> None:
    """No line is longer than Slack's section, nor is a link or an entity left open in it."""
    for passage in index_of(markdown).passages[:20]:
        for line in block_lines(passage.blocks):
            assert len(line) <= SECTION_CHARACTERS
            assert list(text_problems(line, "line")) == []


def test_long_line_shows_that_it_was_cut() -> None:
    """A paragraph that does not fit ends in an ellipsis, after a whole word."""
    (line,) = lines_of(BIG["paragraph of words"].removeprefix("# H\n\n"))
    assert line.endswith("…")
    assert line.removesuffix("…").split()[-1] in {"Løn", "&amp;", "&lt;ferie&gt;"}
