"""Patterns as `.gitignore` has them, which some sites use to leave files out.

Source: https://git-scm.com/docs/gitignore#_pattern_format
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

_PART = re.compile(r"\*\*|\*|\?|\[!?\]?[^\]]*\]|\\.|.", re.DOTALL)
_SET = re.compile(r"\[[^\]]+\]|\[!?\][^\]]*\]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def ignored(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Return whether a path is left out; the last pattern that fits decides."""
    rules = list(_rules(patterns))

    def leaves_out(path: str) -> bool:
        fitting = [kept for kept, rule in rules if rule.match(path)]
        return bool(fitting) and not fitting[-1]

    return leaves_out


def _rules(patterns: Iterable[str]) -> Iterator[tuple[bool, re.Pattern[str]]]:
    """Yield what fits, and whether that is kept; a set that is none (`[z-a]`) fits nothing."""
    for pattern in (line.rstrip() for line in patterns):
        if pattern.strip("/!") and not pattern.startswith("#"):
            with suppress(re.error):
                yield pattern.startswith("!"), _compiled(pattern.removeprefix("!"))


def _compiled(pattern: str) -> re.Pattern[str]:
    anchored = "/" in pattern.rstrip("/")
    body = "".join(_regular(part) for part in _PART.findall(pattern.strip("/")))
    body = body.replace(".*/", "(?:.*/)?")
    start = "" if anchored else "(?:.*/)?"
    return re.compile(f"{start}{body}/.*" if pattern.endswith("/") else f"{start}{body}(?:/.*)?$")


def _regular(part: str) -> str:
    if part == "**":
        return ".*"
    if part == "*":
        return "[^/]*"
    if part == "?":
        return "[^/]"
    if _SET.fullmatch(part):
        return f"[{'^' if part[1] == '!' else ''}{part[1:-1].removeprefix('!')}]"
    return re.escape(_ESCAPE.sub(r"\1", part))
