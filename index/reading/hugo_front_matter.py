"""Front matter as Hugo finds it: white space may stand above it, and a brace begins JSON."""

from typing import Final

from index.reading.front_matter import NOT_BUILT, split_front_matter
from index.reading.page import FrontMatter

_SHORT_CODES: Final = ("{{<", "{{%")


def hugo_front_matter(text: str) -> tuple[FrontMatter | None, str, str]:
    """Return what `split_front_matter` does, also below empty lines.

    At a page that begins with a brace and is neither JSON nor a short code, Hugo stops.
    """
    start = len(text) - len(text.lstrip())
    front, body, problem = split_front_matter(text[start:])
    if front is not None:
        return front, "\n" * text.count("\n", 0, start) + body, problem
    if text.startswith("{", start) and not text.startswith(_SHORT_CODES, start):
        return NOT_BUILT, text, ""
    return None, text, ""
