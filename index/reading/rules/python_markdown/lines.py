"""Lines of a page, or of an element in it, each with its number in the file."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

TAB = 4
"""Columns of one level of indentation."""
INDENT = " " * TAB


class Lines:
    """Lines with their numbers; finds the next one of a kind without reading all again."""

    def __init__(self, texts: Sequence[str], numbers: Sequence[int]) -> None:
        self.texts = texts
        """The lines without line end; a blank line is empty."""
        self.numbers = numbers
        """Number of each in the file, counted from 0."""
        self._found: dict[Callable[[str], object], list[int]] = {}
        self._signs: frozenset[str] | None = None

    def __len__(self) -> int:
        return len(self.texts)

    def first(self, kind: Callable[[str], object], signs: str, start: int, end: int) -> int | None:
        """Return the first place from `start` to before `end` whose line is of this kind.

        All lines of the kind begin with one of `signs`, after spaces at most.
        """
        if self._signs is None:
            self._signs = frozenset(text.lstrip(" ")[:1] for text in self.texts)
        if self._signs.isdisjoint(signs):
            return None
        places = self._found.get(kind)
        if places is None:
            places = [place for place, text in enumerate(self.texts) if kind(text)]
            self._found[kind] = places
        at = bisect_left(places, start) if places else 0
        return places[at] if at < len(places) and places[at] < end else None

    def cut(self, start: int, end: int) -> "Lines":
        """Return the lines from `start` to before `end`."""
        return Lines(self.texts[start:end], self.numbers[start:end])

    def each(self, change: Callable[[str], str], start: int, end: int) -> "Lines":
        """Return the same lines, each changed."""
        changed = [change(text) for text in self.texts[start:end]]
        return Lines(changed, self.numbers[start:end])

    def number(self, place: int) -> int:
        """Return the number of the line at `place`, that of the last one behind the end."""
        if not self.numbers:
            return 0
        return self.numbers[min(place, len(self.numbers) - 1)]


def numbered(pairs: Iterable[tuple[str, int]]) -> Lines:
    """Return lines of pairs of text and number."""
    texts: list[str] = []
    numbers: list[int] = []
    for text, number in pairs:
        texts.append(text)
        numbers.append(number)
    return Lines(texts, numbers)


def without_indent(text: str, levels: int = 1) -> str:
    """Return the line with so many levels of indentation less, if it has them all."""
    indent = INDENT * levels
    return text.removeprefix(indent)


def indented_end(lines: Lines, start: int, end: int, indent: str = INDENT) -> int:
    """Return the first place that is neither indented so far nor blank."""
    for place in range(start, end):
        text = lines.texts[place]
        if not text.startswith(indent) and text.strip():
            return place
    return end
