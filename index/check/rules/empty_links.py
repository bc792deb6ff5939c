"""Links without an address."""

from collections.abc import Iterator

from index.check.checked import CheckedHandbook
from index.check.finding import Spot


def empty_links(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each link that was written and never given an address."""
    for page in handbook.pages:
        for link in page.links:
            if not link.written.href.strip():
                yield Spot(page.path, link.written.line, {"text": link.written.text.strip() or "–"})
