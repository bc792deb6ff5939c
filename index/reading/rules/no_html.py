"""HTML that a site leaves out, as Goldmark does unless it is told otherwise."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore


def no_html(md: MarkdownIt) -> None:
    """Teach `md` to drop HTML; what stands between two tags of a paragraph stays."""
    md.core.ruler.after("block", "no_html_blocks", _blocks)
    md.core.ruler.after("inline", "no_html_tags", _tags)


def _blocks(state: StateCore) -> None:
    state.tokens = [token for token in state.tokens if token.type != "html_block"]


def _tags(state: StateCore) -> None:
    for token in state.tokens:
        if token.children and "<" in token.content:
            token.children = [child for child in token.children if child.type != "html_inline"]
