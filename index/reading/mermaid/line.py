"""A line between two boxes of a flowchart: its heads and what stands on it.

Source: https://mermaid.js.org/syntax/flowchart.html#links-between-nodes
"""

import re
from dataclasses import dataclass

from index.reading.mermaid.label import visible
from index.reading.mermaid.relation import BACK, BOTH, FORTH, NEITHER
from index.reading.mermaid.scanner import Scanner

_NAME = r"\s*(?:(?P<name>[^\s@\"|{}\[\]()]{1,200})@)?(?P<left>[<xo])?"
_WHOLE = re.compile(_NAME + r"(?:--+[->xo]|==+[=>xo]|-?\.+-[>xo]?|(?P<hidden>~~~+))")
_BEGINNING = re.compile(_NAME + r"(?P<stroke>--|==|-\.)")
_ENDING = {
    "--": re.compile(r"--+[->xo]"),
    "==": re.compile(r"==+[=>xo]"),
    "-.": re.compile(r"(?<!\.)\.+-[>xo]?"),
}
_QUOTE = re.compile(r'\s*"')
_QUOTE_END = re.compile(r'"')
_BAR = re.compile(r"\s*\|")
_BAR_END = re.compile(r"\|")
_SPACE = re.compile(r"\s*")
_LINE_BREAK = re.compile(r"\n|\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line between boxes."""

    sign: str
    """Its heads; empty for a line that is not drawn."""
    label: str
    """What stands on it."""
    names: tuple[str, ...]
    """What other statements call it."""


def read_line(scanner: Scanner) -> Line | None:
    """Return the line that starts here, with its label in either notation; None for no line."""
    start = scanner.at
    if whole := scanner.take(_WHOLE):
        sign = "" if whole["hidden"] else _sign(whole["left"], whole[0][-1])
        return Line(sign, _bar_label(scanner), _names(whole))
    beginning = scanner.take(_BEGINNING)
    label = _inner_label(scanner, beginning["stroke"]) if beginning else None
    if beginning is None or label is None:
        scanner.at = start
        return None
    sign = _sign(beginning["left"], scanner.text[scanner.at - 1])
    return Line(sign, label, _names(beginning))


def _names(match: re.Match[str]) -> tuple[str, ...]:
    return (match["name"],) if match["name"] else ()


def _sign(left: str | None, right: str) -> str:
    if right in (">", "x", "o"):
        return BOTH if left else FORTH
    return BACK if left else NEITHER


def _inner_label(scanner: Scanner, stroke: str) -> str | None:
    """Return the text within the line and go behind it; None where the line does not end."""
    label = ""
    if scanner.take(_QUOTE):
        closing = scanner.ahead(_QUOTE_END)
        if closing is None:
            return None
        label = scanner.until(closing)
    ending, line_break = scanner.ahead(_ENDING[stroke]), scanner.ahead(_LINE_BREAK)
    if ending is None or line_break is None or ending.start() > line_break.start():
        return None
    return visible(label + scanner.until(ending))


def _bar_label(scanner: Scanner) -> str:
    """Return the text in bars behind a line, if any."""
    if not scanner.take(_BAR):
        return ""
    if scanner.take(_QUOTE):
        closing = scanner.ahead(_QUOTE_END)
        label = scanner.until(closing) if closing else ""
        scanner.take(_BAR)
        return visible(f'"{label}"')
    closing, line_break = scanner.ahead(_BAR_END), scanner.ahead(_LINE_BREAK)
    if closing is None or line_break is None or closing.start() > line_break.start():
        return ""
    return visible(scanner.until(closing))
