"""Lists of links: a front page leads people on by its entries alone."""

from collections.abc import Iterator

from index.reading.block import Item, Listing, Paragraph
from index.reading.page import Section
from index.reading.passages.contacts import is_contact
from index.reading.passages.inside import inside
from index.reading.passages.passage import Passage, PassageKind
from index.reading.prose import MarkKind

LINKED_SHARE = 0.5
"""From this share of an entry's first line on, the entry is its link; less is a remark with one."""


def links(section: Section) -> Iterator[Passage]:
    """Yield each entry that is a link to another page, where a list has two or more such."""
    if section.contents_only:
        return
    for block in inside(section.blocks):
        if isinstance(block, Listing) and block.first is None:
            leading = [item for item in block.items if _leads_away(item, section)]
            for item in leading if len(leading) > 1 else ():
                if not is_contact(item.blocks, section.heading):
                    yield Passage(section, PassageKind.LINK, item.blocks)


def _leads_away(item: Item, section: Section) -> bool:
    lead = item.blocks[0] if item.blocks else None
    if not isinstance(lead, Paragraph):
        return False
    here = section.link.url.partition("#")[0]
    linked = sum(
        mark.end - mark.start
        for mark in lead.prose.marks
        if mark.kind is MarkKind.LINK and mark.target and mark.target.partition("#")[0] != here
    )
    return linked >= LINKED_SHARE * len(lead.prose.text)
