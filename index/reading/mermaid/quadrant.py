"""A quadrant chart as its quadrants, with the points in each.

Source: https://mermaid.js.org/syntax/quadrantChart.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.charted import TITLE, charted
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline, paragraphs
from index.reading.mermaid.relation import FORTH

_AXES = ("x-axis", "y-axis")
_QUADRANTS = ("quadrant-1", "quadrant-2", "quadrant-3", "quadrant-4")
_WORDS = frozenset({TITLE, *_AXES, *_QUADRANTS, "classDef"})
_POINT = re.compile(r"(?P<label>[^:\[]*)(?::::\w+)?:\s*\[\s*(?P<x>[\d.]+)\s*,\s*(?P<y>[\d.]+)")
_MIDDLE = 0.5


def read_quadrants(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the axes, and each quadrant with its points; from the upper right, as numbered."""
    leads: list[str] = []
    titles: dict[str, str] = {}
    points: dict[str, list[str]] = {quadrant: [] for quadrant in _QUADRANTS}
    for word, rest in charted(lines, _WORDS):
        if word == TITLE:
            leads.insert(0, visible(rest))
        elif word in _AXES:
            ends = (visible(end) for end in rest.split("-->"))
            leads.append(f" {FORTH} ".join(end for end in ends if end))
        elif word in _QUADRANTS:
            titles[word] = visible(rest)
        elif point := _POINT.match(rest):
            points[_quadrant(point["x"], point["y"])].append(visible(point["label"]))
    rows: list[Row] = []
    for quadrant in _QUADRANTS:
        title = titles.get(quadrant, "")
        rows.append(Row(0, title))
        rows.extend(Row(1 if title else 0, label) for label in points[quadrant])
    return (*paragraphs(leads), *outline(rows))


def _quadrant(x: str, y: str) -> str:
    right, upper = _number(x) >= _MIDDLE, _number(y) >= _MIDDLE
    if upper:
        return _QUADRANTS[0 if right else 1]
    return _QUADRANTS[3 if right else 2]


def _number(digits: str) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0
