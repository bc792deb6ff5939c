"""Every link of a page, to an address that a reader can open; text where there is none."""

from dataclasses import dataclass, replace

from index.reading.block import Block
from index.reading.each_prose import each_prose, every_prose
from index.reading.page import Page
from index.reading.prose import Mark, MarkKind, Prose
from index.reading.site_map import SiteMap
from index.reading.target import Elsewhere, Nowhere, Target, ToFile, ToPage

_LEADS = (MarkKind.LINK, MarkKind.IMAGE)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A page whose links were resolved."""

    page: Page
    """The page."""
    leads_to: frozenset[str]
    """Paths of the pages that it links to: it is resolved anew when one of them changes."""


def resolve_targets(page: Page, site_map: SiteMap) -> Resolved:
    """Return the page with every link absolute, and as text where it leads nowhere.

    While no site is known, a page or file is opened on the Git host.
    """
    leads_to: set[str] = set()

    def change(prose: Prose) -> Prose:
        if not any(mark.kind in _LEADS for mark in prose.marks):
            return prose
        return Prose(prose.text, tuple(aimed(mark) for mark in prose.marks))

    def aimed(mark: Mark) -> Mark:
        if mark.kind not in _LEADS:
            return mark
        target = site_map.target(mark.target, page.link, page.path)
        if isinstance(target, ToPage):
            leads_to.add(target.page)
        return Mark(mark.start, mark.end, mark.kind, _address(target))

    def resolved(block: Block) -> Block:
        marks = (mark for prose in every_prose((block,)) for mark in prose.marks)
        return each_prose(block, change) if any(mark.kind in _LEADS for mark in marks) else block

    sections = tuple(
        replace(section, blocks=tuple(map(resolved, section.blocks))) for section in page.sections
    )
    return Resolved(replace(page, sections=sections), frozenset(leads_to))


def _address(target: Target) -> str:
    match target:
        case Elsewhere(url):
            return url
        case Nowhere():
            return ""
        case ToPage(link=link, view=view) | ToFile(link=link, view=view):
            return link.url if link.absolute else view
