"""How much of a handbook is read at most; generous for prose, small for mistakes."""

from typing import Final

MARKDOWN_SUFFIXES: Final = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdx")

PAGE_BYTES: Final = 8 * 1024 * 1024
"""Some 3,000 printed pages: more is an export, not a page."""

PAGES: Final = 50_000
"""More files than this is a place that was named by mistake."""
