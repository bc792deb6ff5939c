"""A bar or line chart as its values.

Source: https://mermaid.js.org/syntax/xyChart.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.charted import TITLE, charted
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline, paragraphs

_WORDS = frozenset({TITLE, "x-axis", "y-axis", "bar", "line"})
_VALUE = re.compile(r'\s*"[^"]*"|[^",]+')


def read_xy_chart(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return each place on the x axis with its values."""
    leads: list[str] = []
    places: list[str] = []
    values: list[list[str]] = []
    for word, rest in charted(lines, _WORDS):
        name, _, cells = rest.partition("[")
        found = [visible(cell) for cell in _VALUE.findall(cells.partition("]")[0])]
        if word in ("bar", "line"):
            values.extend([] for _ in found[len(values) :])
            for known, value in zip(values, found, strict=False):
                # A line that follows the bars says nothing new.
                known.extend([] if value in known[-1:] else [value])
        elif word:
            leads.append(visible(name.partition("-->")[0].rstrip("0123456789.+- ")))
            places = found if word == "x-axis" else places
    places.extend("" for _ in values[len(places) :])
    rows = [
        Row(0, ": ".join(part for part in (place, ", ".join(told)) if part))
        for place, told in zip(places, [*values, *([] for _ in places[len(values) :])], strict=True)
    ]
    return (*paragraphs(leads), *outline(rows))
