"""Links that work only by the host's kindness."""

from collections.abc import Iterator

from index.check.address import page_address
from index.check.checked import CheckedHandbook
from index.check.finding import Spot
from index.reading.target import ToPage, Way


def host_links(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each link that finds its page only since most hosts add `.html` or a slash."""
    pages = {page.path: page.page for page in handbook.pages}
    for page in handbook.pages:
        for link in page.links:
            match link.target:
                case ToPage(way=Way.HOST, page=path, link=to, missing=missing) if path in pages:
                    anchor = to.anchor or missing
                    right = page_address(link.written, page, pages[path], anchor, handbook)
                    yield Spot(page.path, link.written.line, {"href": link.written.href}, right)
