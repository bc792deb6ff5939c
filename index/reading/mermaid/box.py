"""The boxes of a flowchart: a name, mostly a shape, and in it what a reader sees.

Source: https://mermaid.js.org/syntax/flowchart.html#node-shapes
"""

import re

from index.reading.mermaid.graph import Graph
from index.reading.mermaid.label import visible
from index.reading.mermaid.scanner import Scanner

_NAME = re.compile(r"\s*(?P<name>(?:[\w!#$'*+.`?\\/]|-(?![>\-.])|=(?!=)|:(?!:))+)")
_AND = re.compile(r"\s*&")
_CLOSINGS = {
    "(((": r"\)\)\)",
    "((": r"\)\)",
    "([": r"\]\)",
    "(-": r"-\)",
    "(": r"\)",
    "[[": r"\]\]",
    "[(": r"\)\]",
    "[/": r"[/\\]\]",
    "[\\": r"[/\\]\]",
    "[|": r"\]",
    "[": r"\]",
    "{{": r"\}\}",
    "{": r"\}",
    "<[": r"\]>",
    ">": r"\]",
}
"""What closes each shape, longer signs first."""

_CLOSING = {opening: re.compile(closing) for opening, closing in _CLOSINGS.items()}
_OPENING = re.compile("|".join(re.escape(opening) for opening in _CLOSINGS))
_CLASS = re.compile(r":::[\w-]+")
_DATA = re.compile(r"@\{")
_DATA_SIGN = re.compile(r'["}]')
_LABEL = re.compile(r"""\blabel\s*:\s*(?:"([^"]*)"|'([^']*)'|([^,"'\n]*))""")
_QUOTE = re.compile(r'\s*"')
_QUOTE_END = re.compile(r'"')
_STRAY = re.compile(r"\s*[\])}|/\\>-]*?[\])}]+>?(?:\(\w+\))?")
_BRACKET = re.compile(r'[\[\](){}|"]')
_LINE_BREAK = re.compile(r"\n|\Z")


def read_boxes(scanner: Scanner, graph: Graph) -> list[str]:
    """Take one box, or several joined by `&`, and return their names."""
    names: list[str] = []
    while match := scanner.take(_NAME):
        names.append(match["name"])
        graph.mention(match["name"], _shown(scanner))
        if not scanner.take(_AND):
            break
    return names


def _shown(scanner: Scanner) -> str | None:
    """Return what stands in the box, None where nothing is said but its name."""
    text: str | None = None
    while True:
        if opening := scanner.take(_OPENING):
            text = _shape(scanner, opening[0])
        elif scanner.take(_DATA):
            label = _LABEL.search(_data(scanner))
            if label is not None:
                text = visible(label[1] or label[2] or label[3] or "")
        elif not scanner.take(_CLASS):
            return text


def _shape(scanner: Scanner, opening: str) -> str | None:
    """Return the text up to the shape's end; None, with the line left out, where it has none."""
    if scanner.take(_QUOTE):
        closing = scanner.ahead(_QUOTE_END)
        if closing is None:
            scanner.at = len(scanner.text)
            return None
        text = scanner.until(closing)
        scanner.take(_STRAY)
        return visible(f'"{text}"')
    line_break, bracket = scanner.ahead(_LINE_BREAK), scanner.ahead(_BRACKET)
    for closing_of, lead in ((opening, ""), (opening[0], opening[1:])):
        closing = scanner.ahead(_CLOSING[closing_of])
        if closing is None or line_break is None or bracket is None:
            continue
        # A label may go on over the line's end, but not over another bracket there.
        if (
            closing.start() < line_break.start()
            or closing.start() <= bracket.start() < closing.end()
        ):
            return visible(lead + scanner.until(closing))
    if line_break is not None:
        scanner.at = line_break.start()
    return None


def _data(scanner: Scanner) -> str:
    """Return what stands between `@{` and `}`; one that does not end takes all that is left."""
    start = scanner.at
    while sign := scanner.ahead(_DATA_SIGN):
        scanner.at = sign.end()
        if sign[0] == "}":
            return scanner.text[start : sign.start()]
        closing = scanner.ahead(_QUOTE_END)
        if closing is None:
            break
        scanner.at = closing.end()
    scanner.at = len(scanner.text)
    return ""
