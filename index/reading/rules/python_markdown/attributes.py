"""Attribute lists (`attr_list`): `{: #id .class }` behind what they belong to, no text themselves.

Source: https://python-markdown.github.io/extensions/attr_list/
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.python_markdown.block_rule import IDS

_AT_START = re.compile(r"\{:? *([^}\n ][^\n]*)\}")
_AT_END = re.compile(r"(?<= )\{:? *([^}\n ][^\n]*)\} *$")
_BELOW = re.compile(r"\n *\{:? *([^}\n ][^\n]*)\} *$")
_ITEM = re.compile(
    r"""([^ =}]+)=(?:"(.*?)"|'(.*?)')|([^ =}]+)=([^ =}]+)|([^ =}]+)|[ ]""", re.DOTALL
)
_ENDS = frozenset(
    {"link_close", "em_close", "strong_close", "s_close", "code_inline", "image", "hardbreak"}
)
"""Tokens that end an element inside a line."""

_OPAQUE = "\x02"
"""Stands for an escaped sign, an entity, a tag: never one of a list's braces."""

_LAST_ON_LINE = frozenset({"heading_open", "dt_open", "td_open", "th_open"})


def attribute_lists(md: MarkdownIt) -> None:
    """Teach `md` to take attribute lists out of the text and to keep the ids."""
    md.core.ruler.after("inline", "python_markdown_attributes", _rule)


def _rule(state: StateCore) -> None:
    ids: set[str] = state.env[IDS]
    for opening, inline in pairwise(state.tokens):
        if inline.type != "inline" or "{" not in inline.content or not inline.children:
            continue
        _inside(inline.children, ids)
        found = _outside(inline.children, on_line=opening.type in _LAST_ON_LINE)
        if found is None:
            continue
        if opening.type == "heading_open":
            opening.attrSet("id", found)
            _drop_hashes(inline.children)
        else:
            ids.add(found)


def _inside(children: list[Token], ids: set[str]) -> None:
    """Take the lists behind elements inside the line."""
    place = 0
    while place < len(children) - 1:
        following = children[place + 1]
        if children[place].type in _ENDS and following.content.startswith("{"):
            end = _run_end(children, place + 1)
            match = _AT_START.match(_text(children[place + 1 : end]))
            if match:
                given, rest = _parsed(match[1])
                ids.update(value for name, value in given if name == "id")
                kept = _from(children[place + 1 : end], match.end())
                extra = [Token("text", "", 0, content=rest)] if rest else []
                children[place + 1 : end] = [*kept, *extra]
        place += 1


def _outside(children: list[Token], *, on_line: bool) -> str | None:
    """Take the list at the end, or on a last line of its own; return its id ("" for none there)."""
    start = len(children)
    while start and children[start - 1].type not in _ENDS:
        start -= 1
    text = _text(children[start:])
    match = (_AT_END if on_line else _BELOW).search(text) if text.rstrip(" ")[-1:] == "}" else None
    if match is None:
        return None
    given, rest = _parsed(match[1])
    if rest:
        return None
    cut = len(text[: match.start()].rstrip(" "))
    children[start:] = _until(children[start:], cut)
    return next((value for name, value in reversed(given) if name == "id"), None)


def _run_end(children: Sequence[Token], start: int) -> int:
    end = start
    while end < len(children) and not children[end].nesting and children[end].type not in _ENDS:
        end += 1
    return end


def _text(tokens: Sequence[Token]) -> str:
    return "".join(
        token.content if token.type == "text" else "\n" if token.type == "softbreak" else _OPAQUE
        for token in tokens
    )


def _width(token: Token) -> int:
    return len(token.content) if token.type == "text" else 1


def _until(tokens: Sequence[Token], length: int) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if length <= 0:
            break
        kept.append(token.copy(content=token.content[:length]) if token.type == "text" else token)
        length -= _width(token)
    return kept


def _from(tokens: Sequence[Token], length: int) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if length < _width(token):
            rest = token.content[max(length, 0) :]
            kept.append(token.copy(content=rest) if token.type == "text" else token)
        length -= _width(token)
    return kept


def _drop_hashes(children: list[Token]) -> None:
    """Drop the signs that close a heading where the list stood behind them."""
    if children and children[-1].type == "text":
        children[-1].content = children[-1].content.rstrip("#").rstrip()


def _parsed(text: str) -> tuple[list[tuple[str, str]], str]:
    """Return names and values, and what is left from a brace that does not belong to the list."""
    given: list[tuple[str, str]] = []
    at = 0
    while found := _ITEM.match(text, at):
        at = found.end()
        if found[1]:
            given.append((found[1], found[2] if found[2] is not None else found[3]))
        elif found[4]:
            given.append((found[4], found[5]))
        elif found[6]:
            word = found[6]
            given.append(("id", word[1:]) if word.startswith("#") else (word, ""))
    rest = text[at:]
    brace = rest.find("}")
    return given, rest[brace:] if brace >= 0 else ""
