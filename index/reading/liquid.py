"""Liquid, which Jekyll and Eleventy run before Markdown: what it prints stays, the tags go."""

import re

_LINK_TAG = re.compile(
    r"""\{%-?\s*(?:page|link|url|relative_url)\s+["']?([^"'%}\s]+)["']?\s*-?%\}"""
)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}"), re.compile(r"\{%-?\s*endraw\s*-?%\}")
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}"), re.compile(r"\{%-?\s*endcomment\s*-?%\}")
_TAG = re.compile(r"\{%[^%\n]*(?:%(?!\})[^%\n]*)*%\}|\{\{[^{}\n]*\}\}")


def without_liquid(text: str) -> str:
    """Return `text` with link tags as their target and all other tags gone; lines stay in place."""
    if "{%" not in text and "{{" not in text:
        return text
    parts = _split(text, *_RAW)
    # Every second part stands inside `raw`, which Liquid prints as it is.
    parts[::2] = [_run(part) for part in parts[::2]]
    return "".join(parts)


def _run(text: str) -> str:
    parts = _split(text, *_COMMENT)
    parts[1::2] = ["\n" * hidden.count("\n") for hidden in parts[1::2]]
    return _TAG.sub("", _LINK_TAG.sub(r"\1", "".join(parts)))


def _split(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> list[str]:
    """Return what stands outside and inside of a pair of tags, in turn; an open end is outside."""
    parts: list[str] = []
    position = 0
    while start := opening.search(text, position):
        end = closing.search(text, start.end())
        if end is None:
            break
        parts += [text[position : start.start()], text[start.end() : end.start()]]
        position = end.end()
    return [*parts, text[position:]]
