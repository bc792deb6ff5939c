"""A page's tokens to its sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from index.reading.block import Block, Item, Listing, Paragraph
from index.reading.blocks import read_blocks
from index.reading.page import Heading, Link, Section
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
    owner: str | None
    """Who answers for it."""


def split_sections(
    tokens: Sequence[Token], headings: Sequence[Heading], facts: PageFacts
) -> tuple[Section, ...]:
    """Return a section for each heading that stands by itself, and one for what comes before.

    A heading inside a quote or a list opens no section. A section without text of its own, or
    one whose text ends in a colon, shows the headings below it.
    """
    sections: list[Section] = []
    above: list[Heading] = []
    anchor = ""
    for heading, body in _pieces(tokens, headings):
        if heading is not None:
            above = [*(upper for upper in above if upper.level < heading.level), heading]
            anchor = heading.anchor or anchor
        blocks = read_blocks(body)
        if heading is None and not blocks:
            continue
        sections.append(_section(heading, tuple(above), anchor, blocks, facts))
    return tuple(_with_contents(sections))


def _pieces(
    tokens: Sequence[Token], headings: Sequence[Heading]
) -> Iterator[tuple[Heading | None, Sequence[Token]]]:
    """Cut the tokens at the headings of the outermost level."""
    heading: Heading | None = None
    start = count = 0
    for number, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        if token.level == 0:
            yield heading, tokens[start:number]
            heading, start = headings[count], number + 3
        count += 1
    yield heading, tokens[start:]


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
        owner=facts.owner,
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
    for other in sections[number + 1 :]:
        if other.level <= sections[number].level:
            break
        below.append(other)
    nearest = min((other.level for other in below), default=0)
    items = tuple(Item((Paragraph(_linked(other)),)) for other in below if other.level == nearest)
    return (Listing(items),) if items else ()


def _linked(section: Section) -> Prose:
    mark = Mark(0, len(section.heading), MarkKind.LINK, f"#{section.anchor}")
    return Prose(section.heading, (mark,) if section.anchor else ())
