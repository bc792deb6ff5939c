"""The three tokens of a heading, pushed by every rule that finds one its own way."""

from dataclasses import dataclass

from markdown_it.rules_block import StateBlock


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading as one rule found it."""

    level: int
    """1 to 6."""
    text: str
    """Its Markdown."""
    markup: str
    """The signs that made it one."""
    anchor: str | None = None
    """The id that its author gave it."""


def push_heading(state: StateBlock, heading: FoundHeading, first: int, end: int) -> None:
    """Push the heading, which stands on the lines from `first` to before `end`, and go on there."""
    tag = f"h{heading.level}"
    opening = state.push("heading_open", tag, 1)
    opening.markup, opening.map = heading.markup, [first, end]
    if heading.anchor:
        opening.attrSet("id", heading.anchor)
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = heading.text, [first, end], []
    state.push("heading_close", tag, -1).markup = heading.markup
    state.line = end


def line_text(state: StateBlock, line: int) -> str:
    """Return a line without its indentation and without the white space at its end."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip(" \t\r")


def indentation(state: StateBlock, line: int) -> int:
    """Return how many columns a line is indented inside of its list or quote."""
    return state.sCount[line] - state.blkIndent
