"""mdBook's table of contents: which files are chapters, and what they are called.

Source: https://rust-lang.github.io/mdBook/format/summary.html
"""

from collections.abc import Iterator, Mapping
from posixpath import normpath
from typing import Final
from urllib.parse import unquote

from markdown_it import MarkdownIt

SUMMARY: Final = "SUMMARY.md"


def read_summary(text: str) -> Mapping[str, str]:
    """Return file to title of each chapter; a link without a target is a chapter to be written."""
    chapters: dict[str, str] = {}
    for href, title in _links(text):
        if href:
            chapters.setdefault(normpath(unquote(href)), title)
    return chapters


def _links(text: str) -> Iterator[tuple[str, str]]:
    for token in MarkdownIt("commonmark").parse(text):
        href: str | None = None
        words: list[str] = []
        for child in token.children or ():
            if child.type == "link_open":
                href, words = str(child.attrGet("href") or ""), []
            elif child.type == "link_close" and href is not None:
                yield href, "".join(words).strip()
                href = None
            elif child.type in ("text", "code_inline"):
                words.append(child.content)
