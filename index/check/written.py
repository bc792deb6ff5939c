"""What an author wrote, with its lines: links, ids, text and tables, as rules look at them."""

from dataclasses import dataclass
from enum import StrEnum

OBJECT = "\ufffc"
"""Stands in a text for what is no text: code, a picture, a note's number."""


class LinkKind(StrEnum):
    """What a link does with what it leads to."""

    LINK = "link"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link as it stands in the file."""

    href: str
    """Where it leads, as written."""
    line: int
    """The line on which it has to be mended: of a reference link its definition."""
    kind: LinkKind
    """Link or image."""
    text: str
    """What a reader clicks on; of an image its description."""


@dataclass(frozen=True, slots=True)
class WrittenId:
    """An id that an author set elsewhere than on a heading."""

    name: str
    """The id."""
    line: int
    """Its line."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A paragraph, cell or heading: what a visitor reads of it."""

    line: int
    """Its first line."""
    rows: tuple[str, ...]
    """Its text, line by line of the file."""
    hrefs: tuple[str, ...] = ()
    """Where its links lead."""


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table."""

    line: int
    """Its first line."""
    header: tuple[WrittenText, ...]
    """The column names."""
    rows: tuple[tuple[WrittenText, ...], ...]
    """The rows below."""


@dataclass(frozen=True, slots=True)
class Written:
    """Everything that rules look at and that reading does not keep."""

    links: tuple[WrittenLink, ...]
    """Every link and image."""
    ids: tuple[WrittenId, ...]
    """Every id that stands elsewhere than on a heading."""
    texts: tuple[WrittenText, ...]
    """Every paragraph, cell and heading."""
    tables: tuple[WrittenTable, ...]
    """Every table."""
