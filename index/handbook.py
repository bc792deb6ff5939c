"""The whole way from a place to pages and passages: the stages of reading, in their order."""

from dataclasses import dataclass
from types import MappingProxyType

from index.reading.generators.recognise import choose_generator
from index.reading.page import Page
from index.reading.pages import read_pages
from index.reading.passage import Passage, cut_passages
from index.source.document import HandbookUnreadableError, Notice, PlaceProblem
from index.source.folder import folder_at, read_folder
from index.source.git.editors import Editors
from index.source.git.trace import trace_documents


@dataclass(frozen=True, slots=True)
class Handbook:
    """A handbook that has been read."""

    place: str
    """Where it came from, as a person would write it."""
    generator: str
    """Name of the site generator whose links it has."""
    site: str
    """The site's address without trailing slash; empty while it is not known."""
    pages: tuple[Page, ...]
    """What a visitor of the site can see."""
    passages: tuple[Passage, ...]
    """What is ranked."""
    notices: tuple[Notice, ...]
    """What was left out or repaired on the way."""


def read_handbook(
    place: str,
    *,
    generator: str | None = None,
    site: str | None = None,
    editors: Editors = MappingProxyType({}),
) -> Handbook:
    """Read the handbook at `place`; `generator` and `site` win over what its files say.

    `editors` gives roles to mail addresses and domains: who edited a section last then owns it
    where nobody else does.

    Raises:
        HandbookUnreadableError: when there is nothing at the place that can be served.
        GeneratorUnknownError: when `generator` names none that we know.
    """
    folder = folder_at(place)
    source = read_folder(folder)
    chosen, about_settings = choose_generator(source, generator)
    address = (site or chosen.site).rstrip("/")
    root = folder if folder.is_dir() else folder.parent
    documents = trace_documents(root, source.documents, editors)
    pages, about_pages = read_pages(documents, chosen, address)
    if not pages:
        raise HandbookUnreadableError(place, PlaceProblem.NOTHING_READABLE)
    notices = (*source.notices, *about_settings, *about_pages)
    return Handbook(place, chosen.name, address, pages, cut_passages(pages), notices)
