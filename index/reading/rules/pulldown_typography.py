"""pulldown-cmark's smart punctuation in headings, as mdBook sets it.

Only in headings, as in `typography`. Source: https://docs.rs/pulldown-cmark
(`ENABLE_SMART_PUNCTUATION`); what it leaves open was seen by running it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.inline_source import inline_source

_CANDIDATE = re.compile(r"-{2,}|\.\.\.|['\"]")
_DASHES: Final = {0: (3, 0), 2: (0, 2), 3: (3, 0), 4: (0, 2)}
"""Remainder by six of the hyphens in a row to how many make an em and an en dash; else mixed."""


def pulldown_typography(md: MarkdownIt) -> None:
    """Teach `md` to set signs in headings."""
    md.core.ruler.after("inline", "pulldown_typography", _rule)


def _rule(state: StateCore) -> None:
    for opening, inline in pairwise(state.tokens):
        if opening.type != "heading_open" or not inline.children:
            continue
        if _CANDIDATE.search(inline.content):
            inline.children = list(_Heading(inline.children).with_signs())


class _Heading:
    """A heading's tokens, and which quotes are open."""

    def __init__(self, children: Sequence[Token]) -> None:
        self.children = children
        self.source = "".join(inline_source(token) for token in children)
        self.single: Token | None = None
        self.double = False

    def with_signs(self) -> Iterator[Token]:
        """Yield the tokens; each quote is one of its own, since a later one may still turn it."""
        position = 0
        for token in self.children:
            yield from self._split(token, position) if token.type == "text" else (token,)
            position += len(inline_source(token))

    def _split(self, token: Token, position: int) -> Iterator[Token]:
        start = 0
        for found in _CANDIDATE.finditer(token.content):
            if found.start() > start:
                yield token.copy(content=token.content[start : found.start()])
            start = found.end()
            sign = token.copy(content=_plain(found[0]))
            if found[0] in "'\"":
                self._turn(sign, position + found.start())
            yield sign
        if start < len(token.content):
            yield token.copy(content=token.content[start:])

    def _turn(self, sign: Token, place: int) -> None:
        """Make a quote an opening or a closing one."""
        before, after = self.source[place - 1 : place], self.source[place + 1 : place + 2]
        inside = sign.content == "'" and before in ("]", ")")
        opens = bool(after.strip()) and (
            not before or before.isspace() or (_is_sign(before) and not inside)
        )
        closes = bool(before.strip()) and (not after or after.isspace() or _is_sign(after))
        if sign.content == "'":
            sign.content = "’"
            if self.single and closes:
                self.single.content, self.single = "‘", None
            elif opens:
                self.single = sign
        else:
            ends = closes and self.double
            self.double = not ends and (self.double or opens)
            sign.content = "”" if ends else "“"


def _plain(text: str) -> str:
    if text == "...":
        return "…"
    if text in "'\"":
        return text
    hyphens = len(text)
    if hyphens % 6 in _DASHES:
        em, en = _DASHES[hyphens % 6]
        return "—" * (hyphens // em if em else 0) + "–" * (hyphens // en if en else 0)
    return "—" * ((hyphens - 4) // 3) + "––" if hyphens % 6 == 1 else "—" * (hyphens // 3) + "–"


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"
