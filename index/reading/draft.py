"""A page whose links are not resolved yet: its text, put in its place on the site."""

from dataclasses import dataclass

from index.reading.about import forwarded_addresses, read_about
from index.reading.generators.generator import Address, Generator
from index.reading.inline import visible_text
from index.reading.origin import with_origin
from index.reading.page import Heading, Link, Page
from index.reading.page_text import PageText
from index.reading.sections import PageFacts, split_sections
from index.source.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page is told from outside of its file."""

    address: Address
    """Where the site has it."""
    ancestors: tuple[str, ...]
    """Titles of the pages above it, outermost first."""
    provenance: Provenance | None
    """What its repository knows of it."""

    def same(self, other: "Surroundings") -> bool:
        """Return whether a page made with these stands with the others too.

        Of two revisions that have the file as it is, either will do.
        """
        if (self.address, self.ancestors) != (other.address, other.ancestors):
            return False
        if self.provenance is None or other.provenance is None:
            return self.provenance is other.provenance
        return self.provenance.same_file(other.provenance)


@dataclass(frozen=True, slots=True)
class Draft:
    """A page and what it was made from."""

    text: PageText
    """What its file says."""
    surroundings: Surroundings
    """What it was told from outside."""
    page: Page
    """The page; its links are still as they were written."""


def draft_page(
    text: PageText, surroundings: Surroundings, generator: Generator, site: str
) -> Draft:
    """Return the page that the text makes in these surroundings, on the site at that address."""
    address = surroundings.address
    about = read_about(text.front)
    headings = _headings(text, address, generator)
    facts = PageFacts(
        path=text.path,
        title=address.title or text.title,
        link=Link(site, address.path),
        ancestors=surroundings.ancestors,
        about=about,
        order=about.order if address.order is None else address.order,
        forwarded=forwarded_addresses(text.front),
    )
    sections = split_sections(text.pieces, headings, facts)
    page = Page(
        path=text.path,
        title=facts.title,
        link=facts.link,
        rendered=address.rendered,
        headings=headings,
        sections=tuple(with_origin(sections, text, surroundings.provenance, generator.name)),
        ids=text.ids,
        forwarded=facts.forwarded,
        about=about,
    )
    return Draft(text, surroundings, page)


def _headings(text: PageText, address: Address, generator: Generator) -> tuple[Heading, ...]:
    anchors = generator.anchors(text.headings) if address.rendered else (None,) * len(text.headings)
    return tuple(
        Heading(heading.level, visible_text(heading.children), anchor, heading.line)
        for heading, anchor in zip(text.headings, anchors, strict=True)
    )
