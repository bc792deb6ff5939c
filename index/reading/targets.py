"""Links between the handbook's pages, to addresses that a reader can open.

A relative link is resolved as a browser does on the site, against the page's own address there;
one that leads nowhere becomes plain text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import unquote, urljoin, urlsplit

from index.reading.each_prose import each_prose
from index.reading.page import Link, Page, Section
from index.reading.prose import Mark, MarkKind, Prose

_ABSOLUTE = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@)", re.IGNORECASE)


def resolve_targets(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return the pages with every link absolute, or as text where it leads nowhere."""
    pages = tuple(pages)
    places = _places(pages)
    return tuple(
        replace(page, sections=tuple(_resolved(section, page, places) for section in page.sections))
        for page in pages
    )


def _places(pages: Iterable[Page]) -> dict[str, Page]:
    """Return every address by which a page may be meant: on the site, and as a file."""
    places: dict[str, Page] = {}
    for page in pages:
        address = page.link.path
        short = address.removesuffix("index.html").removesuffix(".html").removesuffix("/")
        for form in (address, short, f"/{page.path}"):
            places.setdefault(form, page)
    return places


def _resolved(section: Section, page: Page, places: Mapping[str, Page]) -> Section:
    def change(prose: Prose) -> Prose:
        if not any(mark.target for mark in prose.marks):
            return prose
        return replace(prose, marks=tuple(_aimed(mark, page, places) for mark in prose.marks))

    return replace(section, blocks=tuple(each_prose(block, change) for block in section.blocks))


def _aimed(mark: Mark, page: Page, places: Mapping[str, Page]) -> Mark:
    if mark.kind is not MarkKind.LINK or _ABSOLUTE.match(mark.target):
        return mark
    return replace(mark, target=_address(mark.target, page, places))


def _address(target: str, page: Page, places: Mapping[str, Page]) -> str:
    try:
        parts = urlsplit(urljoin(page.link.path, target))
        # A link to `x.md` is resolved from the file, as Git hosts do: both may differ in depth.
        from_file = unquote(urlsplit(urljoin(f"/{page.path}", target)).path)
    except ValueError:
        return ""
    path = unquote(parts.path)
    found = places.get(path) or places.get(path.removesuffix("/")) or places.get(from_file)
    if parts.netloc:
        return f"https:{target}" if not parts.scheme else target
    if parts.scheme or found is None:
        return ""
    anchor = unquote(parts.fragment)
    known = {heading.anchor for heading in found.headings}
    link = Link(found.link.site, found.link.path, anchor if anchor in known else "")
    if link.absolute:
        return link.url
    meant = (section for section in found.sections if section.anchor == link.anchor)
    section = next(meant, next(iter(found.sections), None))
    return section.source.view if section else ""
