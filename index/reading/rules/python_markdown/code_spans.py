"""Code inside a line: as many ticks close it as opened it, else fewer of those that opened it."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from markdown_it.rules_inline import StateInline

_RUN = re.compile("`+")
TICKS = "ticks"
INSIDE_LINK = "inside_link"
"""Key in the parser's environment while the text of a link is read."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Where ticks stand in one text."""

    places: dict[int, list[int]]
    """Length of a run to the places where runs of that length begin."""
    longest: dict[int, tuple[int, int]]
    """Place of a run to the first of the longest runs behind it: length and place."""


def find_ticks(text: str) -> Ticks:
    """Return where ticks stand in `text`."""
    runs = [(found.start(), len(found[0])) for found in _RUN.finditer(text)]
    places: dict[int, list[int]] = {}
    longest: dict[int, tuple[int, int]] = {}
    behind = (0, 0)
    for place, length in runs:
        places.setdefault(length, []).append(place)
    for place, length in reversed(runs):
        longest[place] = behind
        behind = max(behind, (length, place), key=lambda run: (run[0], -run[1]))
    return Ticks(places, longest)


def code_span_end(ticks: Ticks, text: str, at: int) -> tuple[int, int] | None:
    """Return how many ticks the code at `at` has on each side and where the closing ones begin."""
    opening = _RUN.match(text, at)
    if opening is None:
        return None
    length = len(opening[0])
    places = ticks.places.get(length, [])
    number = bisect_left(places, at + length)
    if number < len(places):
        return length, places[number]
    size, place = ticks.longest.get(at, (0, 0))
    return (size, place) if 0 < size < length else None


def code_span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """Read code; ticks that nothing closes are text."""
    src, at = state.src, state.pos
    if src[at] != "`":
        return False
    key = f"{TICKS} {INSIDE_LINK in state.env}"
    ticks = state.env.get(key)
    if ticks is None or ticks[0] is not src:
        ticks = (src, find_ticks(src))
        state.env[key] = ticks
    opening = _RUN.match(src, at)
    width = len(opening[0]) if opening else 1
    found = code_span_end(ticks[1], src, at)
    if found is None:
        if not silent:
            state.append_pending("`" * width)
        state.pos += width
        return True
    size, place = found
    if not silent:
        token = state.push("code_inline", "code", 0)
        token.markup = "`" * size
        token.content = src[at + width : place].strip()
    state.pos = place + size
    return True
