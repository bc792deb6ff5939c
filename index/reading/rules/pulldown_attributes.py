"""pulldown-cmark's attributes of headings: any braces at the end of the line.

Source: https://docs.rs/pulldown-cmark (`ENABLE_HEADING_ATTRIBUTES`); the grammar was seen by
running it.
"""

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

_BRACES = re.compile(r"\{([^{}<>\\\n]*)\}$")
_HASHES = re.compile(r"(?:^|[ \t])#+$")


def pulldown_attributes(md: MarkdownIt) -> None:
    """Teach `md` to take the braces off; the last `#name` in them is the heading's id."""
    md.core.ruler.after("block", "pulldown_attributes", _rule)


def _rule(state: StateCore) -> None:
    lines: list[str] = []
    for opening, inline in pairwise(state.tokens):
        if opening.type != "heading_open" or not inline.content.endswith("}") or not opening.map:
            continue
        # From the last brace on, so that a line full of them is not searched from each.
        found = _BRACES.search(inline.content, inline.content.rfind("{"))
        if not found:
            continue
        atx = opening.markup.startswith("#")
        if atx:
            lines = lines or state.src.split("\n")
            if lines[opening.map[0]].rstrip().endswith("#"):
                continue
        text = inline.content[: found.start()].rstrip()
        inline.content = _HASHES.sub("", text).rstrip() if atx else text
        ids = [name[1:] for name in found[1].split() if name.startswith("#") and len(name) > 1]
        if ids:
            opening.attrSet("id", ids[-1])
