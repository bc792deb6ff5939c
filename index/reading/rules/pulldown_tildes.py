"""pulldown-cmark's strikethrough with one tilde: not inside of a word, `H~2~O`.

Source: https://docs.rs/pulldown-cmark (`ENABLE_STRIKETHROUGH`).
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_IN_WORD = re.compile(r"(?<=[^\W_])~(?=[^\W_])")


def pulldown_tildes(md: MarkdownIt) -> None:
    """Teach `md` the single tilde, which is text between two letters or numbers."""
    md.options["strikethrough_single_tilde"] = True
    md.inline.ruler.before("strikethrough", "pulldown_tildes", _rule)


def _rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if not _IN_WORD.match(state.src, state.pos):
        return False
    if not silent:
        state.pending += "~"
    state.pos += 1
    return True
