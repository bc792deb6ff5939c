"""Definition lists (`def_list`): terms, below them `:   meaning`; and abbreviations (`abbr`)."""

import re

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.lines import Lines, indented_end, without_indent
from index.reading.rules.python_markdown.tree import Node

_MEANING = re.compile(r" {0,3}: {1,3}(.*)")
_UNINDENTED = re.compile(r" {0,3}[^ :]")
_ABBREVIATION = re.compile(r"\*\[[^\\]*?\] ?: *\S")


def _is_meaning(text: str) -> bool:
    return text.lstrip(" ").startswith(": ") and bool(_MEANING.match(text))


def definition_list(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read the first meaning of the block with the terms above it."""
    lines = block.lines
    place = lines.first(_is_meaning, ":", block.start, block.end)
    if place is None:
        return None
    terms = [text.strip() for text in lines.texts[block.start : place] if text.strip()]
    last = parent.last
    if not terms and last is None:
        return None
    state = "list"
    if not terms and last is not None and last.tag == "p":
        terms, state = last.text.split("\n"), "looselist"
        parent.children.pop()
    own = parent.last
    if own is None or own.tag != "dl":
        own = parent.add("dl", line=block.line)
    elif not terms and own.last is not None and own.last.tag == "dd" and own.last.children:
        state = "looselist"
    for term in terms:
        own.add("dt", term, block.line)
    meaning, after = _meaning(block, place)
    parser.parse(own.add("dd", line=lines.number(place)), meaning, state)
    return after


def _meaning(block: Block, place: int) -> tuple[Lines, int]:
    lines = block.lines
    found = _MEANING.match(lines.texts[place])
    start = place + 1
    if start < block.end and _UNINDENTED.match(lines.texts[start]):
        rest, after = lines.cut(start, block.end), block.end
    else:
        after = indented_end(lines, start, block.end)
        rest = lines.each(without_indent, start, after)
    first = found[1] if found else ""
    return Lines([first, *rest.texts], [lines.numbers[place], *rest.numbers]), after


def _is_abbreviation(text: str) -> bool:
    return text.startswith("*[") and bool(_ABBREVIATION.match(text))


def abbreviation(parser: Parser, parent: Node, block: Block) -> int | None:
    """Take the first abbreviation out of the block and read the lines before it."""
    place = block.lines.first(_is_abbreviation, "*", block.start, block.end)
    if place is None:
        return None
    if place > block.start:
        parser.parse_range(parent, block.lines, block.start, place)
    return place + 1
