"""An element whose text is taken to the letter: preformatted text, a diagram."""

import re
from collections.abc import Sequence

from index.reading.block import Block, Code
from index.reading.markup.tags import VOID, Tag
from index.reading.mermaid.diagram import read_diagram
from index.reading.plain import plain_text

_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang)-(\S+)")
_DIAGRAM = "mermaid"


class Literal:
    """Gathers the text of one element."""

    def __init__(self, tag: Tag) -> None:
        self.name = tag.name
        self.depth = 1
        self.diagram = _is_diagram(tag)
        self.language = _language(tag)
        self.parts: list[str] = []

    @staticmethod
    def begins(tag: Tag) -> bool:
        """Return whether a start tag opens such an element."""
        return tag.name in ("pre", "listing", "xmp") or (tag.name == "div" and _is_diagram(tag))

    def takes(self, part: Tag | str) -> bool:
        """Take text or a tag; False when it ends the element."""
        if isinstance(part, str):
            self.parts.append(part)
            return True
        if part.name == self.name and part.name not in VOID:
            self.depth += -1 if part.closing else 1
        elif part.name == "code":
            self.language = self.language or _language(part)
            self.diagram = self.diagram or _is_diagram(part)
        elif part.name == "br":
            self.parts.append(part.source if self.diagram else "\n")
        elif self.diagram:
            self.parts.append(part.source)
        return self.depth > 0

    def add(self, blocks: Sequence[Block]) -> None:
        """Take Markdown that stands in the element."""
        self.parts.append(f"\n{plain_text(blocks)}\n")

    def blocks(self) -> Sequence[Block]:
        """Return what the element shows."""
        text = "".join(self.parts)
        if self.diagram or self.language == _DIAGRAM:
            return read_diagram(text)
        text = text.strip("\n").rstrip()
        return (Code(text, self.language),) if text.strip() else ()


def _is_diagram(tag: Tag) -> bool:
    return _DIAGRAM in tag.written and _DIAGRAM in tag.attributes().get("class", "").split()


def _language(tag: Tag) -> str:
    found = _LANGUAGE.search(tag.attributes().get("class", "")) if tag.written else None
    return found[1].lower() if found else ""
