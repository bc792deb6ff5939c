"""Tags that stand in a page as HTML: their name, attributes and line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

# Possessive: what a piece has taken is never given back and read again.
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*+)([^<>]*+)>")
_ATTRIBUTE = re.compile(
    r"""(?<![\w:.-])([A-Za-z_:][\w:.-]*+)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))"""
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One opening tag."""

    name: str
    """In lower case."""
    attributes: Mapping[str, str]
    """Name in lower case to value."""
    line: int
    """Lines between the beginning of the text and the tag."""


def tags(html: str) -> Iterator[Tag]:
    """Yield every opening tag that is not in a comment."""
    shown = without_comments(html)
    line = position = 0
    for match in _TAG.finditer(shown):
        line += shown.count("\n", position, match.start())
        position = match.start()
        yield Tag(match[1].lower(), _attributes(match[2]), line)


def _attributes(source: str) -> dict[str, str]:
    return {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "").strip()
        for match in _ATTRIBUTE.finditer(source)
    }


def without_comments(html: str) -> str:
    """Return `html` with its comments gone and every line in its place."""
    parts: list[str] = []
    position = 0
    while (start := html.find("<!--", position)) >= 0:
        end = html.find("-->", start)
        stop = len(html) if end < 0 else end + len("-->")
        parts += [html[position:start], "\n" * html.count("\n", start, stop)]
        position = stop
    return "".join([*parts, html[position:]])
