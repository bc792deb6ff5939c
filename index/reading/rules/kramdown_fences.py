"""Fenced code as kramdown reads it: at most one word behind the opening, and it must be closed.

Source: kramdown-parser-gfm's fence expression, observed; its own parser knows only tildes.
"""

import re
from collections.abc import Callable
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, fence

from index.reading.rules.heading_tokens import line_text

_UNCLOSED = "kramdown_fences"
"""Key in the parser's env: sign and last line to the shortest opening that nothing closes."""


def kramdown_fences(signs: str, *, interrupts: bool) -> Callable[[MarkdownIt], None]:
    """Return the rule for fences of these signs; `interrupts`: whether one may end a paragraph."""
    opening = re.compile(rf"([{signs}])\1{{2,}}[ \t]*[^\s{signs}]*")

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
    if state.src[state.bMarks[start] + state.tShift[start]] not in "`~" or state.is_code_block(
        start
    ):
        return False
    match = opening.fullmatch(line_text(state, start))
    if match is None or not _is_closed(state, match, start, end):
        return False
    return fence(state, start, end, silent)


def _is_closed(state: StateBlock, opening: re.Match[str], start: int, end: int) -> bool:
    sign = opening[1]
    length = len(opening[0]) - len(opening[0].lstrip(sign))
    unclosed: dict[tuple[str, int], int] = state.env.setdefault(_UNCLOSED, {})
    if unclosed.get((sign, end), length + 1) <= length:
        return False
    for line in range(start + 1, end):
        text = line_text(state, line)
        if len(text) >= length and not text.strip(sign):
            return True
    unclosed[sign, end] = length
    return False
