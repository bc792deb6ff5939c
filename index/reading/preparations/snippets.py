"""Snippets (`pymdownx.snippets`): lines that take in another file; what it says stands there.

Source: https://facelessuser.github.io/pymdown-extensions/extensions/snippets/
"""

import re

_LINE = re.compile(r"^[ \t>]*;?-{1,}8<-{1,}[ \t]+[\"'][^\n]*$", re.MULTILINE)
_FENCE = re.compile(r"^[ \t>]*-{1,}8<-{1,}[ \t]*$", re.MULTILINE)


def without_snippets(text: str) -> str:
    """Return `text` without the lines that name files; every line keeps its number."""
    if "8<" not in text:
        return text
    parts = _FENCE.split(_LINE.sub("", text))
    if len(parts) % 2 == 0:  # the last block is not closed
        parts[-2:] = ["".join(parts[-2:])]
    parts[1::2] = ["\n" * part.count("\n") for part in parts[1::2]]
    return "".join(parts)
