"""Explicit heading ids as kramdown takes them: `## Heading {#id}`, the id last on the line.

Source: https://kramdown.gettalong.org/syntax.html#specifying-a-header-id
"""

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

# An id is an XML name: no digit, hyphen or dot in front (observed: `{#1abc}` stays text).
_HEADING_ID = re.compile(r"(?<=\S)\s+\{#([^\s{}\d.#-][^\s{}]*)\}\s*$")

_CLOSING_HASHES = re.compile(r"\s+#+$")


def kramdown_ids(md: MarkdownIt) -> None:
    """Teach `md` to move explicit ids from a heading's text to its `id` attribute."""
    md.core.ruler.after("block", "kramdown_ids", _rule)


def _rule(state: StateCore) -> None:
    lines = state.src.split("\n")
    for opening, inline in pairwise(state.tokens):
        if opening.type != "heading_open" or not opening.map:
            continue
        match = _HEADING_ID.search(inline.content)
        # Closing hashes behind the id make it text: kramdown wants the id last on the line.
        closed = opening.markup.startswith("#") and lines[opening.map[0]].rstrip().endswith("#")
        if match and not closed:
            opening.attrSet("id", match[1])
            inline.content = _CLOSING_HASHES.sub("", inline.content[: match.start()])
