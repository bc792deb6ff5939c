"""kramdown's extensions, `{::name}…{:/name}`: comments are gone, raw output stays as it is.

Source: https://kramdown.gettalong.org/syntax.html#extensions
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from index.reading.rules.attribute_lists import ATTRIBUTES

_OPENING = re.compile(r"\{::(?P<name>[\w-]+)(?:[ \t][^}\n]*)?(?P<alone>/)?\}|\{:/[\w-]*\}")
_UNCLOSED = "kramdown_extensions"
"""Key in the parser's env: the extensions that nothing closes any more."""

_INLINE_CLOSING = re.compile(r"\{:/[\w-]*\}")
_LAST_CLOSING = -1
"""Key in the inline parser's cache, whose other keys are places in the text."""

_COMMENT = "comment"


def kramdown_extensions(md: MarkdownIt) -> None:
    """Teach `md` to take them out of the text."""
    # Before the attribute lists, which begin with the same signs.
    md.block.ruler.before(
        ATTRIBUTES,
        "kramdown_extensions",
        _block_rule,
        {"alt": ["paragraph", "reference", "blockquote", "list"]},
    )
    md.inline.ruler.before(ATTRIBUTES, "kramdown_extensions", _inline_rule)


def _block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("{:", begin) or state.is_code_block(start):
        return False
    opening = _OPENING.match(state.src, begin, state.eMarks[start])
    if opening is None or state.src[opening.end() : state.eMarks[start]].strip():
        return False
    last = start
    if opening["name"] and not opening["alone"]:
        close = _closing(state, opening, end)
        if close < 0:
            return False
        while state.eMarks[last] < close:
            last += 1
    if silent:
        return True
    if opening["name"] == "nomarkdown" and last > start:
        token = state.push("html_block", "", 0)
        token.map = [start + 1, last]
        token.content = state.getLines(start + 1, last, state.blkIndent, True)
    state.line = last + 1
    return True


def _inline_rule(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if not state.src.startswith("{:", state.pos):
        return False
    opening = _OPENING.match(state.src, state.pos)
    if opening is None:
        return False
    state.pos = opening.end()
    if opening["name"] == _COMMENT and not opening["alone"]:
        close = _INLINE_CLOSING.search(state.src, state.pos) if _is_closed(state) else None
        after = close.end() if close else state.pos
        spaced = state.src.startswith(" ", after) and state.src.startswith(" ", opening.start() - 1)
        state.pos = after + spaced
    return True


def _is_closed(state: StateInline) -> bool:
    """Return whether a closing sign follows; the last one of a text is looked for once."""
    if _LAST_CLOSING not in state.cache:
        state.cache[_LAST_CLOSING] = state.src.rfind("{:/")
    return state.cache[_LAST_CLOSING] > state.pos


def _closing(state: StateBlock, opening: re.Match[str], end: int) -> int:
    """Return where the extension is closed, -1 where it is not."""
    name = opening["name"]
    unclosed: set[tuple[str, int]] = state.env.setdefault(_UNCLOSED, set())
    if (name, end) in unclosed:
        return -1
    closing = re.compile(rf"^[ \t]*\{{:/(?:{re.escape(name)})?\}}", re.MULTILINE)
    found = closing.search(state.src, opening.end(), state.eMarks[end - 1])
    if found is None:
        unclosed.add((name, end))
        return -1
    return found.end()
