"""Inline tokens to Prose."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from index.reading.markup.inline import HtmlInline
from index.reading.markup.sight import Sight
from index.reading.prose import MarkKind, Prose
from index.reading.prose_writer import ProseWriter

_OPENING = {
    "strong_open": MarkKind.STRONG,
    "em_open": MarkKind.EMPHASIS,
    "s_open": MarkKind.STRIKE,
    "link_open": MarkKind.LINK,
}
_CLOSING = {name.replace("_open", "_close"): name for name in _OPENING}
# As a browser folds it: a no-break or ideographic space is a sign of its own.
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def visible_text(tokens: Sequence[Token] | None) -> str:
    """Return what a site shows of a heading as plain text: no pictures, white space folded."""
    parts = [_heading_part(token) for token in tokens or ()]
    return _SPACES.sub(" ", "".join(parts)).strip()


def _heading_part(token: Token) -> str:
    if token.type in ("text", "code_inline", "emoji"):
        return token.content
    if token.type == "footnote_ref":
        return str(token.meta["id"] + 1)
    breaks = token.type in ("softbreak", "hardbreak")
    return " " if breaks or (token.type == "html_inline" and _BREAK.match(token.content)) else ""


def read_inline(tokens: Sequence[Token] | None, hidden: Sight | None = None) -> Prose:
    """Return what a reader sees of these tokens, trimmed.

    `hidden` is given where an element that was opened before hides them, up to its end.
    """
    writer = ProseWriter()
    html = HtmlInline(writer, hidden) if hidden else None
    for token in tokens or ():
        if token.type == "html_inline":
            html = html or HtmlInline(writer, Sight())
            html.read(token.content)
        elif html is None:
            _read_token(writer, token)
        elif html.sight.hidden:
            continue
        elif token.type == "text":
            html.write(token.content)
        else:
            html.before_text()
            _read_token(writer, token)
    return writer.prose()


def _read_token(writer: ProseWriter, token: Token) -> None:
    kind = token.type
    if kind in ("text", "emoji"):
        writer.write(token.content)
    elif kind in _OPENING:
        target = str(token.attrGet("href") or "") if kind == "link_open" else ""
        writer.open(kind, _OPENING[kind], target)
    elif kind in _CLOSING:
        writer.close(_CLOSING[kind])
    elif kind == "code_inline":
        writer.write_marked(token.content, MarkKind.CODE)
    elif kind == "softbreak":
        writer.write(" ")
    elif kind == "hardbreak":
        writer.write("\n")
    elif kind == "image" and token.content:
        writer.write_marked(token.content, MarkKind.IMAGE, str(token.attrGet("src") or ""))
    elif kind == "footnote_ref":
        writer.write(note_sign(token))


def note_sign(token: Token) -> str:
    """Return how a footnote is referred to and begins: a digit alone would belong to the word."""
    return f"[{token.meta['id'] + 1}]"
