"""Formulas between `$$`, in a line or as a block, taken to the letter.

Source: https://kramdown.gettalong.org/syntax.html#math-blocks
"""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_SIGN = "$$"
_LANGUAGE = "math"
"""As GitHub names a fence with a formula."""

_UNCLOSED = "kramdown_math"
"""Key in the parser's env: from here on nothing closes a formula."""


def kramdown_math(md: MarkdownIt) -> None:
    """Teach `md` to keep formulas as they are written."""
    md.block.ruler.before("fence", "kramdown_math", _block_rule)
    md.inline.ruler.before("emphasis", "kramdown_math", _inline_rule)


def _block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(_SIGN, begin) or state.is_code_block(start):
        return False
    if begin >= state.env.get(_UNCLOSED, len(state.src)):
        return False
    close = state.src.find(_SIGN, begin + len(_SIGN))
    if close < 0:
        state.env[_UNCLOSED] = begin
    if close < 0 or close > state.eMarks[end - 1]:
        return False
    last = start
    while state.eMarks[last] < close:
        last += 1
    if state.src[close + len(_SIGN) : state.eMarks[last]].strip():
        return False
    if not silent:
        token = state.push("fence", "code", 0)
        token.info, token.map, token.markup = _LANGUAGE, [start, last + 1], _SIGN
        lines = state.getLines(start, last + 1, state.blkIndent, False).strip()
        token.content = f"{lines.removeprefix(_SIGN).removesuffix(_SIGN).strip()}\n"
        state.line = last + 1
    return True


def _inline_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if not state.src.startswith(_SIGN, state.pos):
        return False
    begin = state.pos + len(_SIGN)
    close = state.src.find(_SIGN, begin, state.posMax)
    formula = state.src[begin:close].strip() if close > 0 else ""
    if not formula:
        return False
    if not silent:
        token = state.push("code_inline", "code", 0)
        token.markup, token.content = _SIGN, formula
    state.pos = close + len(_SIGN)
    return True
