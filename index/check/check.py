"""The whole way from a place to findings: reading, then every rule in its order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from index.check.aim import View, aim, file_view, judged
from index.check.checked import AimedLink, CheckedHandbook, CheckedPage
from index.check.finding import Finding
from index.check.ground import survey
from index.check.rules_in_order import RULES
from index.check.writing import build_written_parser, read_written
from index.reading.generators import github
from index.reading.generators.recognise import choose_generator
from index.reading.pages import Reading, Site, read_pages
from index.reading.target import ToPage
from index.source.document import HandbookUnreadableError, PlaceProblem, Source
from index.source.folder import folder_at, read_folder


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which handbook is checked, and as what."""

    place: str
    """Folder or Markdown file."""
    generator: str | None = None
    """The site generator, where it is given."""
    site: str | None = None
    """The site's address, where it is given."""


def check_handbook(wanted: Wanted, today: date) -> tuple[Finding, ...]:
    """Return everything that is wrong with a handbook, in the order of the rules.

    Raises:
        HandbookUnreadableError: when there is nothing at the place that can be served.
        GeneratorUnknownError: when `generator` names none that we know.
    """
    source = read_folder(folder_at(wanted.place))
    generator, about_settings = choose_generator(source, wanted.generator)
    address = (wanted.site or generator.site).rstrip("/")
    reading = read_pages(source.documents, Site(generator, address, "", source.files))
    if not reading.pages:
        raise HandbookUnreadableError(wanted.place, PlaceProblem.NOTHING_READABLE)
    shown = {page.path for page in reading.pages}
    handbook = CheckedHandbook(
        pages=tuple(_pages(reading, source)),
        hidden={path: _alone(path, reading) for path in reading.texts if path not in shown},
        site_map=reading.site_map,
        generator=generator,
        settings="\n".join(source.configuration.values()),
        notices=(*source.notices, *about_settings, *reading.notices),
        today=today,
    )
    return tuple(_findings(handbook))


def _pages(reading: Reading, source: Source) -> Iterator[CheckedPage]:
    generator = reading.site.generator
    ground = survey([*reading.texts, *source.files])
    parser = build_written_parser(generator.dialect)
    on_site = View(reading.site_map, by_file=False)
    hidden = [path for path in reading.texts if path not in reading.site_map.by_file]
    by_file = View(file_view(reading.site_map, hidden), by_file=True)
    for page in reading.pages:
        view = on_site if page.rendered and generator.name != github.NAME else by_file
        text = reading.texts[page.path]
        written = read_written(text.document.text, parser, generator.dialect)
        links = [AimedLink(link, aim(link, page, view)) for link in written.links]
        lines = text.document.text.split("\n")
        yield CheckedPage(
            page=page,
            text=text,
            lines=tuple(lines),
            written=written,
            links=tuple(judged(links, page, lines, view, ground)),
            leads_to=frozenset(
                link.target.page for link in links if isinstance(link.target, ToPage)
            ),
        )


def _alone(path: str, reading: Reading) -> str:
    """Return the address that a file would have if no other had it; '' where it has none."""
    addresses = reading.site.generator.addresses({path: reading.texts[path].front})
    return addresses[path].path if path in addresses else ""


def _findings(handbook: CheckedHandbook) -> Iterator[Finding]:
    pages = {page.path: page for page in handbook.pages}
    for rule, level, find in RULES:
        for spot in find(handbook):
            page = pages.get(spot.path)
            heading = page.heading_at(spot.line) if page and spot.line else ""
            yield Finding(rule, level, spot, heading)
