"""HTML as lines of text, for what is no more than text: a heading."""

import re

from index.reading.markup.elements import BLOCKS
from index.reading.markup.sight import Sight
from index.reading.markup.tags import read_tags

_SPACES = re.compile(r"[ \t\r\f]*\n\s*|[ \t\r\f]{2,}")


def visible_lines(html: str) -> tuple[str, ...]:
    """Return the lines of text that `html` shows; comments, scripts and tags are not shown."""
    sight = Sight()
    parts: list[str] = []
    for part in read_tags(html):
        if isinstance(part, str):
            parts.append("" if sight.hidden else part)
        elif sight.passes(part) and (part.name in BLOCKS or part.name == "br"):
            parts.append("\n")
    folded = _SPACES.sub(lambda match: "\n" if "\n" in match[0] else " ", "".join(parts))
    return tuple(line.strip() for line in folded.split("\n") if line.strip())
