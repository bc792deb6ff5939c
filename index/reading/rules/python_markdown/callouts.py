"""Blocks with a title and an indented body: `!!! note`, `??? note`, `=== "Tab"`.

Sources: Python-Markdown's `admonition`, `pymdownx.details` and `pymdownx.tabbed`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.reading.rules.python_markdown.blocks import Block, BlockRule, Parser
from index.reading.rules.python_markdown.lines import INDENT, indented_end
from index.reading.rules.python_markdown.tree import ITEMS, LISTS, Node


@dataclass(frozen=True, slots=True)
class Callout:
    """One kind of titled block."""

    name: str
    """The extension's name."""
    sign: str
    """What the first line begins with."""
    opening: re.Pattern[str]
    """The whole first line; `kind` and `title` are its groups."""


_WORDS = r"[\w-]+(?: +[\w-]+)*?"
CALLOUTS = (
    Callout(
        "admonition",
        "!!!",
        re.compile(rf'!!! ?(?P<kind>{_WORDS})(?: +"(?P<title>.*?)")? *'),
    ),
    Callout(
        "pymdownx.details",
        "???",
        re.compile(rf'\?\?\?\+? ?(?:(?P<kind>{_WORDS})(?: +"(?P<title>.*?)")?|"(?P<only>.*?)") *'),
    ),
    Callout(
        "pymdownx.tabbed",
        "===",
        re.compile(r'===(?:\+!?|!\+?)? +(?P<kind>)"(?P<title>.*?)" *'),
    ),
)


def callout(kind: Callout) -> BlockRule:
    """Return the rule that reads this kind of block."""

    def opens(text: str) -> bool:
        return text.startswith(kind.sign) and bool(kind.opening.fullmatch(text))

    def rule(parser: Parser, parent: Node, block: Block) -> int | None:
        place = block.lines.first(opens, kind.sign[0], block.start, block.end)
        if place is None:
            return _continuation(kind, parser, parent, block)
        return _new(kind, parser, parent, block, place)

    return rule


def _new(kind: Callout, parser: Parser, parent: Node, block: Block, place: int) -> int:
    lines = block.lines
    if place > block.start:
        parser.parse_range(parent, lines, block.start, place)
    made = parent.add("div", line=lines.number(place))
    made.kind = kind.name
    found = kind.opening.fullmatch(lines.texts[place])
    if found:
        made.attributes["title"] = _title(found)
    end = indented_end(lines, place + 1, block.end)
    parser.parse(made, lines.each(_detabbed(INDENT), place + 1, end), "callout")
    return end


def _title(found: re.Match[str]) -> str:
    """Return the title that is given, an empty one too, else the kind's first word."""
    named = found.groupdict()
    for group in ("title", "only"):
        if named.get(group) is not None:
            return str(named[group])
    return found["kind"].lower().split(" ", 1)[0].capitalize()


def _continuation(kind: Callout, parser: Parser, parent: Node, block: Block) -> int | None:
    """Read an indented block into the callout above it, or into the last list item in that."""
    own = parent.last
    if own is None or own.kind != kind.name or not block.head.startswith(INDENT):
        return None
    head, indent, last = block.head, INDENT, own.last
    while last is not None and head.startswith(INDENT * 2) and last.tag in LISTS:
        item = last.last
        if item is None:
            return None
        own, last = item, item.last
        head, indent = head[len(INDENT) :], indent + INDENT
    if own.tag in ITEMS:
        own.wrap_text()
    end = indented_end(block.lines, block.start, block.end, indent)
    parser.parse(own, block.lines.each(_detabbed(indent), block.start, end), "")
    return end


def _detabbed(indent: str) -> Callable[[str], str]:
    return lambda text: text[len(indent) :] if text.strip() else ""
