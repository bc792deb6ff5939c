"""Ids that an attribute list on the line before or after a heading gives it, as kramdown does.

Source: https://kramdown.gettalong.org/syntax.html#block-ials
"""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.attribute_lists import ATTRIBUTES

_HEADING_TOKENS = 3
"""Opening, text and closing."""


def attached_ids(md: MarkdownIt) -> None:
    """Teach `md` to give a heading the id of the attribute line that touches it."""
    md.core.ruler.after("block", "attached_ids", _rule)


def _rule(state: StateCore) -> None:
    tokens = state.tokens
    if not any(token.type == ATTRIBUTES for token in tokens):
        return
    named = {
        name: token.meta["id"]
        for token in tokens
        if token.type == ATTRIBUTES and (name := token.meta["defines"])
    }
    for number, opening in enumerate(tokens):
        if opening.type != "heading_open" or not opening.map:
            continue
        before = _id(tokens, number - 1, opening.map[0] - 1, named)
        after = _id(tokens, number + _HEADING_TOKENS, opening.map[1], named)
        own = after or opening.attrGet("id") or before
        if own:
            opening.attrSet("id", own)


def _id(
    tokens: Sequence[Token], number: int, line: int, named: dict[str, str | None]
) -> str | None:
    """Return the id of the attribute line at this place, if it stands on `line`."""
    if not 0 <= number < len(tokens):
        return None
    token = tokens[number]
    if token.type != ATTRIBUTES or token.map is None or token.map[0] != line:
        return None
    own: str | None = token.meta["id"]
    return own or next((named[name] for name in token.meta["names"] if name in named), None)
