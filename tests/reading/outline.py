"""A handbook as lines a person can read: what the case files expect."""

from collections.abc import Iterable, Iterator

from index.handbook import Handbook
from index.reading.block import (
    Block,
    Code,
    Definition,
    Fields,
    Listing,
    Paragraph,
    Quote,
    Subheading,
    Table,
)
from index.reading.page import Page
from index.reading.plain import marker
from index.reading.prose import Prose


def links(handbook: Handbook) -> str:
    """Return each page's address, and each heading with its level and id."""
    return "\n".join(line for page in handbook.pages for line in _links(page))


def _links(page: Page) -> Iterator[str]:
    yield page.link.url + ("" if page.rendered else "  (raw)")
    for heading in page.headings:
        anchor = "no id" if heading.anchor is None else f"#{heading.anchor}"
        yield f"  {heading.level} {heading.text} → {anchor}"


def structure(handbook: Handbook) -> str:
    """Return each section: breadcrumb, heading, link, and its blocks below."""
    return "\n".join(line for page in handbook.pages for line in _sections(page))


def _sections(page: Page) -> Iterator[str]:
    for section in page.sections:
        above = "".join(f"{step} › " for step in section.breadcrumb)
        yield f"[{above}{section.heading}]"
        for line in block_lines(section.blocks):
            yield f"  {line}"


def block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the lines of blocks: the kind, the text, and what is marked in it."""
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(prose):
            yield f"text: {prose_line(prose)}"
        case Subheading(prose):
            yield f"subheading: {prose_line(prose)}"
        case Code(text, language):
            yield f"code {language}: {text!r}" if language else f"code: {text!r}"
        case Table(header, rows):
            if not block.named:
                yield "table without header"
            named = (("table", header),) if block.named else ()
            for name, row in (*named, *(("row", row) for row in rows)):
                yield f"{name}: " + " | ".join(prose_line(cell) for cell in row)
        case Fields(pairs):
            yield "; ".join(f"{name.text} = {prose_line(cell)}" for name, cell in pairs)
        case Quote(blocks):
            yield from (f"│ {line}" for line in block_lines(blocks))
        case Listing():
            yield from _listing(block)
        case Definition(term, meanings):
            yield f"term: {prose_line(term)}"
            for meaning in meanings:
                yield from (f"  means {line}" for line in block_lines(meaning))


def _listing(listing: Listing) -> Iterator[str]:
    for place, item in enumerate(listing.items):
        lead = marker(listing, place)
        for number, line in enumerate(block_lines(item.blocks)):
            yield f"{' ' * len(lead) if number else lead}{line}"


def prose_line(prose: Prose) -> str:
    """Return the text, and in braces what is marked in it."""
    text = prose.text.replace("\n", "⏎")
    marked = ", ".join(
        f"{mark.kind} {prose.text[mark.start : mark.end]!r}"
        + (f" → {mark.target}" if mark.target else "")
        for mark in prose.marks
    )
    return f"{text} {{{marked}}}" if marked else text


def passages(handbook: Handbook) -> str:
    """Return what is ranked: kind, heading and text, one line a passage."""
    return "\n".join(
        f"{passage.kind} [{passage.section.heading}] " + " / ".join(block_lines(passage.blocks))
        for passage in handbook.passages
    )


def notices(handbook: Handbook) -> str:
    """Return what was noticed, one line each."""
    return "\n".join(
        f"{notice.path}: {notice.kind} {notice.detail}".rstrip()
        + (" (left out)" if notice.left_out else "")
        for notice in handbook.notices
    )
