"""A flowchart as steps.

Source: https://mermaid.js.org/syntax/flowchart.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.box import read_boxes
from index.reading.mermaid.graph import Arrow, Graph
from index.reading.mermaid.label import visible
from index.reading.mermaid.line import read_line
from index.reading.mermaid.relation import BACK, FORTH
from index.reading.mermaid.scanner import Scanner
from index.reading.mermaid.steps import read_steps

_DIRECTION = re.compile(r"\s*(?:TB|TD|BT|RL|LR|BR|[<>^v])(?=[\s;]|$)")
_BETWEEN = re.compile(r"(?:[\s;]|%%[^\n]*)+")
_WORD = re.compile(
    r"(?P<word>subgraph|end|style|classDef|class|click|linkStyle|direction|phase)(?=[\s;]|$)"
)
_REST = re.compile(r'(?:"[^"\n]*"|[^";\n]++)*+')
_LINE_END = re.compile(r"[^\n]*")


def read_flowchart(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the steps of the flow."""
    scanner = Scanner("\n".join(lines))
    graph = Graph()
    unseen: set[str] = set()
    scanner.take(_DIRECTION)
    while not scanner.done:
        if scanner.take(_BETWEEN):
            continue
        if word := scanner.take(_WORD):
            _take_word(scanner, graph, word["word"])
        elif not _take_chain(scanner, graph, unseen):
            # What is no statement is left out to the end of its line.
            scanner.take(_LINE_END)
    linked = {arrow.target for arrows in graph.arrows.values() for arrow in arrows}
    for name in unseen - linked - graph.arrows.keys():
        graph.texts.pop(name, None)
    return read_steps(graph)


def _take_word(scanner: Scanner, graph: Graph, word: str) -> None:
    """Take a statement that a word begins; most only dress the diagram."""
    if word == "end":
        graph.leave()
        return
    rest = scanner.take(_REST)
    if word == "subgraph":
        graph.enter(*_heading(rest[0] if rest else "", len(graph.groups)))
    else:
        scanner.take(_LINE_END)


def _heading(text: str, number: int) -> tuple[str, str]:
    """Return a group's name and title from `name [title]` or `title`."""
    text = text.strip().partition("@{")[0]
    name, bracket, title = text.partition("[")
    if text.startswith('"') or not bracket:
        return text.strip('"') or f"\n{number}", visible(text)
    return name.strip(), visible(title.rpartition("]")[0])


def _take_chain(scanner: Scanner, graph: Graph, unseen: set[str]) -> bool:
    """Take a chain such as `A[Text] -->|Ja| B & C --> D`; return whether there is one."""
    sources = read_boxes(scanner, graph)
    if not sources:
        return False
    while (line := read_line(scanner)) is not None:
        unseen.update(line.names)
        targets = read_boxes(scanner, graph)
        if not targets:
            return False
        if line.sign == BACK:
            graph.connect(targets, Arrow("", line.label, FORTH), sources)
        elif line.sign:
            graph.connect(sources, Arrow("", line.label, line.sign), targets)
        sources = targets
    return bool(scanner.done or _BETWEEN.match(scanner.text, scanner.at))
