"""Escaped signs and line breaks."""

from collections.abc import Callable, Collection

from markdown_it.rules_inline import StateInline

ESCAPED = frozenset("\\`*_{}[]()>#+-.!")
"""What a backslash takes its meaning from."""


def escape(signs: Collection[str]) -> Callable[[StateInline, bool], bool]:
    """Return the rule for a backslash before one of these signs."""

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        if state.src[state.pos] != "\\" or state.src[state.pos + 1 : state.pos + 2] not in signs:
            return False
        if state.pos + 1 >= state.posMax:
            return False
        if not silent:
            token = state.push("text_special", "", 0)
            token.content = state.src[state.pos + 1]
            token.markup, token.info = "\\" + token.content, "escape"
        state.pos += 2
        return True

    return rule


def line_break(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read a line's end; two spaces before it break the line."""
    src, at = state.src, state.pos
    if src[at] != "\n":
        return False
    if not silent:
        hard = state.pending.endswith("  ")
        state.pending = state.pending.rstrip(" ")
        state.push("hardbreak" if hard else "softbreak", "br", 0)
    at += 1
    while at < state.posMax and src[at] == " ":
        at += 1
    state.pos = at
    return True
