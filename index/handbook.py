"""The whole way from a place to pages and passages: the stages of reading, in their order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from index.reading.generators.generator import Generator
from index.reading.generators.recognise import choose_generator, site_files
from index.reading.page import Page
from index.reading.pages import Reading, Site, read_pages
from index.reading.passages.cut import cut_page
from index.reading.passages.passage import Passage
from index.reading.synonyms import Group, read_synonyms
from index.source.document import Notice, Source
from index.source.folder import read_folder
from index.source.git.editors import Editors
from index.source.git.trace import trace_documents
from index.source.place import folder_at
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


@dataclass(frozen=True, slots=True)
class Handbook:
    """A handbook that has been read."""

    place: str
    """Where it came from, as a person would write it."""
    wanted: str
    """The generator that was asked for; empty where it was to be seen from the files."""
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
    place: str,
    *,
    generator: str | None = None,
    site: str | None = None,
    editors: Editors = MappingProxyType({}),
    before: Handbook | None = None,
) -> Handbook:
    """Read the handbook at `place`; `generator` and `site` win over what its files say.

    `editors` gives roles to mail addresses and domains: who edited a section last then owns it
    where nobody else does. What stands in `before` and has not changed is not read again.

    Raises:
        HandbookUnreadableError: when there is nothing at the place that can be served.
        GeneratorUnknownError: when `generator` names none that we know.
    """
    folder = folder_at(place)
    source = read_folder(folder)
    wanted = generator or ""
    chosen, about_settings = _generator(source, wanted, before)
    address = (site or chosen.site).rstrip("/")
    root = folder if folder.is_dir() else folder.parent
    documents = trace_documents(root, source.documents, editors)
    known = before.reading if before else None
    reading = read_pages(documents, Site(chosen, address, source.files), known)
    if not reading.pages:
        raise HandbookUnreadableError(place, PlaceProblem.NOTHING_READABLE)
    synonyms, about_synonyms = read_synonyms(source)
    notices = (*source.notices, *about_settings, *about_synonyms, *reading.notices)
    cut = _cut(reading.pages, before)
    return Handbook(place, wanted, source, reading, cut, notices, synonyms)


def _generator(
    source: Source, wanted: str, before: Handbook | None
) -> tuple[Generator, tuple[Notice, ...]]:
    """Return the very generator of before where nothing says otherwise: its pages then stand."""
    chosen, notices = choose_generator(source, wanted or None)
    same = (
        before is not None
        and before.wanted == wanted
        and site_files(before.source) == site_files(source)
    )
    return (before.reading.site.generator if before and same else chosen), notices


def _cut(pages: Iterable[Page], before: Handbook | None) -> dict[str, tuple[Passage, ...]]:
    known = {page.path: page for page in before.pages} if before else {}
    return {
        page.path: before.cut[page.path]
        if before and known.get(page.path) is page
        else tuple(cut_page(page))
        for page in pages
    }
