"""Where Hugo puts each page.

Source: https://gohugo.io/content-management/urls/ and .../page-bundles/ ; what they leave open
was seen by running it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from posixpath import normpath
from urllib.parse import unquote

from index.reading.front_matter import text_setting
from index.reading.generators.generator import Address, Addresses, Files
from index.reading.generators.hugo_contents import BRANCH, LEAF, Content, Folder, pages
from index.reading.generators.hugo_paths import joined, own_url, sanitized
from index.reading.generators.hugo_permalinks import Named, fill
from index.reading.generators.hugo_site import HugoSite
from index.reading.generators.hugo_version import SECTION_SLUGS, URL_TOKENS


def site_addresses(site: HugoSite, files: Files) -> Addresses:
    """Return the address of every file that becomes a page."""
    contents = pages(site, files)
    sections = {
        language: _sections(site, [page for page in contents if page.language == language])
        for language in {page.language for page in contents}
    }
    return {page.path: Address(_address(site, sections[page.language], page)) for page in contents}


@dataclass(frozen=True, slots=True)
class _Sections:
    """What the sections of one language mean for the addresses below them."""

    slugs: Mapping[Folder, str]
    """Section to the last part of its address, where it has a slug of its own."""
    known: frozenset[Folder]
    """The folders that have an `_index.md`; a first folder is a section without it."""

    def address(self, folder: Folder) -> str:
        """Return a folder as it stands in addresses."""
        steps = range(1, len(folder) + 1)
        return "/".join(self.slugs.get(folder[:depth], folder[depth - 1]) for depth in steps)

    def above(self, folder: Folder) -> Folder:
        """Return of a folder only what is a section."""
        steps = enumerate(folder, 1)
        return tuple(
            self.slugs.get(folder[:depth], name)
            for depth, name in steps
            if depth == 1 or folder[:depth] in self.known
        )


def _sections(site: HugoSite, contents: Sequence[Content]) -> _Sections:
    branches = [content for content in contents if content.name == BRANCH and content.folder]
    slugs = {content.folder: _slug(content) for content in branches if _slug(content)}
    return _Sections(
        slugs if site.version >= SECTION_SLUGS else {},
        frozenset(content.folder for content in branches),
    )


def _slug(content: Content) -> str:
    return (text_setting(content.front, "slug") or "").strip("-")


def _address(site: HugoSite, sections: _Sections, content: Content) -> str:
    named = _named(sections, content)
    fit = partial(_fit, site)
    own = text_setting(content.front, "url")
    if own:
        filled = fill(own, named, fit) if site.version >= URL_TOKENS else own
        return own_url(filled if own.startswith("/") else content.language.prefix + filled)
    is_section = content.name == BRANCH
    patterns = site.permalinks.sections if is_section else site.permalinks.pages
    pattern = patterns.get(content.folder[0]) if content.folder else None
    if pattern is not None:
        path = fill(pattern, named, fit)
    elif is_section:
        path = sections.address(content.folder)
    else:
        folder = content.folder[:-1] if content.name == LEAF else content.folder
        path = f"{sections.address(folder)}/{_slug(content) or named.name}"
    open_end = _fit(site, joined(content.language.prefix, path) + "/").rstrip("/")
    if not site.tree:
        open_end = normpath(open_end) if open_end else ""
    return unquote(_ended(site, content, open_end))


def _named(sections: _Sections, content: Content) -> Named:
    stands_in = content.folder[:-1] if content.name == LEAF else content.folder
    name = "".join(content.folder[-1:]) if content.is_index else content.name
    return Named("/".join(sections.above(stands_in)), name, content.front)


def _fit(site: HugoSite, path: str) -> str:
    return site.cased(sanitized(path))


def _ended(site: HugoSite, content: Content, path: str) -> str:
    """Return the address with the end that its kind of page has on this site."""
    if not site.is_ugly(content.folder[0] if content.folder else ""):
        return f"{path}/"
    if content.name == BRANCH and (site.tree or not path):
        return f"{path}/index.html" if site.tree else f"{path}/"
    return f"{path}.html"
