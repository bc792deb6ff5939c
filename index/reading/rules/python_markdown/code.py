"""Indented code: four spaces wherever no list goes on."""

import re
from collections.abc import Iterator

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.lines import (
    INDENT,
    indented_end,
    numbered,
    without_indent,
)
from index.reading.rules.python_markdown.tree import CLOSE, OPEN, Fence, Node, Stash

_KEPT = re.compile(rf"( *){OPEN}(\d+){CLOSE} *")


def indented_code(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read the indented lines at the block's start; they go on with code above them."""
    if not block.head.startswith(INDENT):
        return None
    lines, start, end = block.lines, block.start, block.end
    if any(OPEN in text for text in lines.texts[start:end]):
        lines = numbered(_unfenced(block, parser.stash))
        start, end = 0, len(lines)
    rest = indented_end(lines, start, end)
    texts = [without_indent(text) if text.strip() else "" for text in lines.texts[start:rest]]
    code = "\n".join(texts).rstrip() + "\n"
    last = parent.last
    if last is not None and last.tag == "pre":
        last.text += "\n" * _blank_before(block) + code
    else:
        made = parent.add("pre", code, block.line)
        made.raw = True
    if lines is block.lines:
        return rest
    parser.parse_range(parent, lines, rest, end)
    return block.end


def _blank_before(block: Block) -> int:
    count = 0
    while block.start > count and not block.lines.texts[block.start - count - 1]:
        count += 1
    return count


def _unfenced(block: Block, stash: Stash) -> Iterator[tuple[str, int]]:
    """Yield the block with its fences as they were: they were seen too early, code is code."""
    for place in range(block.start, block.end):
        text, number = block.lines.texts[place], block.lines.numbers[place]
        found = _KEPT.fullmatch(text) if OPEN in text else None
        kept = stash.kept[int(found[2])] if found else None
        if found and isinstance(kept, Fence):
            yield from ((found[1] + line, number + row) for row, line in enumerate(kept.source))
        else:
            yield text, number
