"""A state diagram as steps.

Source: https://mermaid.js.org/syntax/stateDiagram.html
"""

import re
from collections.abc import Iterator, Sequence

from index.reading.block import Block
from index.reading.mermaid.graph import Arrow, Graph
from index.reading.mermaid.label import visible
from index.reading.mermaid.steps import read_steps

_ARROW = re.compile(r"--+>")
_COLON = re.compile(r"(?<!:):(?!:)")
_DRESS = re.compile(r"(?:classDef|class|style|click|direction|hide|scale)(?=\s|$)")
_POINT = re.compile(r"<<|\[\[")
_NOTE = re.compile(r"note\s+(?:left|right)\s+of\s+(?P<name>[^\s:]+)\s*(?P<rest>.*)")
_END_NOTE = re.compile(r"\s*end\s+note\b")
_EDGE = "[*]"


def read_states(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the states in the order in which they follow each other."""
    graph = Graph()
    rest = iter(line.partition("%%")[0].strip().rstrip(";") for line in lines)
    for line in rest:
        if note := _NOTE.match(line):
            _remark(graph, note, rest)
        elif line.startswith("}"):
            graph.leave()
        elif line.startswith("state ") or line.endswith("{"):
            _declare(graph, line.removeprefix("state "))
        elif line and not _DRESS.match(line) and line.strip("-"):
            _transition(graph, line)
    _finish_groups(graph)
    return read_steps(graph)


def _finish_groups(graph: Graph) -> None:
    """Give each group what was said of it elsewhere, and its own start and end."""
    for number, group in enumerate(graph.groups):
        text = graph.texts.get(group.name, group.name)
        group.title = group.title if text == group.name else text
        start, end = _edge("start", number), _edge("end", number)
        group.first = start if start in graph.texts else ""
        group.last = end if end in graph.texts else ""


def _edge(side: str, group: int | None) -> str:
    """Return the name of a group's start or end."""
    return f"\n{side} {group}"


def _remark(graph: Graph, note: re.Match[str], rest: Iterator[str]) -> None:
    """Take a note, behind a colon or over the lines up to `end note`."""
    name, text = note["name"], note["rest"]
    if text.startswith(":"):
        text = text[1:]
    else:
        parts = [text]
        for line in rest:
            if _END_NOTE.match(line):
                break
            parts.append(line)
        text = " ".join(parts)
    graph.mention(name)
    graph.remarks.setdefault(name, []).append(visible(text))


def _declare(graph: Graph, text: str) -> None:
    """Take `"Text" as name`, `name <<choice>>` or the start of a group, `name {`."""
    opens = text.endswith("{")
    text = text.removesuffix("{").strip()
    title, alias, name = text.rpartition(" as ")
    name = name.strip()
    if point := _POINT.search(name):
        graph.mention(name[: point.start()].strip(), "")
    elif opens:
        shown = visible(title) if alias else graph.texts.get(name, name)
        graph.enter(name, visible(shown))
    elif alias:
        graph.mention(name, visible(title))
    else:
        _describe(graph, name)


def _transition(graph: Graph, line: str) -> None:
    """Take `A --> B: label`, or what else a line says of one state."""
    arrow = _ARROW.search(line)
    if arrow is None:
        _describe(graph, line)
        return
    head, _, label = _cut(line[arrow.end() :])
    source = _state(graph, line[: arrow.start()], "start")
    target = _state(graph, head, "end")
    if source and target:
        graph.connect([source], Arrow("", visible(label)), [target])


def _describe(graph: Graph, line: str) -> None:
    name, colon, text = _cut(line)
    if _state(graph, name, "start") and colon:
        graph.mention(name.partition(":::")[0].strip(), visible(text))


def _state(graph: Graph, text: str, side: str) -> str:
    """Take a state and return its name; a start and an end belong to the group they stand in."""
    name = text.partition(":::")[0].strip()
    if name == _EDGE:
        name = _edge(side, graph.open[-1] if graph.open else None)
        graph.mention(name, "")
    elif name:
        graph.mention(name)
    return name


def _cut(text: str) -> tuple[str, str, str]:
    """Cut at the colon that is no part of `:::class`."""
    colon = _COLON.search(text)
    if colon is None:
        return text, "", ""
    return text[: colon.start()], ":", text[colon.end() :]
