"""What every site generator of ours is: two rules with the same signatures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from index.reading.page import FrontMatter


@dataclass(frozen=True, slots=True)
class RawHeading:
    """A heading before it has an id."""

    level: int
    """1 to 6."""
    children: tuple[Token, ...]
    """Its inline tokens, an explicit id taken off."""
    explicit: str | None
    """The id that its author gave it."""
    line: int
    """Its line in the file, counted from 1."""
    html: bool = False
    """Whether it was written as an HTML tag: most generators give such a heading no id."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page is found on its site."""

    path: str
    """Path on the site, beginning with a slash, not percent-encoded."""
    rendered: bool = True
    """False where the site serves the file as raw Markdown."""


@dataclass(frozen=True, slots=True)
class Generator:
    """One site generator with its settings already applied."""

    name: str
    """The name in flags and settings."""
    address: Callable[[str, FrontMatter | None], Address | None]
    """File path and front matter to the page's address; None where visitors never see it."""
    anchors: Callable[[Sequence[RawHeading]], tuple[str | None, ...]]
    """The ids of a page's headings, in order; None where a heading gets no id."""
    explicit_ids: bool = True
    """Whether `## Heading {#id}` sets the id; where not, it is part of the text."""
    liquid: bool = False
    """Whether it runs Liquid over the page before Markdown."""
    site: str = ""
    """The site's address from its own configuration, without trailing slash."""


Settings = Mapping[str, object]
"""The site's configuration file, loaded; a generator takes from it what it knows."""
