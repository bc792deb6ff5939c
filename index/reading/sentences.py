"""Text to sentences, by their places."""

import re
from collections.abc import Iterator

_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-ZÆØÅ])|\n")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence; a line break ends one too."""
    start = 0
    for match in _END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
