"""Text with marks: what a reader sees, and as ranges what it looks like and where it leads.

Markup stays out until the last step; the three renderers turn marks into theirs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class MarkKind(StrEnum):
    """What a range of text is."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"
    IMAGE = "image"
    HIGHLIGHT = "highlight"


@dataclass(frozen=True, slots=True)
class Mark:
    """One range of a Prose's text."""

    start: int
    """First character of the range."""
    end: int
    """One past the last character of the range."""
    kind: MarkKind
    """What the range is."""
    target: str = ""
    """Where a link or an image leads, as the handbook writes it."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A run of visible text; a line break in it is a newline character."""

    text: str
    """Exactly what a reader of the page sees."""
    marks: tuple[Mark, ...] = ()
    """Ranges of `text`, in order of their start."""

    def cut(self, start: int, end: int) -> "Prose":
        """Return the characters from `start` to `end` with the marks that fall on them."""
        kept = tuple(
            Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind, mark.target)
            for mark in self.marks
            if max(mark.start, start) < min(mark.end, end)
        )
        return Prose(self.text[start:end], kept)

    def split(self, places: Sequence[tuple[int, int]]) -> list["Prose"]:
        """Return the cut for each of `places`, which are in order and do not overlap."""
        found: list[Prose] = []
        open_marks: list[Mark] = []
        marks = iter(self.marks)
        coming = next(marks, None)
        for start, end in places:
            while coming is not None and coming.start < end:
                open_marks.append(coming)
                coming = next(marks, None)
            open_marks = [mark for mark in open_marks if mark.end > start]
            found.append(replace(self, marks=tuple(open_marks)).cut(start, end))
        return found
