"""Headings as kramdown finds them, with its GFM parser and with its own.

Source: https://kramdown.gettalong.org/syntax.html#headers and observation of both parsers.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from index.reading.rules.boundary import after_boundary
from index.reading.rules.heading_tokens import (
    FoundHeading,
    indentation,
    line_text,
    push_heading,
)

_GFM = re.compile(r"(#{1,6})[ \t]+([^ \t].*)")
_OWN = re.compile(r"(#{1,6})[ \t]*([^ \t].*)")
_UNDERLINE = re.compile(r"([-=])[-=]*")
# An id is an XML name (https://www.w3.org/TR/xml/#NT-Name), so that `{#1abc}` stays text.
_NAME_START = (
    ":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = rf"[{_NAME_START}][{_NAME_START}\-.0-9\u00b7\u0300-\u036f\u203f\u2040]*"
_ID = re.compile(rf"[ \t]\{{#({_NAME})\}}$")
_GFM_CLOSING = re.compile(r"[ \t]#+$")
_OWN_CLOSING = re.compile(r"(?<!\\)(?<!#)#+$")


def gfm_headings(md: MarkdownIt) -> None:
    """Teach `md` the headings of kramdown's GFM parser, which need no empty line before them."""
    md.block.ruler.at("heading", _gfm_rule, {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.at("lheading", _setext_rule)


def own_headings(md: MarkdownIt) -> None:
    """Teach `md` the headings of kramdown's own parser: after an empty line, space or not."""
    md.block.ruler.at("heading", _own_rule, {"alt": []})
    md.block.ruler.at("lheading", _setext_rule)


def _gfm_rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    return _atx(state, start, (_GFM, _GFM_CLOSING), silent=silent)


def _own_rule(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    return after_boundary(state, start) and _atx(state, start, (_OWN, _OWN_CLOSING), silent=silent)


def _atx(
    state: StateBlock, start: int, form: tuple[re.Pattern[str], re.Pattern[str]], *, silent: bool
) -> bool:
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("#", begin) or indentation(state, start) > 0:
        return False
    match = form[0].fullmatch(line_text(state, start))
    if match is None:
        return False
    text, anchor = _split_id(match[2])
    # The id is taken before the closing hashes: `{#id} ##` leaves the id in the text.
    text = form[1].sub("", text).rstrip()
    if text and not silent:
        push_heading(state, FoundHeading(len(match[1]), text, match[1], anchor), start, start + 1)
    return bool(text)


def _setext_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    under = start + 1
    if under >= end or state.is_code_block(start) or indentation(state, under) != 0:
        return False
    underline = _UNDERLINE.fullmatch(line_text(state, under))
    if _empty_bullet(state, under):
        return False
    text, anchor = _split_id(line_text(state, start)) if underline else ("", None)
    if underline is None or not text or not after_boundary(state, start):
        return False
    if not silent:
        level = 1 if underline[1] == "=" else 2
        push_heading(state, FoundHeading(level, text, underline[1], anchor), start, start + 2)
    return True


def _empty_bullet(state: StateBlock, line: int) -> bool:
    """Return whether a line inside of a list opens a nested list, though with nothing in it."""
    begin = state.bMarks[line] + state.tShift[line]
    return state.level > 0 and state.src.startswith(("- ", "-\t"), begin)


def _split_id(text: str) -> tuple[str, str | None]:
    match = _ID.search(text)
    return (text[: match.start()].rstrip(), match[1]) if match else (text, None)
