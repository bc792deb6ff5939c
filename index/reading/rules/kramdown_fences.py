"""Fenced code as kramdown reads it: at most one word behind the opening, and it must be closed.

An opening of many signs may be closed by fewer, down to three, where nothing longer follows.
Source: kramdown-parser-gfm's fence expression, observed; its own parser knows only tildes.
"""

import re
from collections.abc import Callable
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from index.reading.rules.heading_tokens import line_text

_SHORTEST = 3
_UNCLOSED = "kramdown_fences"
"""Key in the parser's env: sign and last line to the shortest fence that nothing closes."""


def kramdown_fences(signs: str, *, interrupts: bool) -> Callable[[MarkdownIt], None]:
    """Return the rule for fences of these signs; `interrupts`: whether one may end a paragraph."""
    opening = re.compile(rf"([{signs}])\1{{2,}}[ \t]*(\S*)")

    def rule(md: MarkdownIt) -> None:
        alternatives = ["paragraph", "reference", "list"] if interrupts else ["list"]
        md.block.ruler.at("fence", partial(_rule, opening), {"alt": alternatives})

    return rule


def _rule(
    opening: re.Pattern[str],
    state: StateBlock,
    start: int,
    end: int,
    silent: bool,  # noqa: FBT001 - markdown-it's signature
) -> bool:
    position = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(("```", "~~~"), position) or state.is_code_block(start):
        return False
    match = opening.fullmatch(line_text(state, start))
    closing = _closing(state, match, start, end) if match else None
    if match is None or closing is None:
        return False
    if not silent:
        token = state.push("fence", "code", 0)
        token.info, token.markup = match[2], match[1] * _SHORTEST
        token.content = state.getLines(start + 1, closing, state.sCount[start], True)
        token.map = [start, closing + 1]
        state.line = closing + 1
    return True


def _closing(state: StateBlock, opening: re.Match[str], start: int, end: int) -> int | None:
    """Return the line that closes the fence, None where there is none."""
    sign = opening[1]
    unclosed: dict[tuple[str, int], int] = state.env.setdefault(_UNCLOSED, {})
    length = len(opening[0]) - len(opening[0].lstrip(sign))
    length = min(length, unclosed.get((sign, end), length + 1) - 1)
    shorter: int | None = None
    if length < _SHORTEST:
        return None
    for line in range(start + 1, end):
        text = line_text(state, line)
        if len(text) >= _SHORTEST and not text.strip(sign):
            if len(text) >= length:
                return line
            shorter = line if shorter is None else shorter
    unclosed[sign, end] = length if shorter is not None else _SHORTEST
    return shorter
