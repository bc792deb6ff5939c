"""Blocks that need no look at their neighbours' kind: rules across the page and paragraphs."""

import re

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.tree import Node

_BREAK = re.compile(r" {0,3}(?:-(?: {0,2}-){2,}|_(?: {0,2}_){2,}|\*(?: {0,2}\*){2,}) *")


def _is_break(text: str) -> bool:
    return text.lstrip(" ")[:1] in ("-", "_", "*") and bool(_BREAK.fullmatch(text))


def thematic_break(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read the first line across the page in the block, and the lines before it."""
    place = block.lines.first(_is_break, "-_*", block.start, block.end)
    if place is None:
        return None
    if place > block.start:
        parser.parse_range(parent, block.lines, block.start, place)
    parent.add("hr", line=block.lines.number(place))
    return place + 1


def paragraph(parser: Parser, parent: Node, block: Block) -> int:
    """Read what is nothing else; in a tight list it is text of the item itself."""
    text = block.text
    if not text.strip():
        return block.end
    if not parser.inside("list"):
        parent.add("p", text.lstrip(), block.line)
    elif parent.last is not None:
        parent.last.tail += f"\n{text}"
    elif parent.text:
        parent.text += f"\n{text}"
    else:
        parent.text = text.lstrip()
        parent.line = block.line
    return block.end
