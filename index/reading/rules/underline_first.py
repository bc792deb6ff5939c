"""Tables as Goldmark and pulldown-cmark see them: a heading's underline comes first."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table

_UNDERLINE = re.compile(r"[ \t]*(?:-+|=+)[ \t]*$")


def underline_first(md: MarkdownIt) -> None:
    """Teach `md` that a line of hyphens alone below a line makes a heading of it."""
    md.block.ruler.at("table", _rule, {"alt": ["paragraph", "reference"]})


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    below = start + 1
    if below < end and _UNDERLINE.match(state.src[state.bMarks[below] : state.eMarks[below]]):
        return False
    return table(state, start, end, silent)
