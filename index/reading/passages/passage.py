"""Passages: what is ranked. Smaller than sections, so that the row or the step answers."""

from dataclasses import dataclass
from enum import StrEnum

from index.reading.block import Block
from index.reading.page import Section


class PassageKind(StrEnum):
    """What a passage is; part of the JSON that other programs read."""

    SECTION = "section"
    """All that stands below a heading."""
    CONTENTS = "contents"
    """A heading with nothing but other headings below it."""
    PART = "part"
    """A piece of a long section."""
    ROW = "row"
    """A row of a table with its column names."""
    STEPS = "steps"
    """A numbered list."""
    QUESTION = "question"
    """A question with its answer."""
    CONTACT = "contact"
    """A person or office with mail, phone or link."""
    LINK = "link"
    """An entry of a list of links."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a section that can answer by itself."""

    section: Section
    """The section it stands in: heading, breadcrumb and link are its."""
    kind: PassageKind
    """What it is."""
    blocks: tuple[Block, ...]
    """What it says."""


DETAILS = frozenset({PassageKind.ROW, PassageKind.CONTACT, PassageKind.LINK})
"""Kinds that answer by their own few words; their heading only says what these are about."""
