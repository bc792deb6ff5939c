"""What stands around a diagram's statements: settings, remarks, title, description.

Sources: https://mermaid.js.org/config/configuration.html (front matter),
https://mermaid.js.org/config/directives.html, https://mermaid.js.org/config/accessibility.html
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.reading.front_matter import split_front_matter, text_setting
from index.reading.mermaid.label import visible

_KIND = re.compile(r"\s*([\w-]+)")
_DESCRIPTION = re.compile(r"\s*acc(?:Title|Descr)\s{0,9}(?P<sign>[:{])(?P<text>.*)")
_VERSION = ("-beta", "-v2", "-elk")


@dataclass(frozen=True, slots=True)
class DiagramSource:
    """A diagram without what surrounds it."""

    kind: str
    """Its first word in small letters, without the version behind it."""
    leads: tuple[str, ...]
    """Its title, and its description for those who do not see it."""
    lines: tuple[str, ...]
    """Its statements; the first is what stands behind the first word."""


def read_source(source: str) -> DiagramSource:
    """Return the statements, and what is said about the diagram; remarks say nothing."""
    settings, body, _ = split_front_matter(source.lstrip())
    leads = [visible(text_setting(settings, "title") or "")]
    lines: list[str] = []
    rest = iter(_without_directives(body).split("\n"))
    for line in rest:
        if match := _DESCRIPTION.match(line):
            leads.append(visible(_description(match, rest)))
        elif line.strip() and not line.lstrip().startswith("%%"):
            lines.append(line)
    shown = tuple(dict.fromkeys(lead for lead in leads if lead))
    word = _KIND.match(lines[0]) if lines else None
    if word is None:
        return DiagramSource("", shown, tuple(lines))
    kind = word[1].lower()
    for version in _VERSION:
        kind = kind.removesuffix(version)
    return DiagramSource(kind, shown, (lines[0][word.end() :], *lines[1:]))


def _description(match: re.Match[str], rest: Iterator[str]) -> str:
    """Return a description; in braces it goes on over the next lines."""
    text = match["text"]
    if match["sign"] == ":":
        return text
    parts = [text]
    while "}" not in parts[-1] and (line := next(rest, None)) is not None:
        parts.append(line)
    return " ".join(parts).partition("}")[0]


def _without_directives(text: str) -> str:
    """Return the text without `%%{init: …}%%`."""
    kept: list[str] = []
    at = 0
    while (start := text.find("%%{", at)) >= 0 and (end := text.find("}%%", start)) >= 0:
        kept.append(text[at:start])
        at = end + len("}%%")
    return "".join([*kept, text[at:]])
