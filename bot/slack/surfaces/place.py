"""Where somebody is in the handbook's contents: what a button of a list leads to."""

import re
from dataclasses import dataclass
from typing import Final

from index.contents import Chapter, Contents, Listed
from index.reading.section_key import page_key

_WRITTEN: Final = re.compile(r"([\w-]*)\.([\w-]*)\.([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class Place:
    """A list: the chapters, the pages of one, or the sections of a page."""

    chapter: str = ""
    """The chapter's name; empty for the list of chapters."""
    page: str = ""
    """The page's name; empty for the chapter's list of pages."""
    start: int = 0
    """How many of a long list stand before the first one shown."""

    def value(self) -> str:
        """Return it as a button's `value`, of letters that come back as they were sent."""
        return f"{self.chapter}.{self.page}.{self.start}"


CHAPTERS: Final = Place()
"""The list of chapters, where everybody begins."""


def place(value: str) -> Place:
    """Return what a button's `value` leads to; the chapters for one that is not ours."""
    found = _WRITTEN.fullmatch(value)
    return Place(found[1], found[2], int(found[3])) if found else CHAPTERS


def name(of: Chapter | Listed) -> str:
    """Return a short name for a chapter or a page: paths may be of any length, with any letter."""
    return page_key(of.key if isinstance(of, Chapter) else of.path)


def chapter_at(contents: Contents, there: Place) -> Chapter | None:
    """Return the chapter; None for the list of chapters, or where the handbook lost it."""
    return next((each for each in contents.chapters if name(each) == there.chapter), None)


def page_at(chapter: Chapter, there: Place) -> Listed | None:
    """Return the page; None for the list of pages, or where the handbook lost it."""
    if len(chapter.pages) == 1:
        return chapter.pages[0]
    return next((each for each in chapter.pages if name(each) == there.page), None)
