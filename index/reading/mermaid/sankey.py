"""A Sankey diagram as what flows from where to where.

Source: https://mermaid.js.org/syntax/sankey.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline
from index.reading.mermaid.relation import FORTH, relation

_CELL = re.compile(r'"(?:[^"]|"")*+"|[^",]+')
_CELLS = 3


def read_sankey(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return "source → target: value" for each line."""
    cells = ([_shown(cell) for cell in _CELL.findall(line)] for line in lines)
    return outline(
        Row(0, relation(found[0], FORTH, found[1], found[2]))
        for found in cells
        if len(found) == _CELLS
    )


def _shown(cell: str) -> str:
    return visible(cell.replace('""', "''")).replace("''", '"')
