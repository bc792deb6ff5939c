"""What Hugo makes a heading's id of since 0.144: its text, but of a link or emphasis one piece.

Of whatever holds other things (a link, emphasis, an image) only the first thing counts, and an
address that is a link by itself counts for nothing. Source: `TextPlain` in Hugo's
markup/goldmark/internal/render, and what running it showed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html.entities import html5
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.bare_links import SIGN, bare_links, brackets, starts_piece
from index.reading.rules.python_markdown.heading_names import NAME

# A sign of Markdown that opened nothing ends a piece: Goldmark cuts the text there.
_ENTITY = re.compile(r"&[A-Za-z][A-Za-z0-9]*;")
_LEFT_OVER = re.compile(r"[*_]+|(?<!~)~{1,2}(?!~)|!?\[|(?=`)")


def goldmark_names(md: MarkdownIt) -> None:
    """Teach `md` to tell of each heading what its id is made of."""
    md.core.ruler.after("inline", "goldmark_names", _rule)


def _rule(state: StateCore) -> None:
    for opening, inline in pairwise(state.tokens):
        if opening.type == "heading_open" and inline.children is not None:
            opening.meta[NAME] = _resolved(_name(inline.children)).rpartition("\n")[2]


def _name(all_children: Sequence[Token]) -> str:
    children = _shown(all_children)
    parts: list[str] = []
    level = open_brackets = 0
    for number, token in enumerate(children):
        if level == 0 and token.type in ("text", "text_special"):
            raw, starts = _raw(token), starts_piece(children, number)
            parts += _between(raw, bare_links(raw, starts=starts, open_brackets=open_brackets))
            open_brackets = brackets(raw, open_brackets)
        elif level == 0:
            is_break = token.type in ("softbreak", "hardbreak")
            parts.append("\n" if is_break else _first(children, number))
        level += token.nesting
    return "".join(parts)


def _shown(children: Sequence[Token]) -> list[Token]:
    """Return the tokens without the empty texts that delimiters leave."""
    return [token for token in children if token.type != "text" or token.content]


def _between(text: str, links: Iterable[tuple[int, int]]) -> Iterator[str]:
    position = 0
    for start, end in links:
        yield text[position:start]
        position = end
    yield text[position:]


def _first(children: Sequence[Token], number: int) -> str:
    """Return of the thing at `number` what stands in its first piece."""
    token = children[number]
    while token.nesting == 1 and token.info != "auto":
        number += 1
        token = children[number]
    if token.type == "code_inline":
        return token.content
    if token.type == "image":
        inner = _shown(token.children or ())
        return _first(inner, 0) if inner else ""
    return _piece(children, number)


def _piece(children: Sequence[Token], number: int) -> str:
    """Return the text from `number` to where Goldmark cuts it."""
    if children[number].info == SIGN:
        return children[number].content
    parts: list[str] = []
    for place in range(number, len(children)):
        token = children[place]
        if token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        if token.type not in ("text", "text_special") or token.info == SIGN:
            break
        raw = _raw(token)
        cut = _LEFT_OVER.search(raw) if token.type == "text" else None
        link = next(bare_links(raw, starts=starts_piece(children, place)), None)
        ends = [*([cut.end()] if cut else ()), *([link[0]] if link else ())]
        parts.append(raw[: min(ends)] if ends else raw)
        if ends:
            break
    return "".join(parts)


def _raw(token: Token) -> str:
    """Return the text as it was written, its escapes and entities as they are."""
    return token.markup or token.content


def _resolved(text: str) -> str:
    """Return `text` as Hugo takes it: names of characters resolved, their numbers not."""
    return _ENTITY.sub(lambda entity: html5.get(entity[0][1:], entity[0]), text)
