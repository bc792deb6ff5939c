"""A timeline as its periods, with what happened in each.

Source: https://mermaid.js.org/syntax/timeline.html
"""

import re
from collections.abc import Iterator, Sequence

from index.reading.block import Block
from index.reading.mermaid.charted import SECTION, TITLE, charted
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline, paragraphs

_WORDS = frozenset({TITLE, SECTION})
_COLON = re.compile(r":(?=\s|$)")
_DIRECTIONS = frozenset({"LR", "TD"})


def read_timeline(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the periods in order, those of a section below it."""
    title, periods, level = "", list[tuple[int, list[str]]](), 0
    for word, rest in charted(lines, _WORDS):
        if word == TITLE:
            title = visible(rest)
        elif word == SECTION:
            periods.append((0, [visible(rest)]))
            level = 1
        elif rest not in _DIRECTIONS:
            period, *events = (visible(part) for part in _COLON.split(rest))
            if period or not periods:
                periods.append((level, [period]))
            periods[-1][1].extend(events)
    rows = (row for level, texts in periods for row in _period(level, texts))
    return (*paragraphs([title]), *outline(rows))


def _period(level: int, texts: Sequence[str]) -> Iterator[Row]:
    """Yield a period with its one event on its line, or with several below it."""
    period, *events = texts
    if len(events) == 1:
        yield Row(level, ": ".join(text for text in texts if text))
    else:
        yield Row(level, period)
        yield from (Row(level + 1, event) for event in events)
