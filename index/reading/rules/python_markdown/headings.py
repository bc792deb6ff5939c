"""Headings: `#` at the start of any line, or a first line that the next one underlines."""

import re

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.lines import without_indent
from index.reading.rules.python_markdown.tree import Node

_UNDERLINE = re.compile(r"(?:=+|-+) *")
_BACKSLASHES = re.compile(r"\\+$")
LEVELS = 6


def _is_hash(text: str) -> bool:
    # A backslash that escapes the line end makes the line no heading.
    if not text.startswith("#"):
        return False
    found = _BACKSLASHES.search(text) if text.endswith("\\") else None
    return found is None or len(found[0]) % 2 == 0


def _is_sane_hash(text: str) -> bool:
    return _is_hash(text) and text.lstrip("#").startswith(" ") and not text.startswith("#######")


def hash_heading(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read the first line of the block that begins with `#`, and the lines before it."""
    return _hash_heading(parser, parent, block, sane=False)


def sane_hash_heading(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read the same where a space is asked for behind the signs (`pymdownx.saneheaders`)."""
    return _hash_heading(parser, parent, block, sane=True)


def _hash_heading(parser: Parser, parent: Node, block: Block, *, sane: bool) -> int | None:
    lines = block.lines
    place = lines.first(_is_sane_hash if sane else _is_hash, "#", block.start, block.end)
    if place is None:
        return None
    if place > block.start:
        parser.parse_range(parent, lines, block.start, place)
    text = lines.texts[place]
    level = min(len(text) - len(text.lstrip("#")), LEVELS)
    parent.add(f"h{level}", _without_closing(text[level:]), lines.number(place))
    if parser.inside("looselist") and place + 1 < block.end:
        parser.parse(parent, lines.each(without_indent, place + 1, block.end))
        return block.end
    return place + 1


def _without_closing(text: str) -> str:
    kept = text.rstrip("#")
    escapes = _BACKSLASHES.search(kept) if kept.endswith("\\") else None
    if escapes and len(escapes[0]) % 2 and kept != text:
        kept += "#"
    return kept.strip()


def underlined_heading(_parser: Parser, parent: Node, block: Block) -> int | None:
    """Read a block's first line that `===` or `---` underlines."""
    if block.start + 1 >= block.end:
        return None
    under = block.lines.texts[block.start + 1]
    if under[0] not in "=-" or not _UNDERLINE.fullmatch(under):
        return None
    parent.add("h1" if under[0] == "=" else "h2", block.head.strip(), block.line)
    return block.start + 2
