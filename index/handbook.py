"""The whole way from a place to pages and passages: the stages of reading, in their order."""

from dataclasses import dataclass

from index.reading.generators.recognise import choose_generator
from index.reading.page import Page
from index.reading.pages import Site, read_pages
from index.reading.passages.cut import cut_passages
from index.reading.passages.passage import Passage
from index.source.document import HandbookUnreadableError, Notice, PlaceProblem
from index.source.folder import folder_at, read_folder
from index.source.git_host import folder_address


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


def read_handbook(place: str, *, generator: str | None = None, site: str | None = None) -> Handbook:
    """Read the handbook at `place`; `generator` and `site` win over what its files say.

    Raises:
        HandbookUnreadableError: when there is nothing at the place that can be served.
        GeneratorUnknownError: when `generator` names none that we know.
    """
    folder = folder_at(place)
    source = read_folder(folder)
    chosen, about_settings = choose_generator(source, generator)
    address = (site or chosen.site).rstrip("/")
    files = folder_address(folder if folder.is_dir() else folder.parent)
    reading = read_pages(source.documents, Site(chosen, address, files, source.files))
    if not reading.pages:
        raise HandbookUnreadableError(place, PlaceProblem.NOTHING_READABLE)
    notices = (*source.notices, *about_settings, *reading.notices)
    passages = cut_passages(reading.pages)
    return Handbook(place, chosen.name, address, reading.pages, passages, notices)
