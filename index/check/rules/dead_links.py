"""Links that lead nowhere."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from index.check.address import file_address, page_address
from index.check.checked import CheckedHandbook, CheckedPage
from index.check.finding import Spot
from index.check.ground import PAGE_SUFFIXES
from index.check.nearest import (
    SUGGESTIONS,
    Names,
    gather_names,
    nearest_anchor,
    nearest_file,
    nearest_page,
)
from index.check.written import LinkKind, WrittenLink
from index.reading.target import Nowhere


def dead_links(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each link to something that the handbook does not have, with what is nearest to it."""
    known = gather_names([page.page for page in handbook.pages], handbook.site_map.files)
    dead = (
        (page, link.written)
        for page in handbook.pages
        for link in page.links
        if link.target is Nowhere.MISSING
    )
    for number, (page, link) in enumerate(dead):
        nearest = _nearest(link, page, handbook, known) if number < SUGGESTIONS else ""
        yield Spot(page.path, link.line, {"href": link.href}, nearest)


def _nearest(link: WrittenLink, on: CheckedPage, handbook: CheckedHandbook, known: Names) -> str:
    path, _, anchor = link.href.partition("#")
    if link.kind is LinkKind.LINK and PurePosixPath(path).suffix.lower() in PAGE_SUFFIXES:
        to = nearest_page(link, on.page, known)
        if to is not None:
            place = handbook.site_map.by_file[to.path]
            wanted = unquote(anchor)
            found = nearest_anchor(wanted, "", to.headings, place.anchors) if wanted else ""
            return page_address(link, on, to, found, handbook)
    file = nearest_file(link, known)
    return file_address(link, on, file, handbook) if file else ""
