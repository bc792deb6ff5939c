"""Front matter as Hugo finds it: white space may stand above it."""

from index.reading.front_matter import split_front_matter
from index.reading.page import FrontMatter


def hugo_front_matter(text: str) -> tuple[FrontMatter | None, str, str]:
    """Return what `split_front_matter` does, also below empty lines."""
    start = len(text) - len(text.lstrip())
    front, body, problem = split_front_matter(text[start:])
    if front is None:
        return None, text, ""
    return front, "\n" * text.count("\n", 0, start) + body, problem
