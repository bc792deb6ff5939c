"""Text and marks, written as tokens or tags go by."""

import re
from dataclasses import dataclass

from index.reading.prose import Mark, MarkKind, Prose

# As a browser folds it: a no-break or ideographic space is a sign of its own.
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class _Open:
    """A mark that is not closed yet."""

    start: int
    """Its first character."""
    kind: MarkKind
    """What it is."""
    target: str
    """Where it leads."""
    depth: int = 1
    """How often it was opened; only the outermost one marks."""


class ProseWriter:
    """Gathers one Prose."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.open_marks: dict[str, _Open] = {}

    def write(self, text: str) -> None:
        """Write text as it is."""
        if text:
            self.parts.append(text)
            self.length += len(text)

    def write_folded(self, text: str) -> None:
        """Write text of HTML: white space is one space, none at the start of a line."""
        folded = _SPACES.sub(" ", text)
        if folded.startswith(" ") and self.ends_in(" \n"):
            folded = folded[1:]
        self.write(folded)

    def write_marked(self, text: str, kind: MarkKind, target: str = "") -> None:
        """Write text that is marked as a whole."""
        if text:
            self.marks.append(Mark(self.length, self.length + len(text), kind, target))
        self.write(text)

    def end_line(self) -> None:
        """Begin a new line, unless one was begun."""
        if not self.ends_in("\n"):
            self.write("\n")

    def open(self, name: str, kind: MarkKind, target: str = "") -> None:
        """Begin a mark; `name` says what will close it."""
        if name in self.open_marks:
            self.open_marks[name].depth += 1
        else:
            self.open_marks[name] = _Open(self.length, kind, target)

    def close(self, name: str) -> None:
        """End the mark that `name` began, if one is open."""
        mark = self.open_marks.get(name)
        if mark is None:
            return
        mark.depth -= 1
        if not mark.depth:
            del self.open_marks[name]
            if mark.start < self.length:
                self.marks.append(Mark(mark.start, self.length, mark.kind, mark.target))

    def close_all(self) -> None:
        """End every mark that is open."""
        for mark in self.open_marks.values():
            if mark.start < self.length:
                self.marks.append(Mark(mark.start, self.length, mark.kind, mark.target))
        self.open_marks = {}

    def prose(self) -> Prose:
        """Return what was written, trimmed."""
        self.close_all()
        text = "".join(self.parts)
        marks = tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end)))
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        if start == 0 and end == len(text):
            return Prose(text, marks)
        return Prose(text, marks).cut(start, max(start, end))

    def next_block(self) -> "ProseWriter":
        """Return a writer for the block that follows, in which the open marks are open too."""
        other = ProseWriter()
        for name, mark in self.open_marks.items():
            other.open_marks[name] = _Open(0, mark.kind, mark.target, mark.depth)
        return other

    def ends_in(self, signs: str) -> bool:
        """Return whether nothing was written yet, or one of `signs` last."""
        return not self.parts or self.parts[-1][-1:] in signs
