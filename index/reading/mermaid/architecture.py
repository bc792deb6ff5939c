"""An architecture diagram as its groups with their services, and what is connected.

Source: https://mermaid.js.org/syntax/architecture.html
"""

import re
from collections.abc import Iterator, Sequence

from index.reading.block import Block
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline
from index.reading.mermaid.relation import direction, relation

_THING = re.compile(
    r"\s*(?:group|service)\s+(?P<name>[\w-]+)\s*(?:\([^)]*\))?\s*(?:\[(?P<title>[^\]]*)\])?"
    r"(?:\s*in\s+(?P<around>[\w-]+))?"
)
_EDGE = re.compile(
    r"\s*(?P<source>[\w-]+)(?:\{group\})?:[TBLR]\s*(?P<left><)?--?(?:\[(?P<label>[^\]]*)\]-)?"
    r"(?P<right>>)?\s*[TBLR]:(?P<target>[\w-]+)"
)


def read_architecture(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the groups and services, then the connections between them."""
    names: dict[str, str] = {}
    within: dict[str, list[str]] = {"": []}
    edges: list[str] = []
    for line in lines:
        if thing := _THING.match(line):
            name, around = thing["name"], thing["around"] or ""
            if name not in names:
                within.setdefault(around if around in names else "", []).append(name)
            names[name] = visible(thing["title"] or "") or name
        elif edge := _EDGE.match(line):
            source, target = (names.get(edge[end], edge[end]) for end in ("source", "target"))
            sign = direction(edge["left"] or "", edge["right"] or "")
            edges.append(relation(source, sign, target, visible(edge["label"] or "")))
    rows = [Row(level, names[name]) for level, name in _below(within)]
    return outline([*rows, *(Row(0, edge) for edge in edges)])


def _below(within: dict[str, list[str]]) -> Iterator[tuple[int, str]]:
    """Yield each thing with its level, groups before what lies in them."""
    waiting = [(0, name) for name in reversed(within[""])]
    while waiting:
        level, name = waiting.pop()
        yield level, name
        waiting.extend((level + 1, inner) for inner in reversed(within.get(name, ())))
