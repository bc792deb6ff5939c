"""From a handbook that was read to findings: every rule in its order."""

from collections.abc import Iterator, Sequence
from datetime import date

from index.check.aim import View, aim, base_path, file_view, judged
from index.check.checked import AimedLink, CheckedHandbook, CheckedPage
from index.check.finding import Finding
from index.check.ground import survey
from index.check.rules_in_order import RULES
from index.check.writing import build_written_parser, read_written
from index.reading.generators import github
from index.reading.pages import Reading
from index.reading.target import ToPage
from index.source.document import Notice, Source


def check_handbook(
    source: Source, reading: Reading, notices: Sequence[Notice], today: date
) -> tuple[Finding, ...]:
    """Return everything that is wrong with a handbook, in the order of the rules.

    `notices` are all that the source and reading made.
    """
    shown = {page.path for page in reading.pages}
    settings = "\n".join(source.configuration.values())
    base = base_path(reading.site_map.site, settings)
    handbook = CheckedHandbook(
        pages=tuple(_pages(reading, source, base)),
        hidden={path: _alone(path, reading) for path in reading.texts if path not in shown},
        site_map=reading.site_map,
        generator=reading.site.generator,
        base=base,
        settings=settings,
        notices=tuple(notices),
        today=today,
    )
    return tuple(_findings(handbook))


def _pages(reading: Reading, source: Source, base: str) -> Iterator[CheckedPage]:
    generator = reading.site.generator
    ground = survey([*reading.texts, *source.files])
    parser = build_written_parser(generator.dialect)
    on_site = View(reading.site_map, by_file=False, base=base)
    hidden = [path for path in reading.texts if path not in reading.site_map.by_file]
    by_file = View(file_view(reading.site_map, hidden), by_file=True)
    for page in reading.pages:
        view = on_site if page.rendered and generator.name != github.NAME else by_file
        text = reading.texts[page.path]
        written = read_written(text.markdown, parser, generator.dialect)
        links = [AimedLink(link, aim(link, page, view)) for link in written.links]
        lines = text.markdown.split("\n")
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
