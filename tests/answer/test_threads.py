"""Threads of colleagues who ask on: each message finds what it means, with the subject kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from bot.answer import NotFound, answer
from bot.follow_up import in_context
from index.search.index import Index
from index.search.retrieve import Hit
from tests.handbooks import EIGHTEEN_F, OS2, at_hand
from tests.search.cast import CAST, index_of_folder

THREADS = Path(__file__).parent / "threads"
HANDBOOKS = {"havn": CAST, "os2": OS2, "18f": EIGHTEEN_F}
_LINE = re.compile(r'- (?P<said>.+) (?P<arrow>[→↛]) (?P<places>.+?)(?: "(?P<must>.+)")?')


@dataclass(frozen=True, slots=True)
class Line:
    """One message of a thread."""

    said: str
    """What somebody wrote."""
    places: tuple[tuple[str, ...], ...]
    """Where it is answered: a page, or a page and a heading."""
    must: str
    """What the excerpt has to contain."""
    found: bool
    """Whether it is found: `↛` says that it is not yet."""

    def answered_by(self, hit: Hit) -> bool:
        """Return whether this is where it is answered."""
        section = hit.passage.section
        place = (section.page, section.heading)
        right = any(place[: len(one)] == one for one in self.places)
        return right and self.must in hit.excerpt.text


def _threads() -> Iterator[tuple[str, str, list[Line]]]:
    for handbook in HANDBOOKS:
        text = (THREADS / f"{handbook}.md").read_text(encoding="utf-8")
        for thread in text.split("\n## ")[1:]:
            title, *lines = thread.strip().split("\n")
            yield handbook, title, [_line(line) for line in lines]


def _line(text: str) -> Line:
    match = _LINE.fullmatch(text)
    assert match, text
    places = tuple(tuple(place.split(" › ")) for place in match["places"].split(" | "))
    return Line(match["said"], places, match["must"] or "", match["arrow"] == "→")


@cache
def _index(handbook: str) -> Index:
    return index_of_folder(at_hand(HANDBOOKS[handbook]))


@pytest.mark.parametrize(
    ("handbook", "lines"),
    [
        pytest.param(handbook, lines, id=f"{handbook}: {title}")
        for handbook, title, lines in _threads()
    ],
)
def test_a_thread_keeps_its_subject(handbook: str, lines: list[Line]) -> None:
    """What is asked on is found, and a new subject takes the place of the old one."""
    index, subject = _index(handbook), ""
    for line in lines:
        asked = in_context(line.said, subject, index)
        subject = asked.subject
        given = answer(asked.text, index)
        hits = () if isinstance(given, NotFound) else given.hits
        shown = [f"{hit.passage.section.page} › {hit.passage.section.heading}" for hit in hits]
        found = any(line.answered_by(hit) for hit in hits)
        assert found == line.found, f"{asked.text}\n" + "\n".join(shown)
