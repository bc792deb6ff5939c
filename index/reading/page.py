"""Pages and their sections, each with the link a site gives it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from index.reading.block import Block
from index.source.provenance import NO_LINKS, FileLinks

FrontMatter = Mapping[str, object]
"""What stands between the first two rules of a page; made by `split_front_matter`."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a reader finds something: made of named parts, joined in one place."""

    site: str
    """Address of the site without trailing slash; empty while it is not known."""
    path: str
    """Path of the page on the site, beginning with a slash, not percent-encoded."""
    anchor: str = ""
    """Id of the heading; empty for the page itself."""

    @property
    def url(self) -> str:
        """The link, percent-encoded; the page's path on the site where no site is known."""
        page = self.site + _encoded(self.path, "/:@!$&'()*+,;=~")
        if not self.anchor:
            return page
        fragment = _encoded(self.anchor, "/:@!$&'()*+,;=~?")
        return f"{page}#{fragment}"

    @property
    def absolute(self) -> bool:
        """Whether the link can be opened from anywhere."""
        return bool(self.site)


def _encoded(text: str, safe: str) -> str:
    """Return a text percent-encoded; a file's name may have bytes that are no UTF-8."""
    try:
        return quote(text.encode("utf-8", "surrogateescape"), safe)
    except UnicodeEncodeError:
        return quote(text.encode("utf-8", "surrogatepass"), safe)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the site shows it."""

    level: int
    """1 to 6."""
    text: str
    """Visible text, white space folded."""
    anchor: str | None
    """The id the generator gives it; None or empty where it cannot be linked to."""
    line: int
    """Its line in the file, counted from 1."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What a page's first section tells of the whole page: passages know no pages."""

    title: str
    """The page's title."""
    order: float | None = None
    """Its place among the pages beside it, where its editors give one."""
    prompts: tuple[str, ...] = ()
    """Questions that its editors suggest."""
    forwarded: tuple[str, ...] = ()
    """Other addresses on the site that lead to it."""
    handbook: str = ""
    """What its handbook is called beside others; empty while it is alone."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it up to the next heading."""

    page: str
    """Path of the page's file below the handbook's root."""
    heading: str
    """Visible text of the heading; the page's title above the first one."""
    level: int
    """The heading's level; 0 above the first heading."""
    anchor: str
    """Id to link to: the heading's own, else the nearest one above; empty for the page."""
    breadcrumb: tuple[str, ...]
    """What stands above the heading, outermost first, without the heading itself."""
    link: Link
    """Where it is found on the site."""
    line: int
    """Its line in the file, counted from 1."""
    blocks: tuple[Block, ...]
    """What stands in it."""
    owner: str | None = None
    """Who answers for it: the page says so, else its Git repository does."""
    also: tuple[str, ...] = ()
    """What finds it and is not shown: of a page's first section its description and keywords."""
    contents_only: bool = False
    """Whether it has no text of its own: its blocks then list the headings below it."""
    source: FileLinks = NO_LINKS
    """Where its lines stand on the Git host."""
    updated: date | None = None
    """When its text was last changed, where the history tells."""
    apart: str = ""
    """What tells it from those before it on the page with its anchor; empty for the first."""
    cover: Cover | None = None
    """What is known of the page; given with the first of its sections alone."""


@dataclass(frozen=True, slots=True)
class About:
    """What a page's front matter tells of it."""

    owner: str | None = None
    """Who answers for it."""
    keywords: tuple[str, ...] = ()
    """Words under which its editors want it to be found; not shown."""
    description: str = ""
    """What it is about, in a sentence; many sites show it in lists and search."""
    last_reviewed: date | None = None
    """The day on which somebody last found it right."""
    review_by: date | None = None
    """The day by which somebody has to look at it again."""
    searchable: bool = True
    """False where its editors keep it out of search."""
    prompts: tuple[str, ...] = ()
    """Questions that its editors suggest to people who do not know what to ask."""
    order: float | None = None
    """Its place among the pages beside it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the handbook."""

    path: str
    """Path of its file below the handbook's root."""
    title: str
    """Its title: front matter, else its first heading, else its file name."""
    link: Link
    """Where it is found on the site."""
    rendered: bool
    """False for a file that the site serves as raw Markdown: it has no anchors."""
    headings: tuple[Heading, ...]
    """Every heading in order, also those inside quotes and lists."""
    sections: tuple[Section, ...]
    """What it says."""
    ids: frozenset[str] = frozenset()
    """Ids that its author set elsewhere than on a heading; they can be linked to as well."""
    forwarded: tuple[str, ...] = ()
    """Other addresses on the site that lead to it."""
    about: About = About()
    """What its front matter tells of it."""
