"""The heading that remark writes above a page's footnotes: GitHub and Docusaurus show it.

Source: `toHast` of mdast-util-to-hast, option `footnoteLabel`.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.html_headings import MARKUP

TEXT = "Footnotes"
ID = "footnote-label"


def footnotes_heading(md: MarkdownIt) -> None:
    """Teach `md` to put a heading above the footnotes."""
    md.core.ruler.after("footnote_tail", "footnotes_heading", _rule)


def _rule(state: StateCore) -> None:
    if "footnotes" not in state.env:
        return
    # They stand last, so what is looked at is the notes alone.
    for number in range(len(state.tokens) - 1, -1, -1):
        if state.tokens[number].type == "footnote_block_open":
            state.tokens[number:number] = _heading(state.src.count("\n"))
            return


def _heading(line: int) -> list[Token]:
    opening = Token("heading_open", "h2", 1, map=[line, line + 1], markup=MARKUP, block=True)
    opening.attrSet("id", ID)
    words = Token("text", "", 0, content=TEXT)
    inline = Token("html_heading", "", 0, children=[words], level=1)
    return [opening, inline, Token("heading_close", "h2", -1, markup=MARKUP, block=True)]


def is_footnotes_heading(token: Token) -> bool:
    """Return whether a token opens the heading above the footnotes."""
    return token.markup == MARKUP and token.attrGet("id") == ID
