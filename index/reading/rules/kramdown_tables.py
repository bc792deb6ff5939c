"""Tables as kramdown reads them: every line has a bar outside of code, and needs no header.

Source: https://kramdown.gettalong.org/syntax.html#tables
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, repeat

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from index.reading.rules.attribute_lists import is_attribute_line
from index.reading.rules.boundary import after_boundary
from index.reading.rules.heading_tokens import indentation, line_text

_RULE = re.compile(r"[+|: \t-]*-[+|: \t-]*")
_FOOT = re.compile(r"[+|: \t=]*=[+|: \t=]*")
_CODE = re.compile(r"<code\b[^<>]*>", re.IGNORECASE), re.compile("</code>", re.IGNORECASE)
_TICKS = re.compile(r"`+")
_BAR = re.compile(r"(?<!\\)\|")
_INDENTED_CODE = 4
_FILLED_CELLS = 65_536
"""Cells that are added to short rows of one table at most, as in markdown-it's own tables."""


@dataclass(slots=True)
class _Lines:
    """What the lines of a table say."""

    head: list[tuple[int, str]] = field(default_factory=list)
    """Rows above the first rule: number of the line and text."""
    body: list[tuple[int, str]] = field(default_factory=list)
    """The rows below it."""
    ruled: bool = False
    """Whether a rule was seen below a row."""


def kramdown_tables(md: MarkdownIt) -> None:
    """Teach `md` kramdown's tables in place of GFM's."""
    md.disable("table")
    md.block.ruler.before("paragraph", "kramdown_tables", _rule, {"alt": []})


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    first = line_text(state, start)
    if "|" not in first or indentation(state, start) >= _INDENTED_CODE:
        return False
    if not after_boundary(state, start):
        return False
    last = _last_line(state, start, end)
    lines = _sorted(state, start, last)
    if last == start or not lines.body:
        return False
    if not silent:
        _push(state, lines, start, last, bordered=first.startswith("|"))
        state.line = last
    return True


def _last_line(state: StateBlock, start: int, end: int) -> int:
    """Return the line behind the table, `start` where the block is no table."""
    line = start
    while line < end and state.sCount[line] >= state.blkIndent and not state.isEmpty(line):
        if is_attribute_line(state, line):
            break
        text = line_text(state, line)
        if not _BAR.search(text) or not (_is_rule(text) or _bars(text)):
            return start
        line += 1
    return line


def _is_rule(text: str) -> bool:
    return bool(_RULE.fullmatch(text) or _FOOT.fullmatch(text))


def _sorted(state: StateBlock, start: int, end: int) -> _Lines:
    lines = _Lines()
    for line in range(start, end):
        text = line_text(state, line)
        if _RULE.fullmatch(text):
            if lines.body and not lines.ruled:
                lines.head, lines.body, lines.ruled = lines.body, [], True
        elif _FOOT.fullmatch(text):
            lines.ruled = lines.ruled or bool(lines.body)
        else:
            lines.body.append((line, text))
    return lines


def _bars(text: str) -> list[int]:
    """Return the places of the bars that part cells: outside of code, no backslash before."""
    code = list(_code_elements(text)) if "<" in text else []
    code += _code_spans(text) if "`" in text else []
    bars = [match.start() for match in _BAR.finditer(text)]
    if not code:
        return bars
    code.sort()
    found: list[int] = []
    number = 0
    for bar in bars:
        while number < len(code) and code[number][1] <= bar:
            number += 1
        if number == len(code) or bar < code[number][0]:
            found.append(bar)
    return found


def _code_elements(text: str) -> Iterator[tuple[int, int]]:
    """Yield where code in HTML begins and ends."""
    place = 0
    while opening := _CODE[0].search(text, place):
        closing = _CODE[1].search(text, opening.end())
        if closing is None:
            return
        place = closing.end()
        yield opening.start(), place


def _code_spans(text: str) -> list[tuple[int, int]]:
    """Return where code in backticks begins and ends."""
    ticks = list(_TICKS.finditer(text))
    following: dict[int, list[int]] = {}
    for place in range(len(ticks) - 1, -1, -1):
        following.setdefault(len(ticks[place][0]), []).append(place)
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(ticks):
        same = following[len(ticks[place][0])]
        while same and same[-1] <= place:
            same.pop()
        if same:
            spans.append((ticks[place].start(), ticks[same[-1]].end()))
            place = same[-1]
        place += 1
    return spans


def _cells(text: str, *, bordered: bool) -> list[str]:
    parts: list[str] = []
    start = 0
    for bar in _bars(text):
        parts.append(text[start:bar])
        start = bar + 1
    parts.append(text[start:])
    cells = [part.strip().replace("\\|", "|") for part in parts]
    if bordered and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return cells


def _push(state: StateBlock, lines: _Lines, start: int, end: int, *, bordered: bool) -> None:
    state.push("table_open", "table", 1).map = [start, end]
    rows = [(*row, "th") for row in lines.head] + [(*row, "td") for row in lines.body]
    cut = [(line, _cells(text, bordered=bordered), tag) for line, text, tag in rows]
    width = max(len(cells) for _, cells, _ in cut)
    left = _FILLED_CELLS
    for line, cells, tag in cut:
        state.push("tr_open", "tr", 1).map = [line, line + 1]
        missing = min(width - len(cells), left)
        left -= missing
        for cell in chain(cells, repeat("", missing)):
            state.push(f"{tag}_open", tag, 1)
            inline = state.push("inline", "", 0)
            inline.content, inline.map, inline.children = cell, [line, line + 1], []
            state.push(f"{tag}_close", tag, -1)
        state.push("tr_close", "tr", -1)
    state.push("table_close", "table", -1)
