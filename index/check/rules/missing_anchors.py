"""Links to a place on a page that the page does not have."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from index.check.address import page_address
from index.check.checked import AimedLink, CheckedHandbook, CheckedPage
from index.check.finding import Spot
from index.check.nearest import SUGGESTIONS, nearest_anchor
from index.check.written import WrittenLink
from index.reading.generators import github
from index.reading.target import Target, ToPage

_TOP = "top"
"""Every browser scrolls up for it: https://html.spec.whatwg.org/#scrolling-to-a-fragment"""

_TEXT_FRAGMENT = ":~:"
"""What follows is for the browser: https://wicg.github.io/scroll-to-text-fragment/"""

_BY_LAYOUTS = frozenset(
    {"main-content", "main", "content", "site-nav", "search-input", "toc", "markdown-toc"}
    | {"table-of-contents", "TableOfContents", "__docusaurus_skipToContent_fallback", "__skip"}
    | {"comments", "readme"}
)
"""Ids that hosts, generators and usual themes give."""

_GIVEN = re.compile(r"(?:fn|fnref)[:-]?\d+|user-content-.+|L\d+(?:-L\d+)?")
"""Ids that Markdown gives to footnotes, and Git hosts to headings and lines."""


def missing_anchors(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each link whose anchor its page does not have, with the nearest that it has."""
    for number, (page, link, to) in enumerate(_missing(handbook)):
        anchor = _asked(link.target)
        near = _nearest(link.written, page, to, handbook) if number < SUGGESTIONS else ""
        facts = {"href": link.written.href, "anchor": anchor, "page": to.page.title}
        yield Spot(page.path, link.written.line, facts, near)


def _missing(
    handbook: CheckedHandbook,
) -> Iterator[tuple[CheckedPage, AimedLink, CheckedPage]]:
    pages = {page.path: page for page in handbook.pages}
    for page in handbook.pages:
        for link in page.links if page.page.rendered else ():
            if isinstance(link.target, ToPage) and link.target.page in pages:
                to = pages[link.target.page]
                if not _found(_asked(link.target), to, handbook):
                    yield page, link, to


def _asked(target: Target) -> str:
    return target.missing.split(_TEXT_FRAGMENT, 1)[0] if isinstance(target, ToPage) else ""


def _found(anchor: str, to: CheckedPage, handbook: CheckedHandbook) -> bool:
    anchors = handbook.site_map.by_file[to.path].anchors
    # GitHub's page finds its headings in any case.
    in_any_case = handbook.generator.name == github.NAME and anchor.lower() in anchors
    given = anchor in _BY_LAYOUTS or _GIVEN.fullmatch(anchor) is not None
    return not anchor or anchor in anchors or anchor.lower() == _TOP or in_any_case or given


def _nearest(link: WrittenLink, on: CheckedPage, to: CheckedPage, handbook: CheckedHandbook) -> str:
    anchors = handbook.site_map.by_file[to.path].anchors
    wanted = unquote(link.href.partition("#")[2])
    near = nearest_anchor(wanted, link.text, to.page.headings, anchors)
    if not near or link.href.startswith("#"):
        return near and f"#{near}"
    return page_address(link, on, to.page, near, handbook)
