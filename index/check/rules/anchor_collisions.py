"""Ids that stand twice on one page."""

from collections.abc import Iterator

from index.check.checked import CheckedHandbook, CheckedPage
from index.check.finding import Spot

_SAME_PLACE = 2
"""An id so many lines from its like marks the same place: links land right all the same."""


def anchor_collisions(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each place whose id stands earlier on the page: links to it land there."""
    for page in handbook.pages:
        if page.page.rendered:
            yield from _on_page(page)


def _on_page(page: CheckedPage) -> Iterator[Spot]:
    headings = [
        (heading.line, True, heading.anchor) for heading in page.page.headings if heading.anchor
    ]
    others = [(one.line, False, one.name) for one in page.written.ids]
    first: dict[str, tuple[int, bool]] = {}
    for line, is_heading, anchor in sorted(headings + others):
        if anchor not in first:
            first[anchor] = (line, is_heading)
            continue
        earlier, was_heading = first[anchor]
        both = is_heading and was_heading
        if both or line - earlier > _SAME_PLACE:
            yield Spot(page.path, line, {"anchor": anchor, "first": earlier})
