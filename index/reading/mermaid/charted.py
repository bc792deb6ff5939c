"""Lines of a chart: a word that says what the line is, and the rest."""

from collections.abc import Iterator, Sequence

TITLE = "title"
SECTION = "section"


def charted(lines: Sequence[str], words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each line as one of `words` and the rest; as "" and itself where it has none."""
    for line in lines:
        text = line.strip()
        word, _, rest = text.partition(" ")
        if word in words:
            yield word, rest.strip()
        elif text:
            yield "", text
