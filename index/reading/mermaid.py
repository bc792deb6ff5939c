"""A Mermaid flowchart read aloud: its boxes as steps, its arrows as what follows.

Source of the syntax: https://mermaid.js.org/syntax/flowchart.html
"""

import re
from dataclasses import dataclass, field

_FLOWCHART = re.compile(r"^\s*(?:flowchart|graph)\b")
_SETTINGS = re.compile(r"\A\s*---\n.*?\n---\n", re.DOTALL)
_REMARK = re.compile(r"\s*%%")
_NODE = re.compile(
    r"(?P<id>\w+(?:[.-]\w+)*)\s*(?:(?P<open>\(\[|\[\[|\[\(|\(\(\(|\(\(|\{\{|\[/|\[\\|[\[({>])"
    r"(?P<label>\"[^\"]*\"|[^\])}|]*?)(?:\]\)|\]\]|\)\]|\)\)\)|\)\)|\}\}|/\]|\\\]|[\])}]))?(?::::\w+)?"
)
_ARROW = re.compile(
    r"\s*(?:[<ox]?(?:--+|==+|-\.+)\s*(?P<inner>(?![-=.>|\s])(?:(?!--|==|\.-|\||>).)+?)\s*(?:--+|==+|\.+-)[>ox]?"
    r"|[<ox]?(?:--+|==+|-\.+-?)[>ox]?)(?:\s*\|(?P<label>[^|]*)\|)?\s*"
)
_LABEL = re.compile(r"[\[({|]+\s*\"?([^\[\](){}|\"]+?)\"?\s*[\])}|]+")
_IGNORED = re.compile(
    r"^\s*(?:%%|subgraph\b|end\b|style\b|classDef\b|class\b|click\b|linkStyle\b|direction\b|$)"
)


@dataclass(slots=True)
class _Chart:
    """What the lines have told so far."""

    labels: dict[str, str] = field(default_factory=dict)
    arrows: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


def read_diagram(source: str) -> tuple[str, ...]:
    """Return the diagram's steps as sentences; for another kind than a flowchart, its labels."""
    body = _SETTINGS.sub("", source)
    lines = [line for line in body.split("\n") if line.strip() and not _REMARK.match(line)]
    if not lines or not _FLOWCHART.match(lines[0]):
        labels = (match.strip() for match in _LABEL.findall("\n".join(lines)))
        return tuple(label for label in labels if any(sign.isalnum() for sign in label))
    chart = _Chart()
    for line in lines[1:]:
        for statement in line.split(";"):
            if not _IGNORED.match(statement):
                _read_statement(chart, statement.strip())
    return tuple(_sentence(chart, node) for node in chart.labels)


def _read_statement(chart: _Chart, statement: str) -> None:
    """Read one chain such as `A[Text] -->|Ja| B & C --> D`."""
    position = 0
    before: list[str] = []
    label = ""
    while position < len(statement):
        nodes, position = _read_nodes(chart, statement, position)
        if not nodes:
            return
        for source in before:
            chart.arrows.setdefault(source, []).extend((label, target) for target in nodes)
        arrow = _ARROW.match(statement, position)
        if arrow is None or arrow.end() == position:
            return
        label = (arrow["label"] or arrow["inner"] or "").strip().strip('"')
        before, position = nodes, arrow.end()


def _read_nodes(chart: _Chart, statement: str, position: int) -> tuple[list[str], int]:
    nodes: list[str] = []
    while match := _NODE.match(statement, position):
        name, label = match["id"], _clean(match["label"] or "")
        if label or name not in chart.labels:
            chart.labels[name] = label or name
        nodes.append(name)
        position = match.end()
        joined = re.compile(r"\s*&\s*").match(statement, position)
        if joined is None:
            break
        position = joined.end()
    return nodes, position


def _clean(label: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<br\s*/?>", " ", label.strip().strip('"'))).strip()


def _sentence(chart: _Chart, node: str) -> str:
    branches = [
        f"{label} → {chart.labels[target]}" if label else f"→ {chart.labels[target]}"
        for label, target in chart.arrows.get(node, ())
    ]
    return " ".join([chart.labels[node], "; ".join(branches)]).strip()
