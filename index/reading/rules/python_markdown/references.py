"""Definitions of links: `[label]: target "title"`, the target and the title also a line below."""

import re

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.tree import Node

_DEFINITION = re.compile(
    r" {0,3}\[([^\[\]]*)\]: *(?:\n *)?(\S+) *(?:\n *)?"
    r"""(?:(?P<quote>["'])(.*)(?P=quote) *|\((.*)\) *)?$""",
    re.MULTILINE,
)
_LINES = 3
"""The most lines that one definition takes."""


def _may_define(text: str) -> bool:
    return text.lstrip(" ").startswith("[") and "]:" in text


def definition(parser: Parser, parent: Node, block: Block) -> int | None:
    """Take the first definition out of the block and read the lines before it."""
    lines, place = block.lines, block.start
    while (found := lines.first(_may_define, place, block.end)) is not None:
        text = "\n".join(lines.texts[found : min(found + _LINES, block.end)])
        match = _DEFINITION.match(text)
        if match:
            parser.references[match[1].strip().lower()] = (
                match[2].lstrip("<").rstrip(">"),
                match[4] or match[5] or "",
            )
            if found > block.start:
                parser.parse_range(parent, lines, block.start, found)
            return found + 1 + match[0].count("\n")
        place = found + 1
    return None
