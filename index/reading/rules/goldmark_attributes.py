"""Goldmark's attributes of headings: `## Heading {#id .class}`, last on the line.

Source: https://gohugo.io/content-management/markdown-attributes/ ; the grammar was seen by
running it.
"""

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

# One attribute with what may stand behind it. A name is an id or a class when a sign leads it;
# ASCII signs but these four end it.
_NAME = r"[#.](?:[^\s!-/:-@\[-`{-~]|[-_:.])*"
_VALUE = r'"(?:\\.|[^"\\])*"|\[[^\][]*\]|[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|[A-Za-z_:][\w:.-]*'
_ATTRIBUTE = re.compile(
    rf"\s*(?:(?P<name>{_NAME})|(?P<key>[A-Za-z_:][A-Za-z0-9_:.-]*)\s*=\s*(?P<value>{_VALUE}))\s*,?\s*"
)
_FIRST_HASHES = re.compile(r"(?<!\\)(?:^|[ \t])#+")
_LAST_HASHES = re.compile(r"(?:^|[ \t])#+$")


def goldmark_attributes(*, first_hashes: bool) -> Callable[[MarkdownIt], None]:
    """Return the rule.

    `first_hashes` for the versions that take `## Heading {#id} ##` too, and take as closing
    hashes before attributes only the first on the line that could be.
    """

    def rule(md: MarkdownIt) -> None:
        md.core.ruler.after(
            "block", "goldmark_attributes", partial(_rule, first_hashes=first_hashes)
        )

    return rule


def _rule(state: StateCore, *, first_hashes: bool) -> None:
    lines: list[str] = []
    for opening, inline in pairwise(state.tokens):
        if opening.type != "heading_open" or not inline.content.endswith("}") or not opening.map:
            continue
        if opening.markup.startswith("#") and not first_hashes:
            lines = lines or state.src.split("\n")
            if lines[opening.map[0]].rstrip().endswith("#"):
                continue
        found = _last(inline.content)
        if found is not None:
            anchor, start = found
            text = inline.content[:start].rstrip()
            atx = opening.markup.startswith("#")
            inline.content = _open(text, first_hashes=first_hashes) if atx else text
            if anchor is not None:
                opening.attrSet("id", anchor)


def _open(text: str, *, first_hashes: bool) -> str:
    """Return a heading's text without the hashes that close it."""
    found = (_FIRST_HASHES if first_hashes else _LAST_HASHES).search(text)
    closed = found is not None and not text[found.end() :].strip()
    return (text[: found.start()] if found and closed else text).rstrip()


def _last(text: str) -> tuple[str | None, int] | None:
    """Return the id (None where there is none) and the start of the attributes that end `text`."""
    start = text.rfind("{")
    while start > 0 and text[start - 1] == "\\":
        start = text.rfind("{", 0, start)
    if start < 0 or "\n" in text[start:]:
        return None
    anchor: str | None = None
    position = start + 1
    while text[position : position + 1] != "}":
        found = _ATTRIBUTE.match(text, position)
        if found is None:
            return None
        if found["name"] and found["name"].startswith("#"):
            anchor = found["name"][1:]
        elif found["key"] == "id":
            anchor = found["value"].strip('"')
        position = found.end()
    return (anchor, start) if not text[position + 1 :].strip() else None
