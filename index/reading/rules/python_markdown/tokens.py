"""The tree of a page as markdown-it's block tokens."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from markdown_it.token import Token

from index.reading.markup.text import visible_lines
from index.reading.rules.callout_titles import title_tokens
from index.reading.rules.python_markdown.blocks import DEPTH
from index.reading.rules.python_markdown.tree import CLOSE, OPEN, Element, Fence, Html, Node, Stash

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = re.compile(rf"{OPEN}(\d+){CLOSE}")
_PAIRS = {
    "ul": "bullet_list",
    "ol": "ordered_list",
    "li": "list_item",
    "blockquote": "blockquote",
    "details": "blockquote",
    "dl": "dl",
    "dd": "dd",
}
"""Elements that become a pair of tokens around their children's."""


class TokenWriter:
    """Writes tokens while it walks through the tree."""

    def __init__(self, stash: Stash) -> None:
        self.tokens: list[Token] = []
        self.stash = stash
        self.level = 0
        self.depth = 0
        """How many elements are being written as the HTML that they were."""
        self.ids: set[str] = set()
        """Ids of the elements that are no headings."""

    def write(self, node: Node) -> None:
        """Write what stands in an element: its text, then each child with what follows it."""
        self._text(node, node.text, node.line)
        for child in node.children:
            self._node(child)
            self._text(node, child.tail, child.line)

    def notes(self, notes: Iterable[Node]) -> None:
        """Write the footnotes, which stand at the page's end, numbered in their order there."""
        self._push("footnote_block_open", "section", 1)
        for number, note in enumerate(notes):
            self._push("footnote_open", "section", 1).meta = {"id": number}
            self.write(note)
            self._push("footnote_close", "section", -1)
        self._push("footnote_block_close", "section", -1)

    def _node(self, node: Node) -> None:
        if node.tag in _HEADINGS:
            self._heading(node)
            return
        if "id" in node.attributes:
            self.ids.add(node.attributes["id"])
        if node.tag == "pre" and node.raw:
            self._push("code_block", "code", content=node.text)
        elif node.tag == "hr":
            self._push("hr", "hr")
        elif node.tag == "table" and node.last is not None and node.last.tag == "tr":
            self._table(node)
        elif node.kind:
            self._pair("blockquote", "blockquote", lambda: self._callout(node))
        elif node.tag in _PAIRS and not node.raw:
            self._pair(_PAIRS[node.tag], node.tag, lambda: self.write(node))
        elif node.tag == "dt":
            self._pair("dt", "dt", lambda: self._inline(node.text, node.line))
        elif node.tag == "summary" and not node.raw:
            self.tokens += title_tokens(node.text.strip(), self.level)
        else:
            self.write(node)

    def _text(self, node: Node, text: str, line: int) -> None:
        """Write text as paragraphs, and between them what was set aside."""
        if not text.strip():
            return
        if node.raw:
            self._push("html_block", content=self._restored(text), line=line)
            return
        start = 0
        for found in _KEPT.finditer(text) if OPEN in text else ():
            self._paragraph(text[start : found.start()], line)
            self._kept(self.stash.kept[int(found[1])])
            start = found.end()
        self._paragraph(text[start:] if start else text, line)

    def _paragraph(self, text: str, line: int) -> None:
        if text.strip():
            self._pair("paragraph", "p", lambda: self._inline(text.strip("\n"), line))

    def _kept(self, kept: Html | Fence | Element) -> None:
        if isinstance(kept, Fence):
            self._push("fence", "code", content=kept.text).info = kept.language
        else:
            self._push("html_block", content=self._source(kept), line=kept.line)

    def _restored(self, text: str) -> str:
        return _KEPT.sub(lambda found: self._source(self.stash.kept[int(found[1])]), text)

    def _source(self, kept: Html | Fence | Element) -> str:
        """Return the HTML that was set aside."""
        if isinstance(kept, Html):
            return kept.source
        if isinstance(kept, Fence):
            return kept.text
        if self.depth >= DEPTH:
            return ""
        given = "".join(f' {name}="{value}"' for name, value in kept.attributes.items())
        self.depth += 1
        inside = self._restored("\n".join(kept.lines.texts))
        self.depth -= 1
        return f"<{kept.tag}{given}>{inside}</{kept.tag}>"

    def _heading(self, node: Node) -> None:
        opening = self._push("heading_open", node.tag, 1, line=node.line)
        opening.markup = "#"
        if "id" in node.attributes:
            opening.attrSet("id", node.attributes["id"])
        self._inline(node.text, node.line)
        if node.raw:
            shown = " ".join(visible_lines(self.tokens[-1].content))
            self.tokens[-1].type = "html_heading"
            self.tokens[-1].children = [Token("text", "", 0, content=shown)]
        self._push("heading_close", node.tag, -1).markup = "#"

    def _callout(self, node: Node) -> None:
        title = node.attributes.get("title", "")
        if title:
            self.tokens += title_tokens(title, self.level)
        self.write(node)

    def _table(self, node: Node) -> None:
        self._push("table_open", "table", 1)
        for row in node.children:
            self._push("tr_open", "tr", 1)
            for cell in row.children:
                self._push(f"{cell.tag}_open", cell.tag, 1)
                self._inline(cell.text, node.line)
                self._push(f"{cell.tag}_close", cell.tag, -1)
            self._push("tr_close", "tr", -1)
        self._push("table_close", "table", -1)

    def _inline(self, text: str, line: int) -> None:
        text = self._restored(text) if OPEN in text else text
        self._push("inline", content=text, line=line).children = []

    def _pair(self, name: str, tag: str, write: Callable[[], None]) -> None:
        self._push(f"{name}_open", tag, 1)
        write()
        self._push(f"{name}_close", tag, -1)

    def _push(
        self,
        name: str,
        tag: str = "",
        nesting: Literal[-1, 0, 1] = 0,
        *,
        content: str = "",
        line: int | None = None,
    ) -> Token:
        self.level -= nesting == -1
        token = Token(name, tag, nesting, content=content, level=self.level, block=True)
        if line is not None:
            token.map = [line, line + 1]
        self.level += nesting == 1
        self.tokens.append(token)
        return token
