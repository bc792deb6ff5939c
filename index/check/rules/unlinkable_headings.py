"""Headings without an id."""

from collections.abc import Iterator

from index.check.checked import CheckedHandbook
from index.check.finding import Spot


def unlinkable_headings(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each heading to which nobody can link; the page's address leads to its title."""
    for page in handbook.pages:
        for number, heading in enumerate(page.page.headings if page.page.rendered else ()):
            is_title = number == 0 and heading.level == 1
            if not heading.anchor and not is_title:
                yield Spot(page.path, heading.line, {"heading": heading.text or "–"})
