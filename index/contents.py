"""What the handbook holds, to browse: chapters, their pages, the pages' sections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from time import sleep
from typing import Final
from urllib.parse import quote, unquote, urlsplit

import numpy as np

from index.chapters import Chapter, chapters_of
from index.reading.listed import Entry, Listed, list_pages
from index.reading.page import Section
from index.reading.section_key import SectionKey, page_key, page_part, section_key
from index.search.index import Index
from index.search.scope import EVERYTHING, Scope
from index.search.snapshot.stored_passages import StoredPassages

__all__ = [
    "Chapter",
    "Contents",
    "Entry",
    "Listed",
    "SectionKey",
    "contents_of",
    "section_at",
    "section_key",
    "section_with",
]

_SAFE: Final = "/:@!$&'()*+,;=~"
"""What an address has as it is; as `Link` writes it."""

_FRONT_PAGES: Final = ("", ".html", "/index.html", "/index")
"""What may stand at an address's end and not be said, or the other way round."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything there is to browse; built once for an index."""

    chapters: tuple[Chapter, ...]
    """The chapters in the handbook's order."""
    pages_at: Mapping[str, Listed]
    """Address of a page on the site, without anchor and trailing slash, to the page."""

    @property
    def pages(self) -> Iterator[Listed]:
        """Every page in the order of the chapters."""
        return (page for chapter in self.chapters for page in chapter.pages)

    def lately(self, since: date, scope: Scope = EVERYTHING) -> tuple[tuple[Listed, Entry], ...]:
        """Return the sections that changed on or after `since`, the newest first."""
        found = [
            (entry.updated, page, entry)
            for page in self.pages
            if scope.holds(page.path)
            for entry in page.sections
            if entry.updated and entry.updated >= since
        ]
        found.sort(key=lambda one: one[0], reverse=True)
        return tuple((page, entry) for _, page, entry in found)

    def entry_at(self, address: str) -> tuple[Listed, Entry] | None:
        """Return the page and section that somebody means who pasted this address.

        However it is written: with `http`, a slash or `.html` too many or too few, encoded or not.
        An anchor that the page does not have leads to its beginning, as in a browser.
        """
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            return None
        page = next(filter(None, map(self.pages_at.get, _forms(parts.netloc, parts.path))), None)
        if page is None:
            return None
        # What browsers take for themselves: https://wicg.github.io/scroll-to-text-fragment/
        anchor = unquote(parts.fragment.partition(":~:")[0])
        own = (entry for entry in page.sections if anchor and _anchor(entry) == anchor)
        return page, next(own, page.sections[0])


def section_with(key: SectionKey, index: Index) -> Section | None:
    """Return the section of that name; None where the handbook no longer has it."""
    if not index.keyed:
        pages = enumerate(index.arrangement.pages)
        index.keyed.update({page_key(path): number for number, path in pages})
    page = index.keyed.get(page_part(key))
    if page is None:
        return None
    here = np.flatnonzero(index.page_of == page)
    if isinstance(index.passages, StoredPassages):
        entries = index.passages.listed(page).sections
        places = (place for place, entry in enumerate(entries) if entry.key == key)
        place = next(places, None)
        return None if place is None else index.passages.section(place, here)
    sections = (index.passages[number].section for number in here.tolist())
    return next((section for section in sections if section_key(section) == key), None)


def section_at(address: str, contents: Contents, index: Index) -> Section | None:
    """Return the section that somebody means who pasted this address; None for one of no page."""
    found = contents.entry_at(address)
    return section_with(found[1].key, index) if found else None


def contents_of(index: Index) -> Contents:
    """Return what there is to browse in an index."""
    pages = tuple(_pages(index))
    at: dict[str, Listed] = {}
    for page in pages:
        if page.url:
            at.setdefault(_address(page.url), page)
    for page in pages:
        for other in page.others:
            at.setdefault(_address(other), page)
    return Contents(chapters_of(pages) if pages else (), at)


def _pages(index: Index) -> Iterator[Listed]:
    passages = index.passages
    if not isinstance(passages, StoredPassages):
        yield from list_pages(passage.section for passage in passages)
        return
    for number in range(len(index.arrangement.pages)):
        yield passages.listed(number)
        # An answer that waits for its turn gets it now; Python would let it wait 5 ms each time.
        sleep(0)


def _address(url: str) -> str:
    """Return an address as `pages_at` has it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}{_path(parts.path)}"


def _path(path: str) -> str:
    return quote(unquote(path), safe=_SAFE).rstrip("/")


def _forms(host: str, path: str) -> Iterator[str]:
    """Yield what an address may stand for, itself first."""
    bare = _path(path)
    endings = [end for end in _FRONT_PAGES if end and bare.endswith(end)]
    stems = (bare, *(bare.removesuffix(end).rstrip("/") for end in endings))
    for stem in stems:
        for end in _FRONT_PAGES:
            for scheme in ("https", "http"):
                yield f"{scheme}://{host.lower()}{stem}{end}"


def _anchor(entry: Entry) -> str:
    return unquote((entry.url or "").partition("#")[2])
