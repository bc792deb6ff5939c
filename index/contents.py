"""What the handbook holds, to browse: chapters, their pages, the pages' sections."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from index.reading.page import Section
from index.search.index import Index
from index.search.scope import EVERYTHING, Scope

SectionKey = str
"""Names a section from one revision to the next, in at most 40 characters: digests of its page's
path and of its anchor. Made by `section_key`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A section in a list."""

    key: SectionKey
    """By which it is found again."""
    heading: str
    """Its heading."""
    level: int
    """The heading's level; 0 above the first heading."""
    url: str | None
    """An address that can be opened; None where there is none."""
    updated: date | None
    """When its text was last changed, where the history tells."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in a list."""

    path: str
    """Path of its file below the handbook's root."""
    title: str
    """Its title."""
    url: str | None
    """An address that can be opened; None where there is none."""
    sections: tuple[Entry, ...]
    """Its sections in order; at least one."""
    prompts: tuple[str, ...] = ()
    """Questions that its front matter suggests (`questions:`)."""

    @property
    def updated(self) -> date | None:
        """When any of it was last changed."""
        return max((entry.updated for entry in self.sections if entry.updated), default=None)


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a reader browses first: a folder of pages, or a page that stands alone."""

    key: str
    """By which it is found again: the path of its folder or page, at most 100 characters."""
    title: str
    """What the handbook calls it."""
    pattern: str
    """The pattern of its pages' paths, for a `Scope`."""
    pages: tuple[Listed, ...]
    """Its pages in order; at least one."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything there is to browse; built once for an index."""

    chapters: tuple[Chapter, ...]
    """The chapters in the handbook's order."""
    pages_at: Mapping[str, Listed]
    """Address of a page on the site, without anchor and trailing slash, to the page."""

    def lately(self, since: date, scope: Scope = EVERYTHING) -> tuple[tuple[Listed, Entry], ...]:
        """Return the sections that changed on or after `since`, the newest first."""
        raise NotImplementedError


def section_key(section: Section) -> SectionKey:
    """Return the name of a section that buttons and menus carry."""
    raise NotImplementedError


def section_with(key: SectionKey, index: Index) -> Section | None:
    """Return the section of that name; None where the handbook no longer has it."""
    raise NotImplementedError


def contents_of(index: Index) -> Contents:
    """Return what there is to browse in an index."""
    raise NotImplementedError
