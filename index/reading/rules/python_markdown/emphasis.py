"""Emphasis: `*` anywhere but beside a space, `_` only at the edge of a word."""

import re

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_RUN = re.compile(r"\*+|_+")
_WORD = re.compile(r"\w")


def emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Note what may open or close emphasis; markdown-it pairs them."""
    src, at = state.src, state.pos
    sign = src[at]
    found = _RUN.match(src, at) if sign in "*_" and not silent else None
    if found is None:
        return False
    before, after = _before(state, at), src[found.end() : found.end() + 1]
    can_open = bool(after) and not after.isspace()
    can_close = bool(before) and not before.isspace()
    if sign == "_":
        can_open = can_open and not _WORD.match(before)
        can_close = can_close and not _WORD.match(after)
    for _ in found[0]:
        state.push("text", "", 0).content = sign
        state.delimiters.append(
            Delimiter(
                marker=ord(sign),
                length=len(found[0]),
                token=len(state.tokens) - 1,
                end=-1,
                open=can_open,
                close=can_close,
            )
        )
    state.pos = found.end()
    return True


def _before(state: StateInline, at: int) -> str:
    """Return the sign before; one that is escaped or ends something counts as no word."""
    before = state.src[at - 1] if at else ""
    if before == "_" and state.tokens and state.tokens[-1].info == "escape" and not state.pending:
        return "."
    return before
