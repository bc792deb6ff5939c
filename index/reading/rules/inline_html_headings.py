"""Headings written in HTML in the middle of a text: `- <h3>Title</h3>`."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.html_headings import MARKUP, tag_id

_OPENING = re.compile(r"<h([1-6])\b", re.IGNORECASE)


def inline_html_headings(md: MarkdownIt) -> None:
    """Teach `md` to see them; text before and behind stays in paragraphs of its own."""
    md.core.ruler.before("text_join", "inline_html_headings", _rule)


def _rule(state: StateCore) -> None:
    if "<h" in state.src or "<H" in state.src:
        state.tokens = list(_tokens(state.tokens))


def _tokens(tokens: Sequence[Token]) -> Iterator[Token]:
    place = 0
    while place < len(tokens):
        held = tokens[place + 1 : place + 2]
        if not held or held[0].type != "inline" or not _may_hold(held[0]):
            yield tokens[place]
            place += 1
            continue
        opening, inline, closing = tokens[place : place + 3]
        if opening.type == "paragraph_open":
            yield from _split(opening, inline, closing)
        elif opening.type == "heading_open":
            # A browser ends the one heading where the other begins.
            yield from (opening, inline.copy(children=_outside(inline.children or ())), closing)
            yield from _headings(inline)
        else:
            # A cell stays one text; its headings stand in it and show nothing themselves.
            yield from (opening, *_headings(inline), inline, closing)
        place += 3


def _outside(children: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    start = 0
    for first, last in _pairs(children):
        kept += children[start:first]
        start = last + 1
    return [*kept, *children[start:]]


def _may_hold(token: Token) -> bool:
    return any(_opens(child) for child in token.children or ())


def _opens(child: Token) -> bool:
    return child.type == "html_inline" and bool(_OPENING.match(child.content))


def _pairs(children: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each heading's two tags stand."""
    opened = -1
    for number, child in enumerate(children):
        if opened < 0 and _opens(child):
            opened = number
        elif opened >= 0 and child.type == "html_inline":
            closing = f"</h{children[opened].content[2]}"
            if child.content.lower().startswith(closing):
                yield opened, number
                opened = -1


def _split(opening: Token, inline: Token, closing: Token) -> Iterator[Token]:
    children = inline.children or []
    start = 0
    for first, last in _pairs(children):
        if start < first:
            yield from (opening, inline.copy(children=children[start:first]), closing)
        yield from _heading(inline, children[first], children[first + 1 : last], opening.level)
        start = last + 1
    if start < len(children):
        yield from (opening, inline.copy(children=children[start:]), closing)


def _headings(inline: Token) -> Iterator[Token]:
    children = inline.children or []
    for first, last in _pairs(children):
        yield from _heading(inline, children[first], children[first + 1 : last], inline.level - 1)


def _heading(inline: Token, tag: Token, children: list[Token], level: int) -> Iterator[Token]:
    name = tag.content[1:3].lower()
    opening = Token("heading_open", name, 1, map=inline.map, markup=MARKUP, level=level)
    given = tag_id(tag.content)
    if given is not None:
        opening.attrSet("id", given)
    yield opening
    yield Token("html_heading", "", 0, children=children, level=level + 1)
    yield Token("heading_close", name, -1, markup=MARKUP, level=level)
