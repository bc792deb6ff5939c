"""Whatever HTML stands in a page, what a browser shows of it is kept, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.reading.dialects.commonmark import COMMONMARK
from index.reading.dialects.dialect import Dialect
from index.reading.dialects.kramdown import kramdown
from index.reading.markdown import build_parser
from index.reading.markup.blocks import HtmlBlocks
from index.reading.markup.sight import Sight
from index.reading.page_text import PageText, read_page_text
from index.reading.plain import plain_text
from index.source.document import Document
from tests.reading.test_any_page import proses

NAMES = (
    "div p ul ol li dl dt dd table thead tbody tr td th blockquote details summary figure caption"
    " section b strong em i a code kbd del span center font h1"
).split()
SHOWN = st.builds(
    "<{}{}{}>".format, st.sampled_from(["", "/"]), st.sampled_from(NAMES), st.just("")
)
WORDS = st.integers(0, 99).map(lambda number: f" w{number}w ")
BROKEN = st.sampled_from(
    '< > & &amp; <! <!-- --> <? </ <a <a href=" \' " <script> </script> <div hidden> <td colspan=9'
    " rowspan=9> <pre> </pre> <br> <img alt=x> <!x <![CDATA[ ]]> \n \n\n".split(" ")
)
HIDDEN = (
    "<script>{}</script>",
    "<style>{}</style>",
    "<!--{}-->",
    "<div hidden>{}</div>",
    '<span aria-hidden="true">{}</span>',
    '<p style="color: red; DISPLAY : none">{}</p>',
    "<template><b>{}</b></template>",
    "<svg><text>{}</text></svg>",
)
DIALECTS = (COMMONMARK, kramdown("gfm", {"note": "Note"}))


def _read(html: str) -> str:
    blocks = HtmlBlocks(Sight())
    blocks.feed(html)
    return plain_text(blocks.finish())


def _page(text: str, dialect: Dialect) -> PageText:
    return read_page_text(Document("a.md", text), build_parser(dialect), dialect)


@given(parts=st.lists(SHOWN | WORDS, max_size=60))
def test_every_word_is_kept(parts: list[str]) -> None:
    """However tags are nested, crossed or left open, no word between them is lost."""
    shown = _read("".join(parts))
    assert [part for part in parts if part.startswith(" ") and part.strip() not in shown] == []


@given(parts=st.lists(SHOWN, max_size=20), hidden=st.sampled_from(HIDDEN))
def test_what_is_hidden_is_not_shown(parts: list[str], hidden: str) -> None:
    """Comments, scripts and what its author hid are not shown; what follows them is."""
    shown = _read("".join([*parts, hidden.format("skjult"), "synlig"]))
    assert "skjult" not in shown
    assert "synlig" in shown


@settings(deadline=None)
@given(parts=st.lists(SHOWN | WORDS | BROKEN, max_size=60), dialect=st.sampled_from(DIALECTS))
def test_any_html_is_a_page(parts: list[str], dialect: Dialect) -> None:
    """No HTML makes reading fail, and every mark lies inside the text that it marks."""
    for piece in _page("".join(parts), dialect).pieces:
        for prose in proses(piece.blocks):
            assert [m for m in prose.marks if not 0 <= m.start < m.end <= len(prose.text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_depth_is_too_deep(name: str) -> None:
    """Ten thousand elements in each other are read like one, closed or not."""
    assert "inderst" in _read(f"<{name}>" * 10_000 + "inderst")
    assert "efter" in _read(f"<{name}>" * 10_000 + f"</{name}>" * 10_000 + "efter")
