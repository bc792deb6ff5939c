"""A mind map as an outline.

Source: https://mermaid.js.org/syntax/mindmap.html
"""

import re
from collections.abc import Iterator, Sequence

from index.reading.block import Block
from index.reading.mermaid.indentation import levels
from index.reading.mermaid.label import visible
from index.reading.mermaid.outline import Row, outline, paragraphs

_OPENING = re.compile(r"\(\(|\(-|\(|\[|\{\{|\)\)|\)")
_CLOSING = "[](){}-"
_CLASS = re.compile(r":::.*")


def read_mindmap(lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the branches as an outline below the middle; icons and classes are left out."""
    rows = [Row(level, shape_label(text)) for level, text in levels(_nodes(lines))]
    middle = [row for row in rows if row.level == 0]
    if len(middle) != 1 or rows[0] is not middle[0]:
        return outline(rows)
    branches = (Row(row.level - 1, row.text) for row in rows[1:])
    return (*paragraphs([rows[0].text]), *outline(branches))


def _nodes(lines: Sequence[str]) -> Iterator[str]:
    """Yield one line a node; a Markdown string may go over several lines."""
    rest = iter(lines)
    for line in rest:
        if line.strip().startswith("::"):
            continue
        parts = [line]
        if '"`' in line and '`"' not in line.partition('"`')[2]:
            for more in rest:
                parts.append(more.strip())
                if '`"' in more:
                    break
        yield " ".join(parts)


def shape_label(text: str) -> str:
    """Return what stands in a node's shape, or the whole text where it has none."""
    text = _CLASS.sub("", text).strip() if '"' not in text else text
    opening = _OPENING.search(text)
    if opening is None:
        return visible(text)
    inner = text[opening.end() :]
    if '"' in inner:
        return visible(f'"{inner.partition(chr(34))[2].rpartition(chr(34))[0]}"')
    return visible(inner.rstrip(_CLOSING))
