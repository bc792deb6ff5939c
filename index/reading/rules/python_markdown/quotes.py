"""Quotes: the first line with `>` and all others of its block."""

import re

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.tree import Node

_QUOTED = re.compile(r" {0,3}> ?")


def _is_quoted(text: str) -> bool:
    return text.lstrip(" ").startswith(">") and bool(_QUOTED.match(text))


def quote(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read a quote, or go on with the one above, and read the lines before it."""
    place = block.lines.first(_is_quoted, ">", block.start, block.end)
    if place is None:
        return None
    if place > block.start:
        parser.parse_range(parent, block.lines, block.start, place)
    last = parent.last
    if last is not None and last.tag == "blockquote":
        own = last
    else:
        own = parent.add("blockquote", line=block.lines.number(place))
    parser.parse(own, block.lines.each(_unquoted, place, block.end), "quote")
    return block.end


def _unquoted(text: str) -> str:
    if text.strip() == ">":
        return ""
    found = _QUOTED.match(text)
    return text[found.end() :] if found else text
