"""The whole way from a place to pages and passages: the stages of reading, in their order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from index.reading.generators.generator import Generator
from index.reading.generators.recognise import choose_generator, site_files
from index.reading.page import Page, Section
from index.reading.pages import Reading, Site, read_pages
from index.reading.passages.cut import cut_page
from index.reading.passages.passage import Passage
from index.reading.synonyms import Group, read_synonyms
from index.source.document import Notice, Source
from index.source.fetch.fetched import Fetched, Progress, unheard
from index.source.git.editors import Editors
from index.source.place import folder_at
from index.source.read_source import read_source
from index.source.revision import Revision
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


@dataclass(frozen=True, slots=True)
class Choices:
    """What is said of a handbook from outside; it wins over what its own files say."""

    name: str = ""
    """What it is called beside others that are searched with it; empty while it is alone."""
    generator: str = ""
    """The generator and its options; empty to see it from the files."""
    site: str = ""
    """Address of the site; empty to take the one that the settings file names."""
    editors: Editors = field(default_factory=dict)
    """Roles by mail address or domain: who edited a section last then owns it where nobody else
    does."""


NO_CHOICES: Final = Choices()
"""Everything as the handbook's files say."""


@dataclass(frozen=True, slots=True)
class Handbook:
    """A handbook that has been read."""

    revision: Revision
    """Which revision of it."""
    choices: Choices
    """What was said of it from outside."""
    source: Source = field(repr=False)
    """The files as they were found."""
    reading: Reading = field(repr=False)
    """What they say."""
    cut: Mapping[str, tuple[Passage, ...]] = field(repr=False)
    """Path of each page to its passages."""
    notices: tuple[Notice, ...]
    """What was left out or repaired on the way."""
    synonyms: tuple[Group, ...] = ()
    """Words that its editors say stand for each other."""

    @property
    def place(self) -> str:
        """Where it came from, as a person would write it."""
        return self.revision.place

    @property
    def pages(self) -> tuple[Page, ...]:
        """What a visitor of the site can see."""
        return self.reading.pages

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What is ranked."""
        return tuple(passage for passages in self.cut.values() for passage in passages)

    @property
    def generator(self) -> str:
        """Name of the site generator whose links it has."""
        return self.reading.site.generator.name

    @property
    def site(self) -> str:
        """The site's address without trailing slash; empty while it is not known."""
        return self.reading.site.url


def read_handbook(
    place: str, choices: Choices = NO_CHOICES, before: Handbook | None = None
) -> Handbook:
    """Read the handbook in a folder or a Markdown file of this computer; see `read_fetched`."""
    path = folder_at(place)
    return read_fetched(Fetched(Revision(place, ""), path), choices, before)


def read_fetched(
    fetched: Fetched,
    choices: Choices = NO_CHOICES,
    before: Handbook | None = None,
    progress: Progress = unheard,
) -> Handbook:
    """Read a revision of a handbook. What stands in `before` and has not changed is not read again.

    `progress` is told how many pages have been read, and of how many.

    Raises:
        HandbookUnreadableError: when there is nothing in it that can be served.
        GeneratorUnknownError: when the choices name a generator that we do not know.
    """
    source = read_source(fetched, choices.editors, before.source if before else None)
    generator, about_settings = _generator(source, choices.generator, before)
    address = (choices.site or generator.site).rstrip("/")
    known = before.reading if before else None
    site = Site(generator, address, source.files)
    reading = read_pages(source.documents, site, known, progress)
    if not reading.pages:
        raise HandbookUnreadableError(fetched.revision.place, PlaceProblem.NOTHING_READABLE)
    synonyms, about_synonyms = read_synonyms(source)
    notices = (*source.notices, *about_settings, *about_synonyms, *reading.notices)
    cut = _cut(reading.pages, choices.name, before)
    return Handbook(fetched.revision, choices, source, reading, cut, notices, synonyms)


def _generator(
    source: Source, wanted: str, before: Handbook | None
) -> tuple[Generator, tuple[Notice, ...]]:
    """Return the very generator of before where nothing says otherwise: its pages then stand."""
    chosen, notices = choose_generator(source, wanted or None)
    same = (
        before is not None
        and before.choices.generator == wanted
        and site_files(before.source) == site_files(source)
    )
    return (before.reading.site.generator if before and same else chosen), notices


def _cut(
    pages: Iterable[Page], name: str, before: Handbook | None
) -> dict[str, tuple[Passage, ...]]:
    if before and before.choices.name != name:
        before = None
    known = {page.path: page for page in before.pages} if before else {}
    return {
        page.path: before.cut[page.path]
        if before and known.get(page.path) is page
        else tuple(cut_page(_among_others(page, name) if name else page))
        for page in pages
    }


def _among_others(page: Page, name: str) -> Page:
    """Return the page as one of several handbooks: below a folder and a heading of its name."""

    def named(section: Section) -> Section:
        breadcrumb = (name, *section.breadcrumb)
        cover = section.cover and replace(section.cover, handbook=name)
        page = f"{name}/{section.page}"
        return replace(section, page=page, breadcrumb=breadcrumb, cover=cover)

    return replace(page, sections=tuple(map(named, page.sections)))
