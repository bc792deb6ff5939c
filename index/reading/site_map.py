"""The whole site as addresses: what each link in the handbook leads to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from index.reading.page import Link
from index.reading.target import REF, Elsewhere, Nowhere, Target, ToFile, ToPage, Way

_ELSEWHERE = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@|tel:[+\d])", re.IGNORECASE)
_MARKDOWN = (".md", ".markdown", ".mdx")
_INDEXES = ("index.md", "README.md", "_index.md")


@dataclass(frozen=True, slots=True)
class Place:
    """A page as links see it."""

    path: str
    """Path of its file."""
    link: Link
    """Its address."""
    anchors: frozenset[str]
    """Every id on it: of its headings, and others that its author set."""
    views: Mapping[str, str]
    """Anchor to where that section is read on the Git host; '' is the page. Empty while unknown."""


@dataclass(frozen=True, slots=True)
class SiteMap:
    """Knows what is at which address."""

    site: str
    """The site's address without trailing slash; empty while it is not known."""
    host: str
    """Address of the handbook's folder on its Git host, with a slash at its end; may be empty."""
    file_links: bool
    """Whether the generator makes a link to another page's file a link to its address."""
    addresses: Mapping[str, Place]
    """Path on the site, also one that is forwarded, to page."""
    by_file: Mapping[str, Place]
    """Path of the file to page."""
    by_ending: Mapping[str, Place | None]
    """Last parts of a file's path, without its ending, to page; None where several have them."""
    files: frozenset[str]
    """Every other file below the handbook's root."""

    def changed_since(self, before: "SiteMap") -> frozenset[str] | None:
        """Return the paths of the pages that links see in another way than before.

        None where pages, addresses or files have come or gone: any link may then lead elsewhere.
        """
        if (self.site, self.host, self.files) != (before.site, before.host, before.files):
            return None
        if _paths(self.addresses) != _paths(before.addresses):
            return None
        if self.by_file.keys() != before.by_file.keys():
            return None
        return frozenset(
            path for path, place in self.by_file.items() if place != before.by_file[path]
        )

    def target(self, href: str, page: Link, path: str) -> Target:
        """Return what `href` leads to on the page at `page`, whose file is `path`."""
        href = href.strip()
        if href.startswith(REF):
            return self._named(unquote(href.removeprefix(REF)), path)
        if self.site and href.startswith(self.site):
            href = "/" + href.removeprefix(self.site).lstrip("/")
        if href.startswith("//"):
            href = f"https:{href}"
        if _ELSEWHERE.match(href):
            return Elsewhere(href)
        try:
            parts = urlsplit(urljoin(page.path, href))
            given = urlsplit(href)
        except ValueError:
            return Nowhere.NO_ADDRESS
        if parts.scheme or not href:
            return Nowhere.NO_ADDRESS
        return self._inside(parts, given, path)

    def _named(self, name: str, path: str) -> Target:
        """Return the page that a file's name means: one beside the file `path`, else anywhere."""
        file, _, anchor = name.partition("#")
        if not file:
            return _to(self.by_file[path], anchor, Way.EXACT)
        beside = self.by_ending.get(bare_name(_joined(path, file)))
        found = beside or self.by_ending.get(bare_name(file.strip("/")))
        return _to(found, anchor, Way.EXACT) if found else Nowhere.MISSING

    def _inside(self, parts: SplitResult, given: SplitResult, path: str) -> Target:
        on_site = unquote(parts.path)
        from_file = _joined(path, unquote(given.path))
        anchor = unquote(parts.fragment)
        if not given.path:
            own = self.by_file[path]
            return _to(own, anchor, Way.EXACT)
        if self.file_links and on_site.endswith(_MARKDOWN) and from_file in self.by_file:
            return _to(self.by_file[from_file], anchor, Way.EXACT)
        for address, way in _forms(on_site):
            if address in self.addresses:
                return _to(self.addresses[address], anchor, way)
        for file in _file_forms(from_file):
            if file in self.by_file:
                return _to(self.by_file[file], anchor, Way.MEANT)
        as_file = Way.EXACT if self.file_links else Way.MEANT
        for file, way in ((on_site.strip("/"), Way.EXACT), (from_file, as_file)):
            if file in self.files:
                view = self.host + quote(file) if self.host else ""
                return ToFile(Link(self.site, f"/{file}"), file, way, view)
        if self.site and len(self.by_file) == 1 and _folder(from_file) != _folder(path):
            # A page alone is the front of a site whose folders we were not given.
            bare = next((on_site.removesuffix(end) for end in _MARKDOWN if end in on_site), on_site)
            return Elsewhere(Link(self.site, bare, anchor).url)
        return Nowhere.MISSING


def _paths(addresses: Mapping[str, Place]) -> dict[str, str]:
    return {address: place.path for address, place in addresses.items()}


def _to(place: Place, anchor: str, way: Way) -> ToPage:
    known = anchor if anchor in place.anchors else ""
    view = place.views.get(known) or place.views.get("", "")
    link = replace(place.link, anchor=known)
    return ToPage(place.path, link, way, view, missing="" if known else anchor)


def _forms(address: str) -> Iterator[tuple[str, Way]]:
    """Yield the address, then what a host makes of one that it does not have, then near misses."""
    yield address, Way.EXACT
    bare = address.removesuffix("/")
    for form in (f"{address}.html", f"{bare}/", f"{bare}/index.html"):
        yield form, Way.HOST
    short = bare.removesuffix("/index.html").removesuffix(".html")
    for form in (short, f"{short}.html", f"{short}/"):
        yield form, Way.MEANT


def _file_forms(path: str) -> Iterator[str]:
    yield path
    yield f"{path}.md"
    for index in _INDEXES:
        yield f"{path}/{index}".lstrip("/")


def bare_name(path: str) -> str:
    """Return a file's path without what Hugo leaves out of it, in lower case."""
    bare = next((path.removesuffix(end) for end in _MARKDOWN if path.endswith(end)), path)
    return (bare.removesuffix("/_index").removesuffix("/index") or bare).lower()


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _joined(path: str, href: str) -> str:
    """Return the path below the root that `href` names as seen from the file `path`."""
    start = PurePosixPath() if href.startswith("/") else PurePosixPath(path).parent
    parts: list[str] = []
    for part in (start / href.lstrip("/")).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return "/".join(parts)
