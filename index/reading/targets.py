"""Every link of a page, to an address that a reader can open; text where there is none."""

from dataclasses import replace

from index.reading.each_prose import each_prose
from index.reading.page import Page
from index.reading.prose import Mark, MarkKind, Prose
from index.reading.site_map import SiteMap
from index.reading.target import Elsewhere, Nowhere, ToFile, ToPage

_LEADS = (MarkKind.LINK, MarkKind.IMAGE)


def resolve_targets(page: Page, site_map: SiteMap) -> Page:
    """Return the page with every link absolute, and as text where it leads nowhere.

    While no site is known, a page or file is opened on the Git host.
    """

    def change(prose: Prose) -> Prose:
        if not any(mark.kind in _LEADS for mark in prose.marks):
            return prose
        return replace(prose, marks=tuple(aimed(mark) for mark in prose.marks))

    def aimed(mark: Mark) -> Mark:
        if mark.kind not in _LEADS:
            return mark
        return replace(mark, target=_address(mark.target, page, site_map))

    return replace(
        page,
        sections=tuple(
            replace(section, blocks=tuple(each_prose(block, change) for block in section.blocks))
            for section in page.sections
        ),
    )


def _address(href: str, page: Page, site_map: SiteMap) -> str:
    match site_map.target(href, page.link, page.path):
        case Elsewhere(url):
            return url
        case Nowhere():
            return ""
        case ToPage(link=link, view=view) | ToFile(link=link, view=view):
            return link.url if link.absolute else view
