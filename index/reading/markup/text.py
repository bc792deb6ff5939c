"""HTML as text, for what is no more than text: a heading."""

import re

from index.reading.markup.elements import BLOCKS
from index.reading.markup.sight import Sight
from index.reading.markup.tags import read_tags

_SPACES = re.compile(r"[ \t\r\f]*\n\s*|[ \t\r\f]{2,}")


def visible_lines(html: str) -> tuple[str, ...]:
    """Return the lines of text that `html` shows; comments, scripts and tags are not shown."""
    folded = _SPACES.sub(lambda match: "\n" if "\n" in match[0] else " ", _text(html, "\n"))
    return tuple(line.strip() for line in folded.split("\n") if line.strip())


def text_content(html: str) -> str:
    """Return all text of `html` as it stands, white space and all; a line break is none."""
    return _text(html, "")


def _text(html: str, between: str) -> str:
    sight = Sight()
    parts: list[str] = []
    for part in read_tags(html):
        if isinstance(part, str):
            parts.append("" if sight.hidden else part)
        elif sight.passes(part) and (part.name in BLOCKS or part.name == "br"):
            parts.append(between)
    return "".join(parts)
