"""What changed lately in the handbook: a line for each section."""

from collections.abc import Iterable, Iterator
from typing import Final

from bot.slack.surfaces.element import named
from index.contents import Entry, Listed
from index.reading.plain import BULLET, PATH_SIGN
from index.reading.prose import Mark, MarkKind, Prose

Change = tuple[Listed, Entry]
"""A section that changed, with its page."""

NAME_CHARACTERS: Final = 120
"""Of a longer name the beginning is shown: a line is read at a glance."""


def each_page(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield of each page what changed last: a page that is new as a whole takes one line."""
    pages: set[str] = set()
    for page, entry in changes:
        if page.path not in pages:
            pages.add(page.path)
            yield page, entry


def changed(page: Listed, entry: Entry) -> Prose:
    """Return the section with its link, behind the page that it stands on."""
    heading, above = named(entry.heading, NAME_CHARACTERS), named(page.title, NAME_CHARACTERS)
    before = BULLET if above == heading else BULLET + above + PATH_SIGN
    link = Mark(len(before), len(before) + len(heading), MarkKind.LINK, entry.url or "")
    return Prose(before + heading, (link,) if entry.url else ())
