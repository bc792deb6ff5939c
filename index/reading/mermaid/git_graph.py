"""A Git graph as its commits, each with its branch, and the merges.

Source: https://mermaid.js.org/syntax/gitgraph.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.label import named, visible
from index.reading.mermaid.outline import Row, outline
from index.reading.mermaid.relation import FORTH, relation

_FACT = re.compile(r'\b(?:id|msg|tag|parent)\s{0,9}:\s*"(?P<text>[^"]*)"')
_MAIN = "main"


def read_git_graph(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return what the commits say; one that says nothing is left out."""
    rows: list[Row] = []
    branch = _MAIN
    for line in lines:
        word, _, rest = line.strip().partition(" ")
        name = visible(rest.strip().partition(" ")[0])
        facts = ", ".join(dict.fromkeys(visible(text) for text in _FACT.findall(rest)))
        if word in ("branch", "checkout", "switch"):
            branch = name
        elif word == "merge":
            rows.append(Row(0, relation(name, FORTH, branch, facts)))
        elif word.startswith("commit") and facts:
            rows.append(Row(0, f"{named(branch)}: {facts}"))
    return outline(rows)
