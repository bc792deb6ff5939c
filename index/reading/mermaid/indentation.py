"""Levels by indentation, as mind maps and boards have them."""

from collections.abc import Iterable, Iterator


def levels(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield each line with how deep it lies: below the nearest line above with less indentation."""
    above: list[int] = []
    for line in lines:
        text = line.strip()
        if not text:
            continue
        indent = len(line) - len(line.lstrip())
        while above and above[-1] >= indent:
            above.pop()
        yield len(above), text
        above.append(indent)
