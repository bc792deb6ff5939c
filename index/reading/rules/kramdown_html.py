"""HTML blocks as kramdown reads them: an element lasts to its closing tag, its inside is raw.

With `markdown="1"` or `markdown="block"` the inside is read as Markdown; elements that stand in
running text (`<a>`, `<span>`) open no block.
Source: https://kramdown.gettalong.org/syntax.html#html-blocks
"""

import re
from bisect import bisect_left
from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

from index.reading.rules.heading_tokens import indentation

IN_HTML = "in_html"
"""Key in a heading token's `meta`: it stands in an element whose inside is read as Markdown."""

_RANGES = "kramdown_html"
"""Key in the parser's env: the line ranges inside of such elements."""

_CLOSING_LINES = "kramdown_closings"
"""Key in the parser's env: the lines on which they end."""

_PAIRS = "html_pairs"
"""Key in the parser's env: opening tags to their closing tags."""

_SPANS = frozenset(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option"
    " q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var".split()
)
_VOID = frozenset(
    "area base br col command embed hr img input keygen link meta param source track wbr".split()
)
_ATTRIBUTES = r"""(?:\s+[\w:.@-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*"""
_OPENING = re.compile(rf"<([A-Za-z][\w:-]*)({_ATTRIBUTES})(/?)>")
_CLOSING = re.compile(r"</([A-Za-z][\w:-]*)\s*>")
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)[^<>]*?(/?)>")
_MARKDOWN = re.compile(r"""\bmarkdown\s*=\s*["']?(1|block)\b""")
_COMMENT_END = "-->"


def kramdown_html(md: MarkdownIt) -> None:
    """Teach `md` kramdown's HTML blocks in place of CommonMark's."""
    md.block.ruler.at(
        "html_block", _rule, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    md.core.ruler.after("block", _RANGES, _mark_headings)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    position = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<", position) or indentation(state, start) > 3:  # noqa: PLR2004 - from four columns on it is code
        return False
    last = _last_line(state, position, start, end, silent=silent)
    if last is None:
        return False
    if not silent:
        token = state.push("html_block", "", 0)
        token.map = [start, last + 1]
        token.content = state.getLines(start, last + 1, state.blkIndent, True)
        state.line = last + 1
    return True


def _last_line(
    state: StateBlock, position: int, start: int, end: int, *, silent: bool
) -> int | None:
    """Return the last line of the block that begins at `position`, None where none begins."""
    limit = state.eMarks[end - 1]
    if state.src.startswith("<!--", position):
        if silent or indentation(state, start) > 0:
            return None  # a comment ends no paragraph, an indented one is in one
        close = state.src.find(_COMMENT_END, position, limit)
        return None if close < 0 else _line_of(state, close, start, end)
    closing = _CLOSING.match(state.src, position, limit)
    if closing:
        return start if closing[1].lower() not in _SPANS and _closes(state, start) else None
    opening = _OPENING.match(state.src, position, limit)
    if opening is None or opening[1].lower() in _SPANS:
        return None
    name = opening[1].lower()
    opened = _line_of(state, opening.end() - 1, start, end)
    if silent or opening[3] or name in _VOID:
        return opened
    close = _closings(state).get(position, limit)
    closed = _line_of(state, min(close, limit), start, end)
    if _MARKDOWN.search(opening[2]) and closed > opened:
        state.env.setdefault(_RANGES, []).append((opened + 1, closed))
        state.env.setdefault(_CLOSING_LINES, set()).add(closed)
        return opened
    return closed


def _closings(state: StateBlock) -> Mapping[int, int]:
    """Return for each opening tag of the page where its closing tag begins; found once a page."""
    found: dict[int, int] | None = state.env.get(_PAIRS)
    if found is None:
        found = state.env[_PAIRS] = {}
        unclosed: dict[str, list[int]] = {}
        for match in _TAG.finditer(state.src):
            waiting = unclosed.setdefault(match[2].lower(), [])
            if not match[1] and not match[3]:
                waiting.append(match.start())
            elif match[1] and waiting:
                found[waiting.pop()] = match.start()
    return found


def _line_of(state: StateBlock, position: int, start: int, end: int) -> int:
    """Return the line, from `start` on, on which `position` stands."""
    return min(bisect_left(state.eMarks, position, start, end), end - 1)


def _closes(state: StateBlock, line: int) -> bool:
    """Return whether an element whose inside is Markdown was opened above and ends on this line."""
    return line in state.env.get(_CLOSING_LINES, ())


def _mark_headings(state: StateCore) -> None:
    """Tell headings inside of such elements from others; the ranges come in order, and nest."""
    ranges = iter(state.env.get(_RANGES, ()))
    coming, end = next(ranges, None), 0
    for token in state.tokens if coming else ():
        if token.type != "heading_open" or not token.map:
            continue
        while coming and coming[0] <= token.map[0]:
            end = max(end, coming[1])
            coming = next(ranges, None)
        if token.map[0] < end:
            token.meta = {IN_HTML: True}
