"""kramdown's attributes as markdown-it rules: `{: .class #id}` and `## Heading {#id}`.

Source: https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
"""

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

ATTRIBUTES = "kramdown_attributes"
"""Token type of an attribute line; `meta` holds `id` (or None) and `names`."""

_LINE = re.compile(r" {0,3}\{:(?P<list>(?:\\\}|[^}])*)\}[ \t]*$")
# Bounded: a page full of open braces must not be searched to its end from each of them.
_SPAN = re.compile(r"\{:(?:\\\}|[^}\n]){0,500}\}")
EXPLICIT_IDS = "explicit_ids"
"""Key in the parser's env: whether `{#id}` at the end of a heading sets its id."""

_ID = re.compile(r"(?:^|\s)#([A-Za-z_:][\w:.-]*)")

# An id is an XML name: no digit, hyphen or dot in front (observed: `{#1abc}` stays text).
_HEADING_ID = re.compile(r"(?<=\S)\s+\{#([^\s{}\d.#-][^\s{}]*)\}\s*$")

_CLOSING_HASHES = re.compile(r"\s+#+$")


def kramdown_attributes(md: MarkdownIt) -> None:
    """Teach `md` to take attribute lists out of the text."""
    md.block.ruler.before(
        "hr", ATTRIBUTES, _block_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    md.core.ruler.after("block", ATTRIBUTES, _heading_rule)
    md.inline.ruler.before("emphasis", ATTRIBUTES, _inline_rule)


def _block_rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _LINE.match(line)
    if match is None:
        return False
    if silent:
        return True
    token = state.push(ATTRIBUTES, "", 0)
    token.map = [start, start + 1]
    token.hidden = True
    found = _ID.search(match["list"])
    token.meta = {"id": found[1] if found else None, "names": match["list"].split()}
    state.line = start + 1
    return True


def _inline_rule(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if not state.src.startswith("{:", state.pos):
        return False
    match = _SPAN.match(state.src, state.pos)
    before = state.src[state.pos - 1] if state.pos else ""
    if match is None or not before or before.isspace():
        return False
    state.pos = match.end()
    return True


def _heading_rule(state: StateCore) -> None:
    """Move explicit ids from the heading's text to its `id` attribute, before inline runs."""
    if not state.env.get(EXPLICIT_IDS):
        return
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
