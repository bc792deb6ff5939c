"""Block quotes as kramdown reads them: every line up to the next empty one belongs to the quote.

CommonMark lets a heading or a fence without `>` end the quote; here they stand in it.
Source: https://kramdown.gettalong.org/syntax.html#blockquotes
"""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from index.reading.rules.attribute_lists import is_attribute_line

_TAB = 4
"""Columns between two tab stops."""


def kramdown_quotes(*, interrupts: bool) -> Callable[[MarkdownIt], None]:
    """Return the rule; `interrupts` says whether a quote may end a paragraph."""

    def rule(md: MarkdownIt) -> None:
        alternatives = ["paragraph", "reference", "list"] if interrupts else ["list"]
        md.block.ruler.at("blockquote", _rule, {"alt": alternatives})

    return rule


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if state.is_code_block(start) or not _is_marked(state, start):
        return False
    if silent:
        return True
    last = start + 1
    while last < end and not _ends(state, last):
        last += 1
    kept = [
        (state.bMarks[line], state.tShift[line], state.sCount[line], state.bsCount[line])
        for line in range(start, last)
    ]
    indent, limit = state.blkIndent, state.lineMax
    state.push("blockquote_open", "blockquote", 1).map = [start, last]
    for line in range(start, last):
        _strip(state, line)
    state.blkIndent, state.lineMax = 0, last
    state.md.block.tokenize(state, start, last)
    state.blkIndent, state.lineMax = indent, limit
    state.push("blockquote_close", "blockquote", -1)
    for line, (begin, shift, columns, before) in enumerate(kept, start):
        state.bMarks[line], state.tShift[line] = begin, shift
        state.sCount[line], state.bsCount[line] = columns, before
    state.line = last
    return True


def _is_marked(state: StateBlock, line: int) -> bool:
    return state.src.startswith(">", state.bMarks[line] + state.tShift[line])


def _ends(state: StateBlock, line: int) -> bool:
    outside = state.sCount[line] < state.blkIndent
    return outside or state.isEmpty(line) or is_attribute_line(state, line)


def _strip(state: StateBlock, line: int) -> None:
    """Let the line begin behind its `>` and one space; a line without the sign stays as it is."""
    begin = state.bMarks[line] + state.tShift[line]
    columns = 0
    if _is_marked(state, line):
        begin += 1
        begin += state.src.startswith(" ", begin)
    else:
        columns = max(state.sCount[line] - state.blkIndent, 0)
    position = begin
    while position < state.eMarks[line] and state.src[position] in " \t":
        columns += _TAB - columns % _TAB if state.src[position] == "\t" else 1
        position += 1
    state.bMarks[line], state.tShift[line] = begin, position - begin
    state.sCount[line], state.bsCount[line] = columns, 0
