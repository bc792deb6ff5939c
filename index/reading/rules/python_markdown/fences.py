"""Fences as `fenced_code` reads them: at the line's start only, closed by the very same signs."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from index.reading.rules.python_markdown.lines import Lines, numbered
from index.reading.rules.python_markdown.tree import Fence, Stash

_OPENING = re.compile(
    r"(?P<fence>~{3,}|`{3,}) *(?:\{(?P<attributes>.*)\}|(?:\.?(?P<language>[\w#.+-]*) *)?"
    r"""(?:hl_lines=(?P<quote>"|').*?(?P=quote) *)?)"""
)
_CLOSING = re.compile(r"(?P<fence>~{3,}|`{3,}) *")


def set_fences_aside(lines: Lines, stash: Stash) -> Lines:
    """Return the lines with what stands for a fence in its place, blank lines around it."""
    if not any(text.startswith(("```", "~~~")) for text in lines.texts):
        return lines
    return numbered(_replaced(lines, stash))


def _replaced(lines: Lines, stash: Stash) -> Iterator[tuple[str, int]]:
    closings = _closings(lines)
    at = 0
    while at < len(lines):
        text = lines.texts[at]
        found = _OPENING.fullmatch(text) if text.startswith(("```", "~~~")) else None
        end = _next(closings.get(found["fence"], []), at) if found else None
        if found is None or end is None or "}" in (found["attributes"] or ""):
            yield text, lines.numbers[at]
            at += 1
            continue
        named = (found["attributes"] or "").split(" ", 1)[0].lstrip(".")
        body = tuple(lines.texts[at : end + 1])
        kept = Fence("\n".join(body[1:-1]) + "\n", found["language"] or named, body)
        for text in ("", stash.keep(kept), ""):
            yield text, lines.numbers[at]
        at = end + 1


def _closings(lines: Lines) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, text in enumerate(lines.texts):
        found = _CLOSING.fullmatch(text) if text.startswith(("```", "~~~")) else None
        if found:
            places.setdefault(found["fence"], []).append(place)
    return places


def _next(places: list[int], at: int) -> int | None:
    number = bisect_right(places, at)
    return places[number] if number < len(places) else None
