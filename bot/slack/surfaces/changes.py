"""What changed lately in the handbook: a line for each section."""

from typing import Final

from bot.slack.surfaces.element import named
from index.contents import Entry, Listed
from index.reading.plain import BULLET, PATH_SIGN
from index.reading.prose import Mark, MarkKind, Prose

NAME_CHARACTERS: Final = 120
"""Of a longer name the beginning is shown: a line is read at a glance."""


def changed(page: Listed, entry: Entry) -> Prose:
    """Return the section with its link, behind the page that it stands on."""
    heading, above = named(entry.heading, NAME_CHARACTERS), named(page.title, NAME_CHARACTERS)
    before = BULLET if above == heading else BULLET + above + PATH_SIGN
    link = Mark(len(before), len(before) + len(heading), MarkKind.LINK, entry.url or "")
    return Prose(before + heading, (link,) if entry.url else ())
