"""Points without words (forks, joins, choices, starts, ends) taken out of a graph."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from index.reading.mermaid.graph import Arrow
from index.reading.mermaid.label import named
from index.reading.mermaid.relation import FORTH

END = ""
"""The target of an arrow to a point from which nothing leads on."""

START = "●"
"""What is shown for a start with words on its arrows only."""

FORK = "◆"
"""What is shown for a point where several ways meet and part."""

Arrows = Mapping[str, Sequence[Arrow]]
"""The arrows from each box."""


def without_points(
    texts: Mapping[str, str], arrows: Arrows
) -> tuple[dict[str, str], dict[str, list[Arrow]]]:
    """Return the boxes with words, and the arrows between them, with what stood on the way.

    A point from which one arrow leads on is passed; one that a single arrow leads to gives its
    arrows to the box before it. Each arrow is moved once, so that a large graph stays as large.
    """
    points = {box for box, text in texts.items() if not text}
    onward = {box: [way for way in arrows.get(box, ()) if way.target != box] for box in points}
    passed = _passed(onward, {way.target for ways in arrows.values() for way in ways})
    led = {
        box: [way for way in ways if box not in points or way.target != box]
        for box, ways in _past(passed, {**arrows, **onward}).items()
    }
    into = Counter(way.target for ways in led.values() for way in ways)
    parting = {box for box in points if led.get(box) and into[box] == 1}
    ends = {box for box in points if not led.get(box)}
    shown: dict[str, str] = {}
    ways_of: dict[str, list[Arrow]] = {}
    for box, text in texts.items():
        if box in passed or box in parting or box in ends:
            continue
        ways = list(_expanded(led.get(box, ()), led, parting, ends))
        if text or into[box] or any(way.label for way in ways):
            shown[box] = text or (FORK if into[box] else START)
            ways_of[box] = ways
    return shown, ways_of


def _passed(onward: Arrows, led_to: set[str]) -> dict[str, Arrow | None]:
    """Return where the only way on from a point ends; None where it goes round in a ring."""
    single = {box: ways[0] for box, ways in onward.items() if len(ways) == 1 and box in led_to}
    passed: dict[str, Arrow | None] = {}
    for start in single:
        way: list[str] = []
        box = start
        seen: set[str] = set()
        while box in single and box not in passed and box not in seen:
            way.append(box)
            seen.add(box)
            box = single[box].target
        for behind in reversed(way):
            ring = single[behind].target in seen and single[behind].target not in passed
            passed[behind] = None if ring else _through(single[behind], passed)
    return passed


def _past(passed: Mapping[str, Arrow | None], arrows: Arrows) -> dict[str, list[Arrow]]:
    """Return the arrows past the points that are passed."""
    return {
        box: [way for way in (_through(way, passed) for way in ways) if way is not None]
        for box, ways in arrows.items()
        if box not in passed
    }


def _through(arrow: Arrow, passed: Mapping[str, Arrow | None]) -> Arrow | None:
    if arrow.target not in passed:
        return arrow
    onward = passed[arrow.target]
    return None if onward is None else _joined(arrow, onward)


def _joined(arrow: Arrow, onward: Arrow) -> Arrow:
    """Return the way over two arrows."""
    label = f" {FORTH} ".join(part for part in (arrow.label, onward.label) if part)
    return Arrow(onward.target, named(label), onward.sign)


def _expanded(
    ways: Sequence[Arrow], led: Arrows, parting: set[str], ends: set[str]
) -> Iterator[Arrow]:
    """Yield the ways, those to a parting point as the ways from there."""
    waiting = list(reversed(ways))
    while waiting:
        way = waiting.pop()
        if way.target in parting:
            waiting.extend(_joined(way, onward) for onward in reversed(led[way.target]))
        else:
            yield Arrow(END, way.label, way.sign) if way.target in ends else way
