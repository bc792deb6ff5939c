"""A graph as numbered steps: each box once, its branches with the number they lead to."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from index.reading.block import Block
from index.reading.mermaid.graph import Arrow, Graph
from index.reading.mermaid.label import named
from index.reading.mermaid.order import flow_order
from index.reading.mermaid.outline import Row, outline
from index.reading.mermaid.points import END, FORK, START, Arrows, without_points
from index.reading.mermaid.relation import BACK, BOTH

STOP = "■"
"""The flow ends here, though further steps stand below."""

_CLOSED = ("?", "!", ".", ":", "…", START, FORK)


def read_steps(graph: Graph) -> tuple[Block, ...]:
    """Return the steps in the order of the flow; boxes without any arrow are a plain list.

    A step that simply leads to the next one needs no arrow. A step that ends the flow is marked
    where more follows: another start, or a branch (two arrows from one box say different things).
    """
    graph = graph.without_groups_as_boxes()
    texts, arrows = without_points(graph.texts, graph.arrows)
    targets = {box: [way.target for way in ways if way.target] for box, ways in arrows.items()}
    ordered = flow_order(texts, targets)
    numbers = {box: number for number, box in enumerate(ordered, 1)}
    stops = _stops(ordered, arrows)
    rows: list[Row] = []
    for box in ordered:
        place, ways = graph.place(box), tuple(dict.fromkeys(arrows[box])) or stops.get(box, ())
        lead = f"{place}: {texts[box]}" if place else texts[box]
        step = _step(lead, _telling(ways, numbers[box], numbers), texts, numbers)
        rows.append(Row(0, step, graph.remarks.get(box, [])))
    return outline(rows, 1 if any(arrows.values()) else None)


def _stops(ordered: Sequence[str], arrows: Arrows) -> dict[str, tuple[Arrow]]:
    """Return an arrow to the end for each box that ends the flow where more follows."""
    led_to = {way.target for ways in arrows.values() for way in ways}
    decided = any(len({way.label for way in ways}) > 1 for ways in arrows.values())
    return {
        box: (Arrow(END),)
        for box, after in pairwise(ordered)
        if box in led_to and not arrows[box] and (decided or after not in led_to)
    }


def _telling(ways: Sequence[Arrow], own: int, numbers: Mapping[str, int]) -> Sequence[Arrow]:
    """Return the ways without one that only leads on to the next step, or ends the last one."""
    if len(ways) != 1 or ways[0].label or ways[0].sign in (BACK, BOTH):
        return ways
    follows = len(numbers) if ways[0].target == END else numbers[ways[0].target] - 1
    return () if follows == own else ways


def _step(
    lead: str, ways: Sequence[Arrow], texts: Mapping[str, str], numbers: Mapping[str, int]
) -> str:
    """Return "Is it right? Yes → 3. Pay; No → 4. Send back"."""
    if not ways:
        return lead
    told = "; ".join(_way(way, texts, numbers) for way in ways)
    between = ": " if ways[0].label and not lead.endswith(_CLOSED) else " "
    return f"{lead}{between}{told}"


def _way(way: Arrow, texts: Mapping[str, str], numbers: Mapping[str, int]) -> str:
    target = STOP if way.target == END else f"{numbers[way.target]}. {named(texts[way.target])}"
    return f"{way.label} {way.sign} {target}".lstrip()
