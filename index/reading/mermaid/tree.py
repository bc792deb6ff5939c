"""Trees told by indentation and plain names: tree maps, folders, causes and effects.

Sources: https://mermaid.js.org/syntax/treemap.html, https://mermaid.js.org/syntax/treeView.html
"""

import re
from collections.abc import Sequence

from index.reading.block import Block
from index.reading.mermaid.indentation import levels
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline

_CLASS = re.compile(r":::.*")
_QUOTE = re.compile(r'"')


def read_tree(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the tree as an outline, a leaf with its value behind a colon."""
    rows = levels(line for line in lines if not line.lstrip().startswith("classDef"))
    return outline(Row(level, visible(_plain(text))) for level, text in rows)


def _plain(text: str) -> str:
    return " ".join(_CLASS.sub("", _QUOTE.sub("", text)).split())
