"""Fences as `pymdownx.superfences` reads them: also indented and in quotes."""

import re
from collections.abc import Iterator, Sequence

from index.reading.rules.python_markdown.lines import Lines, numbered
from index.reading.rules.python_markdown.tree import Fence, Stash

_PREFIX = re.compile(r"[> ]*")
_OPENING = re.compile(
    r"(?P<fence>~{3,}|`{3,})(?: *\.?(?P<language>[\w#.+-]+)(?= |$))?"
    r"(?: *\{(?P<attributes>.*)\}"
    r"""|(?P<options>(?: *[a-zA-Z]\w*(?:=(?P<quote>["']).*?(?P=quote))?(?= |$))+))? *""",
    re.ASCII,
)
_OPTION = re.compile(r"""([a-zA-Z]\w*)(?:=("[^"]*"|'[^']*'))?""", re.ASCII)
_KNOWN = frozenset({"hl_lines", "linenums", "title", "title_mode"})


def set_nested_fences_aside(lines: Lines, stash: Stash) -> Lines:
    """Return the lines with what stands for a fence in place of its first line."""
    if not any("```" in text or "~~~" in text for text in lines.texts):
        return lines
    return numbered(_replaced(lines, stash))


def _replaced(lines: Lines, stash: Stash) -> Iterator[tuple[str, int]]:
    texts, at = lines.texts, 0
    while at < len(texts):
        opening = _opening(texts[at])
        if opening is None:
            yield texts[at], lines.numbers[at]
            at += 1
            continue
        end, closed = _end(texts, at, *opening)
        if closed:
            width = len(opening[0])
            body = tuple(text[width:] for text in texts[at : end + 1])
            kept = Fence("\n".join(body[1:-1]) + "\n", opening[1]["language"] or "", body)
            yield opening[0] + stash.keep(kept), lines.numbers[at]
        else:
            # What stopped the fence is no opening of another one.
            yield from zip(texts[at : end + 1], lines.numbers[at : end + 1], strict=True)
        at = end + 1


def _opening(text: str) -> tuple[str, re.Match[str]] | None:
    if "```" not in text and "~~~" not in text:
        return None
    prefix = _PREFIX.match(text)
    found = _OPENING.fullmatch(text, prefix.end()) if prefix else None
    if prefix is None or found is None:
        return None
    given = dict(_OPTION.findall(found["options"] or ""))
    if any(name not in _KNOWN or not value for name, value in given.items()):
        return None
    return prefix[0], found


def _end(texts: Sequence[str], at: int, prefix: str, found: re.Match[str]) -> tuple[int, bool]:
    """Return the last line that the fence takes, and whether that one closes it."""
    fence, depth, width = found["fence"], prefix.count(">"), len(prefix)
    blank = 0
    for place in range(at + 1, len(texts)):
        start, content = _divided(texts[place], width)
        level = start.count(">")
        empty = not content if depth else not (start + content).strip()
        if level > depth or (not depth and level):
            return place, False
        if empty:
            blank += 1
        elif (depth and (len(start) < width or (blank and level < depth))) or (
            not depth and len(start) != width
        ):
            return place, False
        elif content.rstrip(" ") == fence:
            return place, True
        else:
            blank = 0
    return len(texts) - 1, False


def _divided(text: str, width: int) -> tuple[str, str]:
    end = 0
    while end < width and text[end : end + 1] in ("> "):
        if end >= len(text):
            break
        end += 1
    return text[:end], text[end:]
