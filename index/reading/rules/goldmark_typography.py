"""Goldmark's quotes, dashes and dots in headings.

Only in headings, as in `typography`. Source: goldmark's typographer extension; what it leaves
open was seen by running it.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from index.reading.rules.bare_links import SIGN, bare_links, starts_piece
from index.reading.rules.goldmark_quotes import OpenQuotes, Quotes
from index.reading.rules.inline_source import inline_source

_CANDIDATE = re.compile(r"---?|\.\.\.|<<|>>|['\"]")
_PLAIN = {"--": "–", "---": "—", "...": "…", "<<": "«", ">>": "»"}


def goldmark_typography(*, with_tail: bool) -> Callable[[MarkdownIt], None]:
    """Return the rule that sets signs in headings; each becomes a text token of its own.

    `with_tail` for the versions in which the spaces behind a heading count.
    """

    def rule(md: MarkdownIt) -> None:
        md.inline.ruler.before("autolink", "guillemets", _guillemets)
        md.core.ruler.after("inline", "goldmark_typography", partial(_rule, with_tail=with_tail))

    return rule


def _guillemets(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Take `<<` as what becomes «, before a tag is seen in it."""
    if not state.src.startswith("<<", state.pos):
        return False
    if not silent:
        state.pending += "<<"
    state.pos += 2
    return True


def _rule(state: StateCore, *, with_tail: bool) -> None:
    # A quote that a block leaves open can be closed by a later one: Goldmark counts on. So the
    # blocks above are looked at too, once a heading has a quote.
    counts: OpenQuotes = {"'": 0, '"': 0}
    waiting: list[Token] = []
    lines: list[str] = []
    for before, inline in pairwise(state.tokens):
        if not inline.children:
            continue
        if before.type != "heading_open":
            if "'" in inline.content or '"' in inline.content:
                waiting.append(inline)
        elif _CANDIDATE.search(inline.content):
            for above in waiting:
                _Line(above.children or (), "", counts).with_signs()
            waiting.clear()
            ends_quoted = "'" in inline.content[-2:]
            if with_tail and ends_quoted:
                lines = lines or state.src.split("\n")
            tail = _tail(lines, before, inline.content) if with_tail and ends_quoted else ""
            inline.children = _Line(inline.children, tail, counts).with_signs()


def _tail(lines: Sequence[str], opening: Token, text: str) -> str:
    """Return the spaces between a heading's text and its closing hashes or attributes.

    Goldmark still sees them when it sets a quote.
    """
    if not opening.map:
        return ""
    line = lines[opening.map[0]]
    behind = line[line.rfind(text) + len(text) :].rstrip()
    return behind[: len(behind) - len(behind.lstrip())]


class _Line:
    """A heading's tokens, and its Markdown as far as the signs around a quote decide about it."""

    def __init__(self, children: Sequence[Token], tail: str, open_quotes: OpenQuotes) -> None:
        self.children = children
        self.quotes = Quotes(
            "".join(inline_source(token) for token in children) + tail, open_quotes
        )

    def with_signs(self) -> list[Token]:
        """Return the tokens with the signs set."""
        tokens: list[Token] = []
        position = 0
        for number, token in enumerate(self.children):
            if token.type == "text":
                links = bare_links(token.content, starts=starts_piece(self.children, number))
                tokens += self._split(token, position, deque(links))
            else:
                tokens.append(token)
            position += len(inline_source(token))
        return tokens

    def _split(self, token: Token, position: int, links: deque[tuple[int, int]]) -> Iterator[Token]:
        start = 0
        for found in _CANDIDATE.finditer(token.content):
            while links and links[0][1] <= found.start():
                links.popleft()
            if links and links[0][0] <= found.start():
                continue
            sign = _PLAIN.get(found[0]) or self.quotes.sign(position + found.start())
            if sign:
                if found.start() > start:
                    yield token.copy(content=token.content[start : found.start()])
                yield token.copy(content=sign, info=SIGN)
                start = found.end()
        if start < len(token.content):
            yield token.copy(content=token.content[start:])
