"""Liquid, which Jekyll and Eleventy run before Markdown: what it prints stays, the tags go.

A tag of which we know nothing shows nothing, a pair of such tags what stands inside.
"""

import re

from index.reading.own_lines import has_own_lines
from index.reading.preparations.liquid_tags import Tags, shown_output, shown_tag

_OPENING = re.compile(r"\{%-?|\{\{-?")
_CLOSING = {"%": "%}", "{": "}}"}
_ENDS = {
    "raw": re.compile(r"\{%-?\s*endraw\s*-?%\}"),
    "comment": re.compile(r"\{%-?\s*endcomment\s*-?%\}"),
}
_PAIRED = re.compile(r"\{%-?\s*end(\w+)\s*-?%\}")
_EMPTY_LINE = re.compile(r"\n[ \t]*(?=\n)")


class _Printer:
    """Gathers what is printed.

    The line ends inside of a tag are printed only at the next empty line: so the pieces of a
    sentence stay together, and what comes below keeps its line number.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.owed = 0

    def write(self, text: str) -> None:
        if self.owed and (empty := _EMPTY_LINE.search(text)):
            self.parts += [text[: empty.end()], "\n" * self.owed]
            self.owed = 0
            text = text[empty.end() :]
        self.parts.append(text)

    def __str__(self) -> str:
        return "".join(self.parts) + "\n" * self.owed


def without_liquid(text: str) -> str:
    """Return `text` as Liquid prints it, as far as that can be known; lines keep their numbers."""
    if "{%" not in text and "{{" not in text:
        return text
    out = _Printer()
    tags = Tags(frozenset(_PAIRED.findall(text)))
    unclosed: set[str] = set()
    position = 0
    while opening := _OPENING.search(text, position):
        out.write(text[position : opening.start()])
        closing = _CLOSING[opening[0][1]]
        end = -1 if closing in unclosed else text.find(closing, opening.end())
        if end < 0:
            unclosed.add(closing)
            out.write(opening[0])
            position = opening.end()
            continue
        body = text[opening.end() : end].removesuffix("-").strip()
        position = end + len(closing)
        out.owed += text.count("\n", opening.start(), position)
        if body in _ENDS and body not in unclosed and closing == "%}":
            position = _verbatim(text, position, body, out, unclosed)
        elif closing == "%}":
            alone = has_own_lines(text, opening.start(), position)
            out.write(shown_tag(body, tags, alone=alone))
        else:
            out.write(shown_output(body))
    out.write(text[position:])
    return str(out)


def _verbatim(text: str, start: int, tag: str, out: _Printer, unclosed: set[str]) -> int:
    """Print what stands in `raw` as it is, and nothing of a `comment`; return where it ends."""
    end = _ENDS[tag].search(text, start)
    if end is None:
        unclosed.add(tag)
        return start
    if tag == "raw":
        out.write(text[start : end.start()])
    else:
        out.owed += text.count("\n", start, end.start())
    out.owed += end[0].count("\n")
    return end.end()
