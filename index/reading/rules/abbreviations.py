"""Abbreviations, `*[HTML]: Hypertext Markup Language`, defined below where they are used first.

A site shows it while the mouse rests on the word; an excerpt has no mouse.
Source: https://kramdown.gettalong.org/syntax.html#abbreviations
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.definition_tokens import definition_list
from index.reading.rules.heading_tokens import line_text

_LINE = re.compile(r"\*\[([^\]\n]+)\]:[ \t]*(.*)")
_FOUND = "abbreviations"
"""Key in the parser's env: each abbreviation of the page and what it is short for."""


def abbreviations(md: MarkdownIt) -> None:
    """Teach `md` to take the lines that define them out of the text."""
    md.block.ruler.before("list", "abbreviations", _block_rule)
    md.core.ruler.before("inline", "abbreviations", _place)


def _block_rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if not state.src.startswith("*[", state.bMarks[start] + state.tShift[start]):
        return False
    match = None if state.is_code_block(start) else _LINE.fullmatch(line_text(state, start))
    if match is None:
        return False
    if not silent:
        state.env.setdefault(_FOUND, {})[match[1].strip()] = match[2].strip()
        state.line = start + 1
    return True


def _place(state: StateCore) -> None:
    if _FOUND in state.env:
        state.tokens = list(_with_definitions(state.tokens, dict(state.env[_FOUND])))


def _with_definitions(tokens: Sequence[Token], waiting: dict[str, str]) -> Iterator[Token]:
    """Yield the tokens, and before each heading the definitions of what was used above it."""
    longest_first = sorted(map(re.escape, waiting), key=len, reverse=True)
    words = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
    used: dict[str, str] = {}
    for token in tokens:
        if token.type == "heading_open" and token.level == 0:
            yield from _definitions(used)
            used = {}
        for found in words.finditer(token.content) if token.type == "inline" else ():
            if meaning := waiting.pop(found[0], ""):
                used[found[0]] = meaning
        yield token
    yield from _definitions(used)


def _definitions(used: Mapping[str, str]) -> Iterator[Token]:
    if used:
        yield from definition_list((([word], [text]) for word, text in used.items()), 0)
