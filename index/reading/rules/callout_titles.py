"""Titles of callouts: a callout is a quote whose first paragraph is its title, as strong text."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TITLE = "callout_title"
"""Key in the `meta` of an inline token that is the title of a callout."""


def callout_titles(md: MarkdownIt) -> None:
    """Teach `md` to set the titles of callouts in strong type."""
    md.core.ruler.after("inline", "callout_titles", _rule)


def title_tokens(title: str, level: int) -> list[Token]:
    """Return the paragraph that a callout at this level begins with."""
    inline = Token("inline", "", 0, content=title, children=[], level=level + 1)
    inline.meta = {TITLE: True}
    return [
        Token("paragraph_open", "p", 1, level=level),
        inline,
        Token("paragraph_close", "p", -1, level=level),
    ]


def _rule(state: StateCore) -> None:
    for token in state.tokens:
        if token.meta and TITLE in token.meta and token.children:
            token.children = in_strong(token.children)


def in_strong(children: Sequence[Token]) -> list[Token]:
    """Return inline tokens in strong type."""
    opening = Token("strong_open", "strong", 1, markup="**")
    closing = Token("strong_close", "strong", -1, markup="**")
    return [opening, *children, closing]
