"""Alerts: a quote that begins with `[!NOTE]`, perhaps with a title of its own on that line.

The kind stands above as its title. Source: https://docs.github.com/en/get-started/writing-on-github
, "Alerts"; titles and the sign for folding: https://help.obsidian.md/callouts
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.callout_titles import in_strong

_MARKER = re.compile(r"\[!([A-Za-z][\w-]{0,40})\][+-]?[ \t]*")
_BREAKS = ("softbreak", "hardbreak")


def alerts(md: MarkdownIt) -> None:
    """Teach `md` to set the kind or the title of an alert as a line of its own."""
    md.core.ruler.push("alerts", _rule)


def _rule(state: StateCore) -> None:
    if "[!" in state.src:
        state.tokens = list(_tokens(state.tokens))


def _tokens(tokens: Sequence[Token]) -> Iterator[Token]:
    place = 0
    while place < len(tokens):
        yield tokens[place]
        place += 1
        if tokens[place - 1].type != "blockquote_open" or place + 2 >= len(tokens):
            continue
        opening, inline, closing = tokens[place : place + 3]
        first = inline.children[0] if inline.children else None
        marker = _MARKER.match(first.content) if first and first.type == "text" else None
        if opening.type == "paragraph_open" and marker and inline.children:
            yield from _titled(opening, inline, closing, marker)
            place += 3


def _titled(
    opening: Token, inline: Token, closing: Token, marker: re.Match[str]
) -> Iterator[Token]:
    children = inline.children or []
    end = next(
        (place for place, child in enumerate(children) if child.type in _BREAKS), len(children)
    )
    rest = marker.string[marker.end() :]
    title = [children[0].copy(content=rest), *children[1:end]]
    if not rest and end == 1:
        title = [children[0].copy(content=marker[1].capitalize())]
    yield from (opening, inline.copy(children=in_strong(title)), closing)
    if end + 1 < len(children):
        yield from (opening, inline.copy(children=children[end + 1 :]), closing)
