"""Blocks of raw HTML: set aside before Markdown, from a block tag at a line's start to its end."""

import re
from collections import Counter

from index.reading.rules.python_markdown.html_tags import (
    BLOCK_TAGS,
    EMPTY_TAGS,
    UNPARSED_TAGS,
    Tags,
)
from index.reading.rules.python_markdown.lines import Lines
from index.reading.rules.python_markdown.pieces import Pieces
from index.reading.rules.python_markdown.tree import Html, Stash

SPACES = 3
"""The most spaces that stand before a block of HTML."""

_COMMENT_END = re.compile(r"--!?>")
BLANK_FOLLOWS = re.compile(r"(?: *\n){2}")
_DECLARATION = re.compile(r"<!doctype\b", re.IGNORECASE)


class Extractor:
    """Walks through a text from `<` to `<` and sets blocks of HTML aside."""

    def __init__(self, text: str, lines: Lines, stash: Stash) -> None:
        self.text = text
        self.lines = lines
        self.stash = stash
        self.tags = Tags(text)
        self.pieces: Pieces = []
        self.line = 0
        """Place of the line that is read."""
        self.kept: list[str] = []
        """The HTML of the block that is open."""
        self.kept_line = 0
        self.open: list[str] = []
        """Tags that the open block of HTML has not closed."""
        self.counts: Counter[str] = Counter()
        self.raw = self.tail = False
        """Whether something stands behind a block of HTML on its last line."""
        self._unclosed = len(text)
        """No comment that begins here or later is closed."""
        self._last = {close: text.rfind(close) for close in ("?>", "]]>", ">")}
        """Where the last of what closes a declaration stands."""

    def run(self) -> Pieces:
        """Return the text with what stands for HTML."""
        at = 0
        while at < len(self.text):
            found = self.text.find("<", at)
            if found < 0:
                found = len(self.text)
            if found > at:
                self.data(self.text[at:found])
                self.line += self.text.count("\n", at, found)
            at = self._markup(found) if found < len(self.text) else found
        self.finish()
        return self.pieces

    @property
    def number(self) -> int:
        """Number of the line that is read in the file."""
        return self.lines.number(self.line)

    def finish(self) -> None:
        """Set aside what is still open."""
        if self.kept:
            self._set_aside()

    def at_line_start(self, at: int) -> bool:
        """Return whether at most three spaces stand before `at` on its line."""
        begin = self.text.rfind("\n", max(0, at - SPACES - 1), at) + 1
        return (begin > 0 or at <= SPACES) and not self.text[begin:at].strip()

    def begins_block(self, at: int) -> bool:
        """Return whether HTML that begins at `at` may be a block."""
        return self.tail or self.at_line_start(at)

    def _markup(self, at: int) -> int:
        text = self.text
        following = text[at + 1 : at + 2]
        if text.startswith("<!--", at):
            end = self._comment_end(at)
        elif following in ("!", "?"):
            end = self._declaration_end(at)
        else:
            end = self._tag(at, closing=following == "/")
        if end <= at:
            end = at + 1
            self.data(text[at:end])
        self.line += text.count("\n", at, end)
        return end

    def _comment_end(self, at: int) -> int:
        found = None if at >= self._unclosed else _COMMENT_END.search(self.text, at + 4)
        if found is None:
            self._unclosed = min(self._unclosed, at)
            return at
        self.empty(self.text[at : found.end()], at, block=True)
        return found.end()

    def _declaration_end(self, at: int) -> int:
        if not self.begins_block(at):
            return at
        block, close = True, ">"
        if self.text.startswith("<?", at):
            close = "?>"
        elif self.text.startswith("<![CDATA[", at):
            close = "]]>"
        else:
            block = bool(_DECLARATION.match(self.text, at))
        if self._last[close] < at:
            return at
        found = self.text.find(close, at)
        end = found + len(close)
        self.empty(self.text[at:end], at, block=block)
        return end

    def _tag(self, at: int, *, closing: bool) -> int:
        found = self.tags.end(at) if closing else self.tags.start(at)
        if found is None:
            return at
        name = found[1].lower()
        if closing:
            self.end(name, found[0], at)
        elif found[0].endswith("/>"):
            self.empty(found[0], at, block=name in BLOCK_TAGS)
        else:
            self.start(name, found[0], at)
            if self.raw and name in UNPARSED_TAGS:
                return self._unparsed(name, found.end())
        return found.end()

    def _unparsed(self, name: str, at: int) -> int:
        found = re.compile(rf"</{name}", re.IGNORECASE).search(self.text, at)
        end = found.start() if found else len(self.text)
        self.data(self.text[at:end])
        return end

    def data(self, text: str) -> None:
        """Take text between tags."""
        if self.tail and "\n" in text:
            self.tail = False
        if self.raw:
            self.kept.append(text)
        else:
            self.pieces.append((text, self.number))

    def empty(self, html: str, at: int, *, block: bool) -> None:
        """Take HTML that has no end tag."""
        if self.raw or self.tail:
            self.kept_line = self.kept_line if self.kept else self.number
            self.kept.append(html)
        elif block and self.at_line_start(at):
            self.tail = not BLANK_FOLLOWS.match(self.text, at + len(html))
            kept = self.stash.keep(Html(html, self.number))
            self.pieces += [("\n", self.number), (kept, self.number), ("\n\n", self.number)]
        else:
            self.pieces.append((html, self.number))

    def start(self, name: str, html: str, at: int) -> None:
        """Take a start tag."""
        if name in EMPTY_TAGS:
            self.empty(html, at, block=True)
            return
        if name in BLOCK_TAGS and not self.raw and self.begins_block(at):
            self.raw = True
            self.kept_line = self.kept_line if self.kept else self.number
            self.pieces.append(("\n", self.number))
        if self.raw:
            self.open.append(name)
            self.counts[name] += 1
            self.kept.append(html)
        else:
            self.pieces.append((html, self.number))

    def end(self, name: str, html: str, at: int) -> None:
        """Take an end tag; the block of HTML ends with the tag that it began with."""
        if not self.raw:
            self.pieces.append((html, self.number))
            return
        self.kept.append(html)
        if self.counts[name]:
            while self.open:
                closed = self.open.pop()
                self.counts[closed] -= 1
                if closed == name:
                    break
        if not self.open:
            self.tail = not BLANK_FOLLOWS.match(self.text, at + len(html))
            self.raw = False
            self._set_aside()

    def _set_aside(self) -> None:
        kept = self.stash.keep(Html("".join(self.kept), self.kept_line))
        self.pieces += [(kept, self.kept_line), ("\n\n", self.number)]
        self.kept = []
