"""Our reading of Python-Markdown's grammar, beside the package itself."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.reading.dialects.python_markdown import python_markdown
from index.reading.generators.mkdocs import mkdocs
from index.reading.generators.mkdocs_extensions import ALWAYS
from index.reading.markdown import build_parser
from index.reading.page_text import read_page_text
from index.source.document import Document

EXTENSIONS = (*ALWAYS, "attr_list", "md_in_html", "admonition", "footnotes", "def_list", "abbr")
SETTINGS = {"markdown_extensions": list(EXTENSIONS), "docs_dir": "."}

DIV, END = "<div markdown>\n", "</div>\n"

LINES = st.sampled_from(
    "# A|## B|##B|### C ###|#|## D \\|# *e* `f` & [g](h i)|## a_b_c __d__|# J {#id}|## K {: .x #k }"
    "|Text|===|---|* * *|- item|1. one|    - nested|    # four|  ## two|        deep|- # in list"
    "|> quote|> # in quote|> - item|```|~~~|    ```|<div>|</div>|<div markdown>|<!-- c -->|<!--|-->"
    "|<p>open|</p>|<br>|<hr>|a | b|--- | ---|[r]: x|## [r] s|[^1]: note|## n[^1]|!!! note"
    '|!!! tip "T"|Term|:   meaning|*[HTML]: x|{: #below }|*a*{.x} b|## **| #|-|>|+ plus'.split("|")
)
PAGES = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n", "\n\n"])), max_size=10).map(
    lambda lines: "\n" + "".join(line + end for line, end in lines)
)


def _theirs(tokens: Sequence[dict[str, object]]) -> Iterator[tuple[object, object]]:
    for token in tokens:
        yield token["level"], token["id"]
        children = token["children"]
        yield from _theirs(children if isinstance(children, list) else ())


@settings(deadline=None, max_examples=150)
@given(text=PAGES)
def test_headings_are_those_of_python_markdown(text: str) -> None:
    """Every page has the headings and ids that the package itself makes of it."""
    peer = markdown.Markdown(extensions=list(EXTENSIONS))
    peer.convert(text)
    generator = mkdocs(SETTINGS, {})
    page = read_page_text(
        Document("a.md", text), build_parser(generator.dialect), generator.dialect
    )
    made = zip(page.headings, generator.anchors(page.headings), strict=True)
    ours = [(heading.level, anchor) for heading, anchor in made if not heading.html]
    assert ours == list(_theirs(vars(peer)["toc_tokens"]))


@given(text=st.text(st.sampled_from("# \n>-*_`[](){}<!>/:|=~^&;\\\"'ab1.\t\x02\x03é")))
def test_any_text_is_read(text: str) -> None:
    """No text makes reading fail; headings follow each other, and no id is made twice."""
    generator = mkdocs({}, {"attr_list": "true", "slugify": "pymdownx"})
    page = read_page_text(
        Document("a.md", text), build_parser(generator.dialect), generator.dialect
    )
    assert page.notices == ()
    lines = [heading.line for heading in page.headings]
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)
    assert all(first <= second for first, second in pairwise(lines))
    made = zip(page.headings, generator.anchors(page.headings), strict=True)
    ids = [anchor for heading, anchor in made if not heading.html and heading.explicit is None]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("levels", [10, 500])
def test_deep_nesting_is_read(levels: int) -> None:
    """Lists, quotes and elements in each other are read, however deep they stand."""
    parser = build_parser(python_markdown(EXTENSIONS))
    nested = "\n".join("    " * level + "- x" for level in range(levels))
    for text in (nested, ">" * levels + " # x", DIV * levels + "# x\n" + END * levels):
        assert parser.parse(text, {})
