"""A section as a reference: its title with the link, the way to it, and its sources."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from slack_sdk.models.blocks import ContextBlock

from bot.slack.rendering.lines import INDENT, Written, joined
from bot.slack.rendering.mrkdwn import escaped
from bot.slack.rendering.piece import (
    Extent,
    Piece,
    Shown,
    lines_of,
    markdown_text,
    note_piece,
    text_piece,
)
from bot.slack.rendering.spoken import spoken_address
from bot.wording.catalogue import Words
from bot.wording.colophon import BETWEEN, colophon
from index.reading.page import Section
from index.reading.plain import BULLET, PATH_SIGN
from index.reading.prose import Mark, MarkKind, Prose
from index.search.excerpt import one_line
from index.search.fitting import ELLIPSIS
from index.search.retrieve import Hit

HEADING_CHARACTERS: Final = 150
"""Longer headings are cut; the section shows them whole in the handbook."""

PATH_CHARACTERS: Final = 200
"""Of the way to a section; the same."""


ENTRY_CHARACTERS: Final = 80
"""Of what a further section says: a line, as wide as a message is in a window of usual width."""


def name_of(section: Section) -> str:
    """Return what a section is called, on one line; a heading may be a picture alone."""
    names = (section.heading, *reversed(section.breadcrumb), section.page)
    return next((name for name in (" ".join(name.split()) for name in names) if name), "?")


def short(text: str, most: int) -> str:
    """Return at most so many characters of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - len(ELLIPSIS)].rstrip() + ELLIPSIS


def url_of(section: Section) -> str | None:
    """Return an address that can be opened: the site's, else the file on its Git host."""
    return section.link.url if section.link.absolute else section.source.view or None


def head_pieces(section: Section) -> list[Piece]:
    """Return a section's title, which leads to its heading, and the way to it."""
    name, path = _title(section), short(_path(section), PATH_CHARACTERS)
    where = spoken_address(url_of(section) or "")
    title = text_piece(joined(_strong(name)))
    said = f"{name.text} ({path}): {where}" if where else f"{name.text} ({path})"
    way = ContextBlock(elements=[markdown_text(escaped(path))])
    return [Shown(title.block, said), Shown(way, "")]


def source_pieces(section: Section, words: Words, extent: Extent) -> list[Piece]:
    """Return when the section was updated, who answers for it, and whether there is more of it."""
    notes = [
        colophon(section, words),
        words.say("more-in-handbook") if extent is Extent.PART else "",
    ]
    note = BETWEEN.join(filter(None, notes))
    return [note_piece(note)] if note else []


def entry_pieces(hits: Iterable[Hit]) -> Iterator[Piece]:
    """Yield for each hit a line with its title and a line of what it says."""
    for hit in hits:
        yield from link_pieces([hit.passage.section])
        yield from lines_of(Written(Prose(INDENT + one_line(hit.excerpt, ENTRY_CHARACTERS))))


def link_pieces(sections: Sequence[Section]) -> Iterator[Piece]:
    """Yield for each section a line with its title, which leads to its heading."""
    for section in sections:
        yield from lines_of(Written(joined(BULLET, _title(section))))


def _title(section: Section) -> Prose:
    name, url = short(name_of(section), HEADING_CHARACTERS), url_of(section)
    return Prose(name, (Mark(0, len(name), MarkKind.LINK, url),) if url else ())


def _path(section: Section) -> str:
    """Return the way to the section; where nothing can be opened, its place on the site too."""
    steps = PATH_SIGN.join((*filter(str.strip, section.breadcrumb), name_of(section)))
    return steps if url_of(section) else f"{steps} ({section.link.url})"


def _strong(title: Prose) -> Prose:
    return Prose(title.text, (Mark(0, len(title.text), MarkKind.STRONG), *title.marks))
