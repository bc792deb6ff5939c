"""Pages to the map of their site."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from index.reading.page import Page
from index.reading.site_map import Place, SiteMap, bare_name


def map_site(
    pages: Iterable[Page], site: tuple[str, frozenset[str]], *, file_links: bool
) -> SiteMap:
    """Return the map of a site; of two pages at one address the first is found there.

    `site` is its address, and the paths of the handbook's other files.
    """
    addresses: dict[str, Place] = {}
    forwarded: dict[str, Place] = {}
    by_file: dict[str, Place] = {}
    by_ending: dict[str, Place | None] = {}
    host = ""
    for page in pages:
        place = _place(page)
        by_file[page.path] = place
        for ending in _endings(page.path):
            by_ending[ending] = None if ending in by_ending else place
        addresses.setdefault(page.link.path, place)
        for address in page.forwarded:
            forwarded.setdefault("/" + address.strip().lstrip("/"), place)
        view = place.views.get("", "")
        path = quote(page.path.encode("utf-8", "surrogateescape"))
        host = host or (view.removesuffix(path) if view.endswith(path) else "")
    known = {**forwarded, **addresses}
    return SiteMap(site[0], host, file_links, known, by_file, by_ending, site[1])


def _place(page: Page) -> Place:
    anchors = frozenset(heading.anchor for heading in page.headings if heading.anchor)
    views = {section.anchor: section.source.view for section in page.sections}
    if page.sections:
        views[""] = page.sections[0].source.view.partition("#")[0]
    return Place(page.path, page.link, anchors | page.ids, {a: v for a, v in views.items() if v})


def _endings(path: str) -> Iterator[str]:
    parts = bare_name(path).split("/")
    for start in range(len(parts)):
        yield "/".join(parts[start:])
