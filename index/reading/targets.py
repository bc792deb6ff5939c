"""Every link of a page, to an address that a reader can open; text where there is none."""

from dataclasses import replace
from urllib.parse import quote

from index.reading.each_prose import each_prose
from index.reading.page import Page
from index.reading.prose import Mark, MarkKind, Prose
from index.reading.site_map import SiteMap
from index.reading.target import Elsewhere, ToFile, ToPage

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
    target = site_map.target(href, page.link, page.path)
    match target:
        case Elsewhere(url):
            return url
        case ToPage(link=link) | ToFile(link=link) if link.absolute:
            return link.url
        case ToPage(page=path) | ToFile(path=path) if site_map.host:
            return f"{site_map.host}/{quote(path)}"
        case _:
            return ""
