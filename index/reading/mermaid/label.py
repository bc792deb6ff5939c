"""A label as a reader of the diagram sees it.

Sources: https://mermaid.js.org/syntax/flowchart.html (Markdown strings, entity codes, icons)
"""

import re
from html import unescape

NAME_CHARACTERS = 120
"""A longer label is cut where it is only named again, so that many arrows to it stay short."""

_BREAK = re.compile(r"<br\s{0,9}/?>|\\n", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_ICON = re.compile(r"(?<!\w)(?:fa[a-z]?|mdi|logos):[\w-]+")
_ENTITY = re.compile(r"#(\w{1,32});")
_EMPHASIS = re.compile(r"\*++(?=\S)|(?<=\S)\*++|(?<!\w)_++|(?<!_)_++(?!\w)")


def visible(text: str) -> str:
    """Return what is shown of a label: on one line, without quotes, tags, icons and codes."""
    text = _unquoted(text.strip())
    text = _TAG.sub("", _BREAK.sub(" ", text))
    text = _ENTITY.sub(_sign, _ICON.sub("", text))
    return " ".join(unescape(text).split())


def named(label: str) -> str:
    """Return a label, which `visible` made, as short as where it is only named again."""
    if len(label) <= NAME_CHARACTERS:
        return label
    return label[: NAME_CHARACTERS - 1].rstrip() + "…"


def _unquoted(text: str) -> str:
    """Take off the quotes, and of a Markdown string (quote and backtick) its emphasis too."""
    text = text.removeprefix('"').removesuffix('"').strip()
    if text.startswith("`"):
        return _EMPHASIS.sub("", text.strip("`"))
    return text


def _sign(code: re.Match[str]) -> str:
    """Return the sign of `#quot;` or `#35;`; what is no code is text."""
    name = f"#{code[1]}" if code[1].isdecimal() else code[1]
    sign = unescape(f"&{name};")
    return code[0] if sign == f"&{name};" else sign
