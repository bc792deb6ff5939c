"""Inline tokens to Prose."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from index.reading.prose import Mark, MarkKind, Prose

_OPENING = {
    "strong_open": MarkKind.STRONG,
    "em_open": MarkKind.EMPHASIS,
    "s_open": MarkKind.STRIKE,
    "link_open": MarkKind.LINK,
}
_CLOSING = frozenset({"strong_close", "em_close", "s_close", "link_close"})
# As a browser folds it: a no-break or ideographic space is a sign of its own.
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class _Writer:
    """Gathers text and marks while the tokens go by."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.open: list[tuple[int, MarkKind, str]] = []

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def write_marked(self, text: str, kind: MarkKind, target: str = "") -> None:
        self.marks.append(Mark(self.length, self.length + len(text), kind, target))
        self.write(text)

    def close(self) -> None:
        if self.open:
            start, kind, target = self.open.pop()
            if start < self.length:
                self.marks.append(Mark(start, self.length, kind, target))


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


def read_inline(tokens: Sequence[Token] | None) -> Prose:
    """Return what a reader sees of these tokens, trimmed."""
    writer = _Writer()
    for token in tokens or ():
        _read_token(writer, token)
    while writer.open:
        writer.close()
    text = "".join(writer.parts)
    marks = tuple(sorted(writer.marks, key=lambda mark: (mark.start, -mark.end)))
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if start == 0 and end == len(text):
        return Prose(text, marks)
    return Prose(text, marks).cut(start, max(start, end))


def _read_token(writer: _Writer, token: Token) -> None:
    kind = token.type
    if kind in ("text", "emoji"):
        writer.write(token.content)
    elif kind in _OPENING:
        target = str(token.attrGet("href") or "") if kind == "link_open" else ""
        writer.open.append((writer.length, _OPENING[kind], target))
    elif kind in _CLOSING:
        writer.close()
    elif kind == "code_inline":
        writer.write_marked(token.content, MarkKind.CODE)
    elif kind == "softbreak":
        writer.write(" ")
    elif kind == "hardbreak" or (kind == "html_inline" and _BREAK.match(token.content)):
        writer.write("\n")
    elif kind == "image" and token.content:
        writer.write_marked(token.content, MarkKind.IMAGE, str(token.attrGet("src") or ""))
