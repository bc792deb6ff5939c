"""Any contents that a handbook may have: names of any length, with any letter, or without one."""

from datetime import date
from typing import Final

from hypothesis import strategies as st

from index.contents import Chapter, Contents, Entry, Listed
from index.search.language import Language
from tests.slack.any_markdown import TYPED

DAYS: Final = st.none() | st.dates(date(1999, 1, 1), date(2038, 1, 1))
ADDRESSES: Final = st.none() | st.sampled_from(
    (
        "https://handbook.example/løn|a>b#ferie",
        "https://handbook.example/" + "side/" * 500,
        "http://handbook.example/a b?<x>&y#%C3%A6",
        "javascript:alert(1)",
    )
)
NAMES: Final = TYPED | st.sampled_from(
    ("", " ", "\n", "Kontakt", "x" * 4_000, "<!channel>", "＆" * 90)
)

ENTRIES: Final = st.builds(
    Entry,
    key=st.text("abcXYZ09_-", min_size=24, max_size=24),
    heading=NAMES,
    level=st.integers(0, 6),
    url=ADDRESSES,
    updated=DAYS,
)


@st.composite
def pages(draw: st.DrawFn, most: int = 30) -> Listed:
    """Draw a page with up to `most` sections."""
    sections = draw(st.lists(ENTRIES, min_size=1, max_size=3)) * draw(st.integers(1, most // 3))
    return Listed(draw(NAMES) + draw(st.text()), draw(NAMES), draw(ADDRESSES), tuple(sections))


@st.composite
def contents(draw: st.DrawFn) -> Contents:
    """Draw the contents of a handbook of 1 to 500 chapters."""
    kinds = draw(st.lists(st.lists(pages(), min_size=1, max_size=3), min_size=1, max_size=3))
    count = draw(st.integers(1, 500))
    chapters = tuple(
        Chapter(f"{number}/{draw_name}"[:100], draw_name, f"{number}/*", tuple(listed))
        for number in range(count)
        for listed in [kinds[number % len(kinds)]]
        for draw_name in [listed[0].title]
    )
    return Contents(chapters, {})


LANGUAGES: Final = st.sampled_from(tuple(Language))
