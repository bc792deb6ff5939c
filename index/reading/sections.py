"""A page's tokens to its sections."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.reading.block import Block, Item, Listing, Paragraph
from index.reading.page import About, Cover, Heading, Link, Section
from index.reading.page_text import Piece
from index.reading.plain import plain_text
from index.reading.prose import Mark, MarkKind, Prose


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What every section of a page has from its page."""

    path: str
    """Path of the page's file."""
    title: str
    """The page's title."""
    link: Link
    """Where the page is found."""
    ancestors: tuple[str, ...]
    """Titles of the pages above it, outermost first."""
    about: About
    """What its front matter tells of it."""
    order: float | None = None
    """Its place among the pages beside it, where its editors give one."""
    forwarded: tuple[str, ...] = ()
    """Other addresses on the site that lead to it."""


def split_sections(
    pieces: Sequence[Piece], headings: Sequence[Heading], facts: PageFacts
) -> tuple[Section, ...]:
    """Return a section for each heading that stands by itself, and one for what comes before.

    A section without text of its own, or one whose text ends in a colon, shows the headings below
    it.
    """
    sections: list[Section] = []
    above: list[Heading] = []
    anchor = ""
    for piece in pieces:
        heading = None if piece.heading is None else headings[piece.heading]
        if heading is not None:
            above = [*(upper for upper in above if upper.level < heading.level), heading]
            anchor = heading.anchor or anchor
        sections.append(_section(heading, tuple(above), anchor, piece.blocks, facts))
    if sections:
        also = (facts.about.description, *facts.about.keywords)
        cover = Cover(facts.title, facts.order, facts.about.prompts, facts.forwarded)
        sections[0] = replace(sections[0], also=tuple(filter(None, also)), cover=cover)
    return tuple(_with_contents(tuple(_told_apart(sections))))


def _told_apart(sections: Sequence[Section]) -> Iterator[Section]:
    """Give sections that share an anchor what tells them apart: heading, and count of the same.

    A browser lands at the first of them, which needs no more than the anchor.
    """
    seen: Counter[tuple[str, str]] = Counter()
    anchors: set[str] = set()
    for section in sections:
        if section.anchor in anchors:
            same = section.anchor, section.heading
            seen[same] += 1
            yield replace(section, apart=f"{seen[same]} {section.heading}")
        else:
            anchors.add(section.anchor)
            yield section


def _section(
    heading: Heading | None,
    above: tuple[Heading, ...],
    anchor: str,
    blocks: tuple[Block, ...],
    facts: PageFacts,
) -> Section:
    upper = tuple(found.text for found in above[:-1])
    titled = heading is not None and heading.text == facts.title
    start = () if titled or heading is None or facts.title in upper else (facts.title,)
    return Section(
        page=facts.path,
        heading=(heading.text if heading else "") or facts.title,
        level=heading.level if heading else 0,
        anchor=anchor,
        breadcrumb=(*facts.ancestors, *start, *upper),
        link=replace(facts.link, anchor=anchor),
        line=heading.line if heading else 1,
        blocks=blocks,
        owner=facts.about.owner,
    )


def _with_contents(sections: Sequence[Section]) -> Iterator[Section]:
    """Give a section that only leads to others ("… these rules:") a list of their headings."""
    for number, section in enumerate(sections):
        if section.blocks and not plain_text(section.blocks[-1:]).endswith(":"):
            yield section
            continue
        listing = _contents(sections, number)
        yield replace(
            section,
            blocks=section.blocks + listing,
            contents_only=bool(listing) and not section.blocks,
        )


def _contents(sections: Sequence[Section], number: int) -> tuple[Block, ...]:
    """Return the headings directly below a section, as a list; () where there are none."""
    below: list[Section] = []
    place = number + 1
    while place < len(sections) and sections[place].level > sections[number].level:
        below.append(sections[place])
        place += 1
    nearest = min((other.level for other in below), default=0)
    items = tuple(Item((Paragraph(_linked(other)),)) for other in below if other.level == nearest)
    return (Listing(items),) if items else ()


def _linked(section: Section) -> Prose:
    mark = Mark(0, len(section.heading), MarkKind.LINK, f"#{section.anchor}")
    return Prose(section.heading, (mark,) if section.anchor else ())
