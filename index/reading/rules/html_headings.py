"""Headings written in HTML, made into heading tokens so that every later step sees one kind."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from index.reading.markup.text import text_content

MARKUP = "html"
"""`markup` of a heading token that was written in HTML."""

_OPENING = re.compile(r"<h(?P<level>[1-6])\b([^<>]*)>|<(?P<unseen>script|style|!--)", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CLOSING = {level: re.compile(rf"</h{level}\s*>", re.IGNORECASE) for level in "123456"}
_UNSEEN = {
    "script": re.compile(r"</script", re.IGNORECASE),
    "style": re.compile(r"</style", re.IGNORECASE),
    "!--": re.compile("-->"),
}
"""What nobody sees, to what it ends with."""

_ID = re.compile(r"""(?<![\w-])id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def html_headings(md: MarkdownIt) -> None:
    """Teach `md` to see headings inside HTML blocks."""
    md.core.ruler.after("block", "html_headings", _rule)


def _rule(state: StateCore) -> None:
    if "<h" in state.src or "<H" in state.src:
        state.tokens = [part for token in state.tokens for part in _parts(token)]


def _parts(token: Token) -> list[Token]:
    if token.type != "html_block":
        return [token]
    parts: list[Token] = []
    start = 0
    line = token.map[0] if token.map else 0
    for opening, closing in _pairs(token.content):
        parts.append(_html(token, token.content[start : opening.start()]))
        line += token.content.count("\n", start, opening.start())
        parts.extend(_heading(token, opening, token.content[opening.end() : closing.start()], line))
        line += token.content.count("\n", opening.start(), closing.end())
        start = closing.end()
    return [*parts, _html(token, token.content[start:])] if parts else [token]


def _pairs(html: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield each heading's two tags; a level that is closed no more is not looked for again."""
    unclosed: set[str] = set()
    position = 0
    while opening := _OPENING.search(html, position):
        position = opening.end()
        if opening["unseen"]:
            end = _UNSEEN[opening["unseen"].lower()].search(html, position)
            position = end.end() if end else len(html)
            continue
        level = opening["level"]
        closing = None if level in unclosed else _CLOSING[level].search(html, position)
        if closing is None:
            unclosed.add(level)
        else:
            yield opening, closing
            position = closing.end()


def tag_id(tag: str) -> str | None:
    """Return the id that a start tag gives, None where it gives none."""
    found = _ID.search(tag)
    return (found[1] or found[2] or found[3] or "") if found else None


def _html(token: Token, content: str) -> Token:
    return token.copy(content=content)


def _heading(token: Token, match: re.Match[str], inside: str, line: int) -> list[Token]:
    tag = f"h{match['level']}"
    opening = Token("heading_open", tag, 1, map=[line, line + 1], markup=MARKUP, level=token.level)
    given = tag_id(match[0])
    if given is not None:
        opening.attrSet("id", given)
    words = list(_words(inside))
    # Not `content`: the inline rule would read the text as Markdown again.
    inline = Token("html_heading", "", 0, children=words, level=token.level + 1)
    return [opening, inline, Token("heading_close", tag, -1, markup=MARKUP, level=token.level)]


def _words(html: str) -> Iterator[Token]:
    """Yield the heading's text as it stands, and a token for each line break in it."""
    for number, line in enumerate(_BREAK.split(html)):
        if number:
            yield Token("hardbreak", "br", 0)
        yield Token("text", "", 0, content=text_content(line))
