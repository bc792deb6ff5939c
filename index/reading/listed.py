"""A page's sections to the page in a list: what is there to choose from, without its text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.reading.page import Cover, Link, Section
from index.reading.section_key import SectionKey, section_key


@dataclass(frozen=True, slots=True)
class Entry:
    """A section in a list."""

    key: SectionKey
    """By which it is found again."""
    heading: str
    """Its heading."""
    level: int
    """The heading's level; 0 above the first heading."""
    url: str | None
    """An address that can be opened; None where there is none."""
    updated: date | None
    """When its text was last changed, where the history tells."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in a list."""

    path: str
    """Path of its file below the handbook's root."""
    title: str
    """Its title."""
    url: str | None
    """An address that can be opened; None where there is none."""
    sections: tuple[Entry, ...]
    """Its sections in order; at least one."""
    prompts: tuple[str, ...] = ()
    """Questions that its front matter suggests (`questions:`)."""
    above: tuple[str, ...] = ()
    """Titles of the pages above it, outermost first."""
    order: float | None = None
    """Its place among the pages beside it, where its editors give one."""
    others: tuple[str, ...] = ()
    """Further addresses at which it is read, also those that are forwarded."""
    handbook: str = ""
    """What its handbook is called beside others; empty while it is alone."""

    @property
    def updated(self) -> date | None:
        """When any of it was last changed."""
        return max((entry.updated for entry in self.sections if entry.updated), default=None)


def list_pages(sections: Iterable[Section]) -> Iterator[Listed]:
    """Yield each page of these sections, each of which may be given once for every passage."""
    pages: dict[str, dict[int, Section]] = {}
    for section in sections:
        # By identity: comparing would read every block.
        pages.setdefault(section.page, {})[id(section)] = section
    for found in pages.values():
        yield _listed(tuple(found.values()))


def _listed(sections: Sequence[Section]) -> Listed:
    first = sections[0]
    cover = first.cover or Cover(first.breadcrumb[-1] if first.breadcrumb else first.heading)
    page = replace(first.link, anchor="")
    titled = first.level == 0 or first.heading == cover.title
    above = first.breadcrumb if titled else first.breadcrumb[:-1]
    view = first.source.view.partition("#")[0]
    return Listed(
        path=first.page,
        title=cover.title,
        url=page.url if page.absolute else view or None,
        sections=tuple(map(_entry, sections)),
        prompts=cover.prompts,
        above=above[1:] if cover.handbook else above,
        order=cover.order,
        others=tuple(_others(page, view, cover.forwarded)),
        handbook=cover.handbook,
    )


def _entry(section: Section) -> Entry:
    url = section.link.url if section.link.absolute else section.source.view or None
    return Entry(section_key(section), section.heading, section.level, url, section.updated)


def _others(page: Link, view: str, forwarded: Sequence[str]) -> list[str]:
    if not page.absolute:
        return []
    # As the site's own map has them: below its root, whether or not a slash is written.
    elsewhere = [replace(page, path="/" + one.strip().lstrip("/")).url for one in forwarded]
    return [*([view] if view else []), *elsewhere]
