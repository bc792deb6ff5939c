"""Tables: a block whose second line is made of `|`, `:` and `-` and has as many cells."""

import re
from collections.abc import Iterator

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.tree import Node

_SIGNS = re.compile(r"\\\\|(?P<escaped>\\`+)|(?P<ticks>`+)|\\\||(?P<pipe>\|)")
_CLOSED = re.compile(r"(?<!\\)(?:\\\\)*\|$")
_RULE = frozenset("|:- ")


def table(_parser: Parser, parent: Node, block: Block) -> int | None:
    """Read a block that is a table as a whole."""
    if block.start + 1 >= block.end:
        return None
    under = block.lines.texts[block.start + 1]
    if not _RULE.issuperset(under):
        return None
    head, rule = block.head.strip(" "), under.strip(" ")
    bordered = head.startswith("|") or bool(_CLOSED.search(head))
    names = _cells(head, bordered=bordered)
    columns = len(names)
    if columns == 1 and not (bordered and _all_bordered(block)):
        return None
    if len(_cells(rule, bordered=bordered)) != columns:
        return None
    made = parent.add("table", line=block.line)
    _row(made, names, columns, "th")
    for place in range(block.start + 2, block.end):
        cells = _cells(block.lines.texts[place].strip(" "), bordered=bordered)
        _row(made, cells, columns, "td")
    return block.end


def _all_bordered(block: Block) -> bool:
    rows = (text.strip(" ") for text in block.lines.texts[block.start + 1 : block.end])
    return all(row.startswith("|") or _CLOSED.search(row) for row in rows)


def _row(made: Node, cells: list[str], columns: int, tag: str) -> None:
    row = made.add("tr")
    for number in range(columns):
        row.add(tag, cells[number].strip(" ") if number < len(cells) else "")


def _cells(row: str, *, bordered: bool) -> list[str]:
    if bordered:
        row = _CLOSED.sub("", row.removeprefix("|"))
    if "`" not in row and "\\" not in row:
        return row.split("|")
    ends = [*_pipes(row), len(row)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [row[start:end] for start, end in zip(starts, ends, strict=True)]


def _pipes(row: str) -> Iterator[int]:
    """Yield where cells end: at pipes that are neither escaped nor inside of code."""
    signs = [match for match in _SIGNS.finditer(row) if match.lastgroup]
    closing = _closing_ticks(signs)
    number = 0
    while number < len(signs):
        if signs[number].lastgroup == "pipe":
            yield signs[number].start()
        elif number in closing:
            number = closing[number]
        number += 1


def _closing_ticks(signs: list[re.Match[str]]) -> dict[int, int]:
    """Return for each run of ticks the next one of its size; an escaped tick opens nothing."""
    closing: dict[int, int] = {}
    following: dict[int, int] = {}
    for number in range(len(signs) - 1, -1, -1):
        match = signs[number]
        if match.lastgroup == "pipe":
            continue
        # A backslash before ticks makes the first one a sign; to the closing it is a tick.
        escaped = match.lastgroup == "escaped"
        size = len(match[0]) - escaped
        opens = size - escaped
        if opens in following:
            closing[number] = following[opens]
        following[size] = number
    return closing
