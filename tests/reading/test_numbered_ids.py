"""Whatever the headings of a page are, the ids that Hugo and mdBook give them keep their rules."""

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.handbook import Choices, read_handbook
from index.reading.generators.recognise import GeneratorUnknownError
from index.reading.page import Heading
from tests.reading.test_any_page import PAGES

GENERATORS = (
    "hugo:version=0.111",
    "hugo:version=0.168,unsafe=true",
    "hugo:ids=github-ascii",
    "hugo:ids=blackfriday,ugly=true",
    "mdbook",
)
HEADINGS = st.lists(
    st.text(st.sampled_from("ab AÅæ-_1½.'\"*`~[]()<>!&;:/ø🙌İΣ {}#"), max_size=14), max_size=12
)


def _headings(text: str, generator: str) -> tuple[Heading, ...]:
    with tempfile.TemporaryDirectory() as folder:
        body = text.replace("\x00", "").encode(errors="surrogatepass")
        (Path(folder) / "a.md").write_bytes(b"Text.\n\n" + body)
        return read_handbook(folder, Choices(generator=generator)).pages[0].headings


@pytest.mark.parametrize("generator", GENERATORS)
@settings(deadline=None)
@given(lines=HEADINGS)
def test_no_id_twice(generator: str, lines: list[str]) -> None:
    """No two headings of a page share an id, as long as no author gives one."""
    text = "\n\n".join(f"## {line.replace('{', '')}" for line in lines)
    anchors = [heading.anchor for heading in _headings(text, generator)]
    given_twice = [anchor for anchor, times in Counter(anchors).items() if times > 1]
    assert [anchor for anchor in given_twice if anchor is not None] == []


@pytest.mark.parametrize("generator", GENERATORS)
@settings(deadline=None)
@given(text=PAGES)
def test_any_page_has_its_headings(generator: str, text: str) -> None:
    """Any page is read, and none of its ids has a space in it."""
    for heading in _headings(text, generator):
        assert heading.anchor is None or not {" ", "\n"} & set(heading.anchor)


def test_a_version_that_is_none() -> None:
    """A version that is no number is refused in one sentence that shows a right one."""
    with pytest.raises(GeneratorUnknownError, match=r"hugo:version=new.*version=0\.111"):
        _headings("# A", "hugo:version=new")
