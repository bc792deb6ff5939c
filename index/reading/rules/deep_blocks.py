"""Lists and quotes may stand deeper in each other than emphasis and links.

markdown-it has one limit for both. In blocks it costs what is lost below it; in running text the
time for a line of brackets grows with it.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, block

LEVELS = 100
"""Levels of blocks that are read; a list takes two. What stands deeper is left out."""


def deep_blocks(md: MarkdownIt) -> None:
    """Let `md` read blocks down to `LEVELS`."""
    md.core.ruler.at("block", _rule)


def _rule(state: StateCore) -> None:
    usual = state.md.options["maxNesting"]
    state.md.options["maxNesting"] = LEVELS
    try:
        block(state)
    finally:
        state.md.options["maxNesting"] = usual
