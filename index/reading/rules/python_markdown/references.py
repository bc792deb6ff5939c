"""Definitions of links: `[label]: target "title"`, the target and the title also a line below."""

import re

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.tree import Node

_DEFINITION = re.compile(
    r" {0,3}\[([^\[\]]*)\]: *(?:\n *)?(\S+) *(?:\n *)?"
    r"""(?:(?P<quote>["'])(.*)(?P=quote) *|\((.*)\) *)?$""",
    re.MULTILINE,
)
LINES = 3
"""The most lines that one definition takes."""


def _may_define(text: str) -> bool:
    return text.lstrip(" ").startswith("[") and "]:" in text


def definition(parser: Parser, parent: Node, block: Block) -> int | None:
    """Take the block's first definitions out of it and read the lines before them."""
    lines, place = block.lines, block.start
    while (found := lines.first(_may_define, "[", place, block.end)) is not None:
        after = _define(parser, block, found)
        if after is None:
            place = found + 1
            continue
        while after < block.end and _define(parser, block, after, lines=1):
            after += 1
        if found > block.start:
            parser.parse_range(parent, lines, block.start, found)
        return after
    return None


def _define(parser: Parser, block: Block, place: int, lines: int = LINES) -> int | None:
    """Note the definition at `place` and return where it ends; None where there is none."""
    texts = block.lines.texts[place : min(place + LINES, block.end)]
    match = _DEFINITION.match("\n".join(texts)) if _may_define(texts[0]) else None
    if match is None or match[0].count("\n") >= lines:
        return None
    target, title = match[2].lstrip("<").rstrip(">"), match[4] or match[5] or ""
    parser.references[match[1].strip().lower()] = (target, title)
    return place + 1 + match[0].count("\n")
