"""What rules look at: the handbook as it was read, and each page as it was written."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from index.check.written import Written, WrittenLink
from index.reading.generators.generator import Generator
from index.reading.page import Page
from index.reading.page_text import PageText
from index.reading.site_map import SiteMap
from index.reading.target import Target
from index.source.document import Notice


@dataclass(frozen=True, slots=True)
class AimedLink:
    """A link and what it leads to."""

    written: WrittenLink
    """The link."""
    target: Target
    """What it leads to: for visitors of the site, or of the Git host where the file is raw."""


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """One page."""

    page: Page
    """The page as visitors see it."""
    text: PageText
    """What its file says."""
    lines: tuple[str, ...]
    """The file, line by line."""
    written: Written
    """What its author wrote."""
    links: tuple[AimedLink, ...]
    """Its links whose end can be known from the handbook alone."""
    leads_to: frozenset[str]
    """Path of every page that one of its links finds, in whatever way."""

    @property
    def path(self) -> str:
        """Path of its file below the handbook's root."""
        return self.page.path

    def heading_at(self, line: int) -> str:
        """Return the heading above a line, '' where there is none."""
        headings = self.page.headings
        place = bisect_right(headings, line, key=lambda heading: heading.line)
        return headings[place - 1].text if place else ""


@dataclass(frozen=True, slots=True)
class CheckedHandbook:
    """All pages, and what is known around them."""

    pages: tuple[CheckedPage, ...]
    """The pages that the site shows."""
    hidden: Mapping[str, str]
    """Path of each file that is on no page to the address that it asks for; '' for none."""
    site_map: SiteMap
    """What is at which address."""
    generator: Generator
    """What builds the site."""
    base: str
    """Path of the site on its host, without trailing slash; empty where it has the whole host."""
    settings: str
    """The text of the site's settings files."""
    notices: tuple[Notice, ...]
    """What the source and reading noticed."""
    today: date
    """The day of the check."""
