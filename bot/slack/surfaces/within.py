"""The contents as somebody may see them."""

from dataclasses import replace

from index.contents import Contents
from index.search.scope import Scope


def within(contents: Contents, scope: Scope) -> Contents:
    """Return what lies in a scope: chapters without their other pages, and none that is empty."""
    if not scope.wanted:
        return contents
    chapters = (
        replace(chapter, pages=tuple(page for page in chapter.pages if scope.holds(page.path)))
        for chapter in contents.chapters
    )
    at = {address: page for address, page in contents.pages_at.items() if scope.holds(page.path)}
    return Contents(tuple(chapter for chapter in chapters if chapter.pages), at)
