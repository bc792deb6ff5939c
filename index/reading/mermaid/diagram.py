"""A Mermaid diagram to blocks: its first word names the kind, the kind has its reader."""

from collections.abc import Callable, Sequence

from index.reading.block import Block
from index.reading.mermaid.architecture import read_architecture
from index.reading.mermaid.c4 import read_c4
from index.reading.mermaid.class_diagram import read_classes
from index.reading.mermaid.entities import read_entities
from index.reading.mermaid.flowchart import read_flowchart
from index.reading.mermaid.gantt import read_gantt
from index.reading.mermaid.git_graph import read_git_graph
from index.reading.mermaid.journey import read_journey
from index.reading.mermaid.kanban import read_kanban
from index.reading.mermaid.labels import read_labels
from index.reading.mermaid.mindmap import read_mindmap
from index.reading.mermaid.outline import paragraphs
from index.reading.mermaid.pie import read_pie
from index.reading.mermaid.quadrant import read_quadrants
from index.reading.mermaid.requirement import read_requirements
from index.reading.mermaid.sankey import read_sankey
from index.reading.mermaid.sequence import read_sequence
from index.reading.mermaid.source import read_source
from index.reading.mermaid.states import read_states
from index.reading.mermaid.timeline import read_timeline
from index.reading.mermaid.tree import read_tree
from index.reading.mermaid.xy_chart import read_xy_chart

_READERS: dict[str, Callable[[Sequence[str]], tuple[Block, ...]]] = {
    "architecture": read_architecture,
    "c4component": read_c4,
    "c4container": read_c4,
    "c4context": read_c4,
    "c4deployment": read_c4,
    "c4dynamic": read_c4,
    "classdiagram": read_classes,
    "erdiagram": read_entities,
    "flowchart": read_flowchart,
    "gantt": read_gantt,
    "gitgraph": read_git_graph,
    "graph": read_flowchart,
    "ishikawa": read_tree,
    "journey": read_journey,
    "kanban": read_kanban,
    "mindmap": read_mindmap,
    "packet": read_pie,
    "pie": read_pie,
    "quadrantchart": read_quadrants,
    "requirementdiagram": read_requirements,
    "sankey": read_sankey,
    "sequencediagram": read_sequence,
    "statediagram": read_states,
    "swimlane": read_flowchart,
    "timeline": read_timeline,
    "treemap": read_tree,
    "treeview": read_tree,
    "xychart": read_xy_chart,
}
"""Every kind that has more to say than its labels; the first word in small letters."""


def read_diagram(source: str) -> tuple[Block, ...]:
    """Return what the diagram says; () where that is nothing, and never its syntax."""
    diagram = read_source(source)
    reader = _READERS.get(diagram.kind, read_labels)
    return (*paragraphs(diagram.leads), *reader(diagram.lines))
