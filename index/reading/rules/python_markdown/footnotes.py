"""Definitions of footnotes (`footnotes`): `[^label]: text`, and what is indented below it."""

import re

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.lines import INDENT, Lines, without_indent
from index.reading.rules.python_markdown.tree import Node

_NOTE = re.compile(r" {0,3}\[\^([^\]]*)\]: *(.*)")


def _is_note(text: str) -> bool:
    return text.lstrip(" ").startswith("[^") and bool(_NOTE.match(text))


def footnote(parser: Parser, parent: Node, block: Block) -> int | None:
    """Take the first footnote out of the block and read the lines before it."""
    lines = block.lines
    place = lines.first(_is_note, "[", block.start, block.end)
    if place is None:
        return None
    if place > block.start:
        parser.parse_range(parent, lines, block.start, place)
    found = _NOTE.match(lines.texts[place])
    after = _end(block, place + 1)
    rest = lines.each(without_indent, place + 1, after)
    if found:
        note = Node("li", line=lines.numbers[place])
        text = Lines([found[2], *rest.texts], [lines.numbers[place], *rest.numbers])
        parser.notes.setdefault(found[1], note)
        parser.parse(note, text, "footnote")
    return after


def _end(block: Block, place: int) -> int:
    """Return where the note ends: its block, and every indented one that follows."""
    texts = block.lines.texts
    while place < block.stop:
        starts = place > 0 and not texts[place - 1]
        if texts[place] and (_is_note(texts[place]) or (starts and _leaves(texts[place]))):
            break
        place += 1
    while place > 0 and not texts[place - 1]:
        place -= 1
    return place


def _leaves(text: str) -> bool:
    return not text.startswith(INDENT)
