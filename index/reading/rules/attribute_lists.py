"""Attribute lists of kramdown, `{: .class #id}`: taken out of the text, their id kept.

Source: https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

ATTRIBUTES = "attribute_list"
"""Token type of an attribute list; `meta` holds its `id` (or None), its `names`, and the name that
it `defines` for other lists to refer to ('' mostly)."""

_LINE = re.compile(r"\{:(?P<list>(?:\\\}|[^}])*)\}[ \t]*$")
# Bounded: a page full of open braces must not be searched to its end from each of them.
_SPAN = re.compile(r"\{:(?:\\\}|[^}\n]){0,500}\}")
_ID = re.compile(r"(?:^|\s)#([A-Za-z_:][\w:.-]*)")

_DEFINES = re.compile(r"([\w-]+):(?=\s|$)")


def attribute_lists(md: MarkdownIt) -> None:
    """Teach `md` to take attribute lists out of the text."""
    md.block.ruler.before(
        "hr", ATTRIBUTES, _block_rule, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    md.inline.ruler.before("emphasis", ATTRIBUTES, _inline_rule)


def is_attribute_line(state: StateBlock, line: int) -> bool:
    """Return whether the line holds an attribute list and nothing else."""
    return _match(state, line) is not None


def _match(state: StateBlock, line: int) -> re.Match[str] | None:
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith("{:", start) or state.is_code_block(line):
        return None
    return _LINE.match(state.src[start : state.eMarks[line]])


def _block_rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    match = _match(state, start)
    if match is None:
        return False
    if silent:
        return True
    token = state.push(ATTRIBUTES, "", 0)
    token.map = [start, start + 1]
    token.hidden = True
    token.meta = _meta(match["list"])
    state.line = start + 1
    return True


def _meta(text: str) -> dict[str, object]:
    defined = _DEFINES.match(text)
    found = _ID.search(text)
    return {
        "id": found[1] if found else None,
        "names": text.split(),
        "defines": defined[1] if defined else "",
    }


def _inline_rule(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if not state.src.startswith("{:", state.pos):
        return False
    match = _SPAN.match(state.src, state.pos)
    before = state.src[state.pos - 1] if state.pos else ""
    if match is None or not before or before.isspace():
        return False
    state.pos = match.end()
    return True
