"""Headings without an id."""

from collections.abc import Iterator

from index.check.checked import CheckedHandbook
from index.check.finding import Spot


def unlinkable_headings(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each heading to which nobody can link."""
    for page in handbook.pages:
        for heading in page.page.headings if page.page.rendered else ():
            if not heading.anchor:
                yield Spot(page.path, heading.line, {"heading": heading.text or "–"})
