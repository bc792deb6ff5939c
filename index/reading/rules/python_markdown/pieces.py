"""Text that is put together from pieces, each of which knows where it stood in the file."""

from collections.abc import Iterable

from index.reading.rules.python_markdown.lines import Lines

Pieces = list[tuple[str, int]]
"""Text, in order, each part with the number of its first line in the file."""


def joined(pieces: Iterable[tuple[str, int]]) -> Lines:
    """Return the lines that the pieces make together."""
    texts: list[str] = []
    numbers: list[int] = []
    open_parts: list[str] = []
    first = last = 0
    for text, number in pieces:
        for offset, part in enumerate(text.split("\n")):
            if offset > 0:
                texts.append("".join(open_parts))
                numbers.append(first if open_parts else last)
                open_parts = []
            if part:
                last = number + offset
                first = first if open_parts else last
                open_parts.append(part)
    texts.append("".join(open_parts))
    numbers.append(first if open_parts else last)
    return Lines(texts, numbers)
