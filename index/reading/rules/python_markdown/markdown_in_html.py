"""HTML with `markdown="1"` (`md_in_html`): the element stands in the page, its text is read.

Source: https://python-markdown.github.io/extensions/md_in_html/
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from index.reading.rules.python_markdown.blocks import Block, Parser
from index.reading.rules.python_markdown.html_tags import (
    BLOCK_TAGS,
    EMPTY_TAGS,
    RAW_TAGS,
    SPAN_TAGS,
    attributes,
)
from index.reading.rules.python_markdown.lines import Lines
from index.reading.rules.python_markdown.pieces import Pieces, joined
from index.reading.rules.python_markdown.raw_html import BLANK_FOLLOWS, Extractor
from index.reading.rules.python_markdown.tree import CLOSE, OPEN, Element, Html, Node, Stash

BLOCK, SPAN, OFF = "block", "span", "off"
"""How the text of an element is read: as blocks, as text in a line, not at all."""

_KEPT = re.compile(rf"{OPEN}(\d+){CLOSE}")


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet."""

    element: Element
    """What it becomes."""
    pieces: Pieces = field(default_factory=list)
    """Its text so far."""
    started: bool = True
    """Whether only tags were seen since its start."""


class MarkdownExtractor(Extractor):
    """Sets HTML aside, and elements whose text is Markdown as such."""

    def __init__(self, text: str, lines: Lines, stash: Stash) -> None:
        super().__init__(text, lines, stash)
        self.elements: list[_Open] = []
        self.tags_open: Counter[str] = Counter()
        """How many of the elements have each tag."""

    def finish(self) -> None:
        """Close the outermost element; an inner one of its name is closed instead, all is lost."""
        if self.elements:
            self._close_to(self.elements[0].element.tag)
        super().finish()

    def begins_block(self, at: int) -> bool:
        """Return whether HTML that begins at `at` may be a block."""
        return bool(self.elements) or super().begins_block(at)

    def data(self, text: str) -> None:
        """Take text between tags."""
        if self.tail and "\n" in text:
            self.tail = False
        if self.raw or not self.elements:
            super().data(text)
        else:
            self.elements[-1].started = False
            self.elements[-1].pieces.append((text, self.number))

    def empty(self, html: str, at: int, *, block: bool) -> None:
        """Take HTML that has no end tag."""
        if self.raw or not self.elements:
            super().empty(html, at, block=block)
        elif block and self.at_line_start(at):
            self.data(f"\n{self.stash.keep(Html(html, self.number))}\n\n")
        else:
            self._inline(html)

    def start(self, name: str, html: str, at: int) -> None:
        """Take a start tag."""
        started = bool(self.elements) and self.elements[-1].started
        first = self.tail or self.at_line_start(at)
        if name not in BLOCK_TAGS or not (first or started) or self.raw or name in EMPTY_TAGS:
            if self.elements and not self.raw and name not in EMPTY_TAGS:
                self._inline(html)
            else:
                super().start(name, html, at)
            return
        given = attributes(html)
        state = self._state(name, given)
        if state == OFF and not self.elements:
            super().start(name, html, at)
            return
        if self.tags_open["p"]:
            self._close_to("p")
        given.pop("markdown", None)
        self.elements.append(_Open(Element(name, state, given, self.number)))
        self.tags_open[name] += 1

    def end(self, name: str, html: str, at: int) -> None:
        """Take an end tag; what is open in the element is closed with it."""
        if self.raw or not self.elements:
            super().end(name, html, at)
        elif name in BLOCK_TAGS and self.tags_open[name]:
            self._close_to(name)
            if not self.elements and not BLANK_FOLLOWS.match(self.text, at + len(html)):
                self.tail = True
        else:
            self._inline(html)

    def _inline(self, html: str) -> None:
        off = self.elements[-1].element.state == OFF
        self.data(self.stash.keep(Html(html, self.number)) if off else html)

    def _state(self, name: str, given: dict[str, str]) -> str:
        asked = given.get("markdown", "0")
        asked = "1" if asked == "markdown" else asked
        above = self.elements[-1].element.state if self.elements else ""
        if above == OFF or (above == SPAN and asked != "0"):
            asked = above
        block = name not in SPAN_TAGS | RAW_TAGS | EMPTY_TAGS
        if block and asked in ("1", BLOCK):
            return BLOCK
        if name in SPAN_TAGS and asked == BLOCK:
            return BLOCK
        if (name in SPAN_TAGS and asked == "1") or (
            asked == SPAN and name not in RAW_TAGS | EMPTY_TAGS
        ):
            return SPAN
        return OFF

    def _close_to(self, name: str) -> None:
        while self.elements:
            closed = self.elements[-1].element.tag
            self._close()
            if closed == name:
                return

    def _close(self) -> None:
        done = self.elements.pop()
        self.tags_open[done.element.tag] -= 1
        done.element.lines = joined(done.pieces)
        kept = (self.stash.keep(done.element), done.element.line)
        if self.elements:
            self.elements[-1].pieces += [("\n\n", self.number), kept, ("\n\n", self.number)]
            return
        # Spaces before the tag stay before it: it is HTML then, and its text is not read.
        if self.pieces and self.pieces[-1][0].endswith("\n"):
            self.pieces.append(("\n", self.number))
        self.pieces += [kept, ("\n\n", self.number)]


def element(parser: Parser, parent: Node, block: Block) -> int | None:
    """Read an element that stands at the block's start."""
    found = _KEPT.match(block.head)
    kept = parser.stash.kept[int(found[1])] if found else None
    if not found or not isinstance(kept, Element):
        return None
    parent.children.append(_node(parser, kept))
    rest = block.head[found.end() :]
    if rest.strip():
        parser.parse(parent, Lines([rest], [block.line]))
    return block.start + 1


def _node(parser: Parser, kept: Element) -> Node:
    made = Node(kept.tag, line=kept.line, attributes=kept.attributes)
    if kept.state == BLOCK:
        parser.parse(made, kept.lines)
        return made
    made.raw = kept.state == OFF
    text = "\n".join(kept.lines.texts)
    end = 0
    for found in _KEPT.finditer(text):
        inner = parser.stash.kept[int(found[1])]
        if isinstance(inner, Element):
            _append(made, text[end : found.start()])
            made.children.append(_node(parser, inner))
            end = found.end()
    _append(made, text[end:])
    return made


def _append(made: Node, text: str) -> None:
    if made.last is None:
        made.text += text
    else:
        made.last.tail += text
