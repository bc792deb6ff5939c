"""Hugo's permalinks: patterns for the addresses of a whole section.

Source: https://gohugo.io/configuration/permalinks/
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from index.reading.generators.configuration.tables import table
from index.reading.page import FrontMatter

_TOKEN = re.compile(r":([a-z0-9]+)")
_DATES = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")


@dataclass(frozen=True, slots=True)
class Permalinks:
    """The patterns by the first folder that they are for."""

    pages: Mapping[str, str]
    """Of pages."""
    sections: Mapping[str, str]
    """Of sections."""


@dataclass(frozen=True, slots=True)
class Named:
    """What the tokens of a pattern can name of a page."""

    folders: str
    """Its folders as they stand in addresses, joined by slashes."""
    name: str
    """Its file name without ending; that of its folder for an index."""
    front: FrontMatter
    """Its front matter, keys in lower case."""

    @property
    def title(self) -> str:
        """Its title, with no slash in it; empty where it has none."""
        return str(self.front.get("title") or "").replace("/", "-")

    @property
    def slug(self) -> str:
        """The slug of its own, empty where it has none."""
        return str(self.front.get("slug") or "")

    @property
    def when(self) -> date:
        """Its date; the first one that is set."""
        for name in _DATES:
            found = _date(self.front.get(name))
            if found:
                return found
        return date.min


TOKENS: Final[Mapping[str, Callable[[Named], str]]] = {
    "year": lambda page: f"{page.when.year:04}",
    "month": lambda page: f"{page.when.month:02}",
    "monthname": lambda page: f"{page.when:%B}",
    "day": lambda page: f"{page.when.day:02}",
    "weekday": lambda page: f"{page.when:%w}",
    "weekdayname": lambda page: f"{page.when:%A}",
    "yearday": lambda page: str(page.when.timetuple().tm_yday),
    "section": lambda page: page.folders.partition("/")[0],
    "sections": lambda page: page.folders,
    "title": lambda page: page.title,
    "slug": lambda page: page.slug or page.title,
    "slugorfilename": lambda page: page.slug or page.name,
    "slugorcontentbasename": lambda page: page.slug or page.name,
    "filename": lambda page: page.name,
    "contentbasename": lambda page: page.name,
}
"""What each token stands for, not yet made fit for an address."""


def read_permalinks(settings: Mapping[str, object]) -> Permalinks:
    """Return the patterns that we can follow; a section with another keeps Hugo's default."""
    pages = {**_patterns(settings), **_patterns(table(settings, "page"))}
    return Permalinks(pages, _patterns(table(settings, "section")))


def _patterns(settings: Mapping[str, object]) -> dict[str, str]:
    return {
        section: pattern
        for section, pattern in settings.items()
        if isinstance(pattern, str) and all(name in TOKENS for name in _TOKEN.findall(pattern))
    }


def fill(pattern: str, page: Named, fit: Callable[[str], str]) -> str:
    """Return `pattern` with its tokens filled in, each made fit for an address by `fit`."""
    return _TOKEN.sub(
        lambda token: fit(TOKENS[token[1]](page)) if token[1] in TOKENS else token[0], pattern
    )


def _date(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None
