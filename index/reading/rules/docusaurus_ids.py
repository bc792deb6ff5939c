"""Explicit heading ids as Docusaurus takes them: `{#…}`, whatever stands in it, last in the text.

Source: `parseMarkdownHeadingId` of @docusaurus/utils, `remark/headings` of its mdx-loader.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.rules.emoji_codes import EMOJI

_OPENING = "{#"
# A directive of remark, `:name[label]{…}`; two colons in a row, or one behind it, make it text.
_DIRECTIVE = re.compile(
    r"(?<!:):[A-Za-z](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?![:A-Za-z0-9_-])"
    r"(?:\[([^\[\]]*)\])?(?:\{[^{}]*\})?"
)


def docusaurus_ids(md: MarkdownIt) -> None:
    """Teach `md` to move explicit ids from a heading's text to its `id` attribute."""
    md.core.ruler.after("text_join", "docusaurus_ids", _rule)


def _rule(state: StateCore) -> None:
    for opening, inline in pairwise(state.tokens):
        if opening.type == "heading_open" and inline.children:
            found = _explicit(directive_text(inline.children))
            if found:
                opening.attrSet("id", found)
                _take_off(inline.children)


def directive_text(children: Sequence[Token]) -> str:
    """Return a heading's text as remark reads it: with alternative texts, without directives.

    HTML counts only inside of a link, emphasis and the like, or where there is nothing else.
    """
    whole = all(token.type == "html_inline" for token in children)
    return "".join(_pieces(children, 1 if whole else 0))


def _pieces(children: Sequence[Token], depth: int) -> Iterator[str]:
    written = ""
    for token in children:
        depth += token.nesting
        if token.type == "text":
            written += token.content
            continue
        if token.type == EMOJI:
            written += f":{token.markup}:"
            continue
        yield _DIRECTIVE.sub(_label, written)
        written = ""
        comment = token.content.startswith("<!--")
        if token.type == "code_inline" or (token.type == "html_inline" and depth and not comment):
            yield token.content
        elif token.type == "softbreak":
            yield "\n"
        elif token.type == "image":
            yield "".join(_pieces(token.children or (), 0))
    yield _DIRECTIVE.sub(_label, written)


def _label(directive: re.Match[str]) -> str:
    return directive[1] or ""


def _explicit(text: str) -> str:
    """Return the id that ends the text, nothing where none does."""
    start = text.rfind(_OPENING)
    inside = text[start + len(_OPENING) : -1]
    return inside.strip() if start >= 0 and text.endswith("}") and "}" not in inside else ""


def _take_off(children: Sequence[Token]) -> None:
    """Take the id out of the last piece of text, if it stands in it whole."""
    last = children[-1]
    if last.type == "text" and _explicit(last.content) and not _DIRECTIVE.search(last.content):
        last.content = last.content[: last.content.rfind(_OPENING)].rstrip()
