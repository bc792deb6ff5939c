"""Links whose aim is plain, and which the site still does not follow."""

from collections.abc import Iterator

from index.check.address import file_address, page_address
from index.check.checked import CheckedHandbook
from index.check.finding import Spot
from index.reading.target import ToFile, ToPage, Way


def wrong_addresses(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each link that names a file or a path where the site has another address."""
    pages = {page.path: page.page for page in handbook.pages}
    for page in handbook.pages:
        for link in page.links:
            match link.target:
                case ToPage(way=Way.MEANT, page=path, link=to) if path in pages:
                    right = page_address(link.written, page, pages[path], to.anchor, handbook)
                case ToFile(way=Way.MEANT, path=path):
                    right = file_address(link.written, page, path, handbook)
                case _:
                    continue
            yield Spot(page.path, link.written.line, {"href": link.written.href}, right)
