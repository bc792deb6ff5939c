"""Sections to the same with what is known of the lines that they stand in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from index.reading.page import Section
from index.reading.page_text import PageText
from index.source.provenance import Provenance


def with_origin(
    sections: Sequence[Section], text: PageText, origin: Provenance | None, generator: str
) -> Iterator[Section]:
    """Yield the sections with their links on the Git host, last change and owner.

    A section reaches from its heading to the line before the next one, blank lines at its end
    left out; above the first heading it begins below the front matter.
    """
    if origin is None or not sections:
        yield from sections
        return
    lines = text.markdown.split("\n")
    ends = [*(section.line - 1 for section in sections[1:]), len(lines)]
    for section, end in zip(sections, ends, strict=True):
        first = section.line if section.level else text.first_line
        last = max(first, end)
        while last > first and not lines[last - 1].strip():
            last -= 1
        links = origin.links(first, last)
        host = origin.address.host if origin.address else None
        if host and host.anchors == generator and links.view and section.anchor:
            # The host's own view is the site: the reader lands on the heading.
            links = replace(links, view=f"{links.view}#{quote(section.anchor)}")
        yield replace(
            section,
            source=links,
            updated=origin.updated(first, last),
            owner=section.owner or origin.owner or origin.editor(first, last),
        )
