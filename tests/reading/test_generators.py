"""Rules that hold for every page of a generator's site, whatever stands in it."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.handbook import Choices, read_handbook
from index.reading.generators.configuration.javascript import load_javascript
from index.reading.page import Heading
from tests.reading import outline

SIGNS = (
    "# ## - > ::: :::note[T] {#a} {.b} {x} { } {/* c */} {% alert %} {% endalert %} {% x %} {{ y }}"
    " {% raw %} {% endraw %} {% comment %} {% endcomment %} <Tab /> import export `c` ``` <!-- -->"
    " :tada: [^1] [^1]:"
).split(" ")
"""What a generator's own languages are written with."""
TEXTS = st.lists(
    st.sampled_from(SIGNS)
    | st.sampled_from(["\n", "\n\n", " ", "    ", "{% x\n%}", "{\n}"])
    | st.text(max_size=4),
    max_size=40,
).map("".join)
WORDS = st.lists(st.sampled_from(["a", "A", "a 1", "a-1", "b", "🙌", "a-1-1", "å"]), max_size=12)


def _headings(text: str, generator: str) -> Sequence[Heading]:
    with TemporaryDirectory() as folder:
        Path(folder, "page.md").write_text(text, encoding="utf-8", newline="")
        Path(folder, "other.md").write_text("Hej.", encoding="utf-8")
        pages = read_handbook(folder, Choices(generator=generator)).pages
        return next((page.headings for page in pages if page.path == "page.md"), ())


@pytest.mark.parametrize("generator", ["docusaurus", "eleventy", "eleventy:slugify=default"])
@given(words=WORDS)
def test_no_two_headings_share_an_id(generator: str, words: list[str]) -> None:
    """Headings whose author gave them no id never get the same one, and none gets lost."""
    headings = _headings("\n".join(f"## {word}" for word in words), generator)
    ids = [heading.anchor for heading in headings if heading.anchor]
    assert len(headings) == len(words)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("generator", ["docusaurus", "eleventy", "eleventy:slugify=3"])
@given(text=TEXTS)
def test_any_page_is_read_and_keeps_its_lines(generator: str, text: str) -> None:
    """Any page is read, and a heading below it, after an empty line, is found on its line."""
    text = text.replace("\r", "").replace("\x00", "")
    whole = f"{text}\n\n\n<!-- -->\n```\n~~~\n```\n\n## Sidste\n"
    for heading in _headings(whole, generator):
        if heading.text == "Sidste":
            assert whole.split("\n")[heading.line - 1] == "## Sidste"


@given(text=TEXTS | st.text())
def test_any_settings_file_is_read(text: str) -> None:
    """Whatever stands in a settings file, reading it gives a mapping and never an error."""
    assert isinstance(load_javascript(text), dict)


def test_a_page_that_does_not_show_that_it_is_mdx(tmp_path: Path) -> None:
    """Where no settings tell of MDX, a page keeps its braces and types; components still go."""
    page = '# T\nArray<T> {x}\n\n<Note title="Husk">\n\nVigtigt.\n\n</Note>\n\n- import af varer\n'
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    handbook = read_handbook(str(tmp_path), Choices(generator="docusaurus"))
    assert outline.structure(handbook).split("\n") == [
        "[T]",
        "  text: Array {x}",
        "  │ text: Husk {strong 'Husk'}",
        "  │ text: Vigtigt.",
        "  • text: import af varer",
    ]
