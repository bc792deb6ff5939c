"""What every site generator of ours is: two rules with the same signatures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from index.reading.dialects.dialect import Dialect
from index.reading.page import FrontMatter


@dataclass(frozen=True, slots=True)
class RawHeading:
    """A heading before it has an id."""

    level: int
    """1 to 6."""
    children: tuple[Token, ...]
    """Its inline tokens, an explicit id taken off."""
    explicit: str | None
    """The id that its author gave it, which may be empty."""
    line: int
    """Its line in the file, counted from 1."""
    source: str = ""
    """Its text as Markdown, an explicit id taken off; empty for one written in HTML."""
    in_html: bool = False
    """Whether it stands in an HTML element whose inside is read as Markdown."""
    html: bool = False
    """Whether it was written as an HTML tag: most generators give such a heading no id."""
    name: str = ""
    """What its id is made from, where the dialect says so and it is not the text that is seen."""
    taken: frozenset[str] = frozenset()
    """Ids of the page's other elements, where the dialect notes them."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page is found on its site."""

    path: str
    """Path on the site, beginning with a slash, not percent-encoded."""
    rendered: bool = True
    """False where the site serves the file as raw Markdown."""
    title: str = ""
    """Its title where the site does not take it from the page itself."""
    order: int | None = None
    """Its place in the site's menu, where its settings list the pages."""


Files = Mapping[str, FrontMatter | None]
"""Every Markdown file of the handbook: path to front matter, None where a file has none."""

Addresses = Mapping[str, Address]
"""File path to address; a file that visitors of the site never see is missing."""


@dataclass(frozen=True, slots=True)
class Generator:
    """One site generator with its settings already applied."""

    name: str
    """The name in flags and settings."""
    dialect: Dialect
    """The Markdown it reads."""
    addresses: Callable[[Files], Addresses]
    """Where each file is found on the site; all at once, since some files hide others."""
    anchors: Callable[[Sequence[RawHeading]], tuple[str | None, ...]]
    """The ids of a page's headings, in order; None where a heading gets no id."""
    file_links: bool = False
    """Whether it makes a link to another page's file a link to that page's address."""
    site: str = ""
    """The site's address from its own configuration, without trailing slash."""


Settings = Mapping[str, object]
"""The site's configuration file, loaded; a generator takes from it what it knows."""

FILES = "files()"
"""Setting of our own: all configuration files that lie at the root, file name to text."""


def each_alone(
    address: Callable[[str, FrontMatter | None], Address | None],
) -> Callable[[Files], Addresses]:
    """Return the rule for all files that follows from a rule for one file alone."""

    def addresses(files: Files) -> Addresses:
        found = ((path, address(path, front)) for path, front in files.items())
        return {path: one for path, one in found if one is not None}

    return addresses


def last_wins(rule: Callable[[Files], Addresses]) -> Callable[[Files], Addresses]:
    """Return the rule of a generator that writes page after page.

    Of two files with one address the later one is served.
    """

    def addresses(files: Files) -> Addresses:
        found = rule(files)
        served = {address.path: path for path, address in found.items()}
        return {path: address for path, address in found.items() if served[address.path] == path}

    return addresses
