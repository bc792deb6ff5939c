"""Lists: four spaces are one level, a blank line ends a paragraph before the first item."""

import re

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.lines import INDENT, TAB, Lines, numbered, without_indent
from index.reading.rules.python_markdown.tree import ITEMS, LISTS, Node

_ITEM = re.compile(r" {0,3}(?:\d+\.|[*+-]) +(.*)")
_NESTED = re.compile(r" {4,7}(?:\d+\.|[*+-]) +")
_ORDERED = re.compile(r" {0,3}\d+\. ")
_BULLET = re.compile(r" {0,3}[*+-] ")

Pairs = list[tuple[str, int]]
"""The lines of one item with their numbers."""


def list_continuation(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read an indented block that goes on with the list item above it."""
    inside = parent.tag in ITEMS
    last = parent.last
    if (
        not block.head.startswith(INDENT)
        or parser.inside("detabbed")
        or not (inside or (last is not None and last.tag in LISTS))
    ):
        return None
    levels, sibling = _owner(parser, parent, block.head)
    lines = block.lines.each(
        lambda text: without_indent(text, levels) if levels else text, block.start, block.end
    )
    deepest = sibling.last
    if inside:
        own = last if last is not None and last.tag in LISTS else parent
        parser.parse(own, lines, "detabbed")
    elif sibling.tag in ITEMS:
        parser.parse(sibling, lines, "detabbed")
    elif deepest is not None and deepest.tag in ITEMS:
        deepest.wrap_text()
        parser.parse(deepest, lines, "detabbed")
    else:
        item = sibling.add("dd" if sibling.tag == "dl" else "li", line=block.line)
        parser.parse(item, lines, "detabbed")
    return block.end


def _owner(parser: Parser, parent: Node, head: str) -> tuple[int, Node]:
    """Return how many levels belong to lists, and the innermost list or item of these."""
    indent = (len(head) - len(head.lstrip(" "))) // TAB
    level = 1 if parser.inside("list") else 0
    while indent > level:
        child = parent.last
        if child is None or child.tag not in LISTS | ITEMS:
            break
        if child.tag in LISTS:
            level += 1
        parent = child
    return level, parent


def ordered_list(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read a block that begins with `1. `."""
    return _list(parser, parent, block, "ol") if _ORDERED.match(block.head) else None


def bullet_list(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read a block that begins with `- `, `* ` or `+ `."""
    return _list(parser, parent, block, "ul") if _BULLET.match(block.head) else None


def _list(parser: Parser, parent: Node, block: Block, tag: str) -> int:
    items = _items(block)
    last = parent.last
    if last is not None and last.tag in ("ol", "ul"):
        own = last
        _loosen(own)
        item = own.add("li", line=items[0][0][1])
        parser.parse(item, numbered(items.pop(0)), "looselist")
    elif parent.tag in ("ol", "ul"):
        own = parent
    else:
        own = parent.add(tag, line=block.line)
    for pairs in items:
        if pairs[0][0].startswith(INDENT) and own.last is not None:
            parser.parse(own.last, numbered(pairs), "list")
        else:
            parser.parse(own.add("li", line=pairs[0][1]), numbered(pairs), "list")
    return block.end


def _loosen(own: Node) -> None:
    """Make paragraphs of what stands bare in the last item, since another block follows."""
    item = own.last
    if item is None:
        return
    item.wrap_text()
    if item.last is not None and item.last.tail:
        text, item.last.tail = item.last.tail.lstrip(), ""
        item.add("p", text, item.line)


def _items(block: Block) -> list[Pairs]:
    items: list[Pairs] = []
    lines: Lines = block.lines
    for place in range(block.start, block.end):
        text, number = lines.texts[place], lines.numbers[place]
        found = _ITEM.match(text)
        if found:
            items.append([(found[1], number)])
        elif _NESTED.match(text) and not items[-1][0][0].startswith(INDENT):
            items.append([(text, number)])
        else:
            items[-1].append((text, number))
    return items
