"""Pages without text."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from index.check.checked import CheckedHandbook, CheckedPage
from index.check.finding import Spot
from index.check.shown import shows_nothing
from index.reading.front_matter import split_front_matter, text_setting
from index.reading.generators import github, jekyll

_PLAIN_LAYOUTS = frozenset({"", "default", "page", "post", "doc", "docs", "minimal"})
"""Layouts that show what stands in the file; another one may bring a text of its own."""

_FILLED = ("redirect_to", "redirect", "template", "type")
"""Settings by which a page shows something that does not stand in its file."""


_INDEXES = frozenset({"index", "_index", "readme"})


def empty_pages(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each page that has nothing but its headings."""
    parents = {text_setting(page.text.front, "parent") for page in handbook.pages}
    for page in handbook.pages:
        lists = _lists_others(page, handbook) or page.page.title in parents
        if is_empty(page) and not lists and not _filled_otherwise(page):
            yield Spot(page.path, None, {"title": page.page.title})


def is_empty(page: CheckedPage) -> bool:
    """Return whether a page says nothing, its headings apart."""
    if any(section.blocks and not section.contents_only for section in page.page.sections):
        return False
    _, body, _ = split_front_matter(page.text.markdown)
    lines = body.split("\n")
    for heading in page.page.headings:
        lines[heading.line - 1] = ""
    return shows_nothing(lines)


def _filled_otherwise(page: CheckedPage) -> bool:
    front = page.text.front or {}
    layout = text_setting(front, "layout") or ""
    return layout not in _PLAIN_LAYOUTS or any(name in front for name in _FILLED)


def _lists_others(page: CheckedPage, handbook: CheckedHandbook) -> bool:
    """Return whether the site may show a list of other pages on a page."""
    index = PurePosixPath(page.path).stem.lower() in _INDEXES
    by_itself = handbook.generator.name not in (jekyll.NAME, github.NAME)
    return (page.text.front or {}).get("has_children") is True or (index and by_itself)
