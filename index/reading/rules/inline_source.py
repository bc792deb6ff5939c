"""What an inline token was written as: the signs around a quote decide about it."""

from collections.abc import Callable, Mapping
from typing import Final

from markdown_it.token import Token

_SOURCES: Final[Mapping[str, Callable[[Token], str]]] = {
    "text": lambda token: token.content,
    "code_inline": lambda token: f"{token.markup}{token.content}{token.markup}",
    "html_inline": lambda token: token.content,
    "softbreak": lambda _: "\n",
    "hardbreak": lambda _: "\n",
    "link_open": lambda token: "<" if token.info == "auto" else "[",
    "link_close": lambda token: ">" if token.info == "auto" else "]()",
    "image": lambda _: "![]()",
    "footnote_ref": lambda _: "[^]",
}
"""Type of a token to its Markdown, as far as its first and last signs go; else its markup."""


def inline_source(token: Token) -> str:
    """Return the token's Markdown; of what holds an address only the signs at both ends."""
    read = _SOURCES.get(token.type)
    return read(token) if read else token.markup
