"""What a section is made of, as structure: nothing of Markdown's signs is left in it."""

from dataclasses import dataclass

from index.reading.prose import Prose


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    prose: Prose
    """Its text."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list."""

    blocks: tuple["Block", ...]
    """What stands in it; mostly one paragraph, then perhaps a nested list."""
    done: bool | None = None
    """The tick of a task list; None where it has no box."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A bullet list, or the steps of a flow."""

    items: tuple[Item, ...]
    """Its entries in order."""
    first: int | None = None
    """The number of the first step; None for a bullet list."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the header."""

    header: tuple[Prose, ...]
    """The column names; all empty where the columns have none."""
    rows: tuple[tuple[Prose, ...], ...]
    """The rows below it."""

    @property
    def named(self) -> bool:
        """Whether there is a header to be shown."""
        return any(name.text for name in self.header)


@dataclass(frozen=True, slots=True)
class Fields:
    """One row of a table, each cell with its column's name."""

    pairs: tuple[tuple[Prose, Prose], ...]
    """Column name and cell, empty cells left out."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation or a callout."""

    blocks: tuple["Block", ...]
    """What stands in it."""


@dataclass(frozen=True, slots=True)
class Code:
    """Text to be taken to the letter."""

    text: str
    """Its lines."""
    language: str = ""
    """The language its fence names, if any."""


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a quote or a list: it has an anchor but opens no section."""

    prose: Prose
    """Its text."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means."""

    term: Prose
    """The term."""
    meanings: tuple[tuple["Block", ...], ...]
    """One or more explanations."""


Block = Paragraph | Listing | Table | Fields | Quote | Code | Subheading | Definition
"""Made by `read_blocks`, taken by passages, excerpts and the renderers."""
