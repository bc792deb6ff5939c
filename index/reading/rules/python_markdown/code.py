"""Indented code: four spaces wherever no list goes on."""

import re

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.lines import INDENT, indented_end, without_indent
from index.reading.rules.python_markdown.tree import CLOSE, OPEN, Fence, Node, Stash

_KEPT = re.compile(rf"( *){OPEN}(\d+){CLOSE} *")


def indented_code(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read the indented lines at the block's start; they go on with code above them."""
    if not block.head.startswith(INDENT):
        return None
    end = indented_end(block.lines, block.start, block.end)
    texts = [
        line
        for text in block.lines.texts[block.start : end]
        for line in _unfenced(without_indent(text) if text.strip() else "", parser.stash)
    ]
    code = "\n".join(texts).rstrip() + "\n"
    last = parent.last
    if last is not None and last.tag == "pre":
        last.text += "\n" * _blank_before(block) + code
        return end
    made = parent.add("pre", code, block.line)
    made.raw = True
    return end


def _blank_before(block: Block) -> int:
    count = 0
    while block.start > count and not block.lines.texts[block.start - count - 1]:
        count += 1
    return count


def _unfenced(text: str, stash: Stash) -> tuple[str, ...]:
    """Return the lines of a fence that was seen too early: inside of code it is code."""
    found = _KEPT.fullmatch(text) if OPEN in text else None
    kept = stash.kept[int(found[2])] if found else None
    if not found or not isinstance(kept, Fence):
        return (text,)
    return tuple(found[1] + line for line in kept.source)
