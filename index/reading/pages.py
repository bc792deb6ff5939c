"""Documents to pages: the stage that the rest of `reading` serves.

What was read before is kept: reading again after one changed page costs what that page costs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from index.reading.draft import Draft, Surroundings, draft_page
from index.reading.front_matter import text_setting
from index.reading.generators.generator import Generator
from index.reading.mapping import map_site
from index.reading.markdown import build_parser
from index.reading.page import Page
from index.reading.page_text import PageText, read_page_text
from index.reading.site_map import SiteMap
from index.reading.targets import Resolved, resolve_targets
from index.source.document import Document, Notice
from index.source.fetch.fetched import Progress, unheard


@dataclass(frozen=True, slots=True)
class Site:
    """The site that pages are read for."""

    generator: Generator
    """What builds it."""
    url: str = ""
    """Its address without trailing slash; empty while it is not known."""
    files: frozenset[str] = frozenset()
    """Paths of the handbook's other files: pictures, documents."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A handbook that was read, and what is needed to read it again."""

    site: Site
    """What it was read for."""
    resolved: Mapping[str, Resolved] = field(repr=False)
    """Path to each page that visitors of the site can see, in the order of the documents."""
    notices: tuple[Notice, ...]
    """What was noticed on the way."""
    site_map: SiteMap
    """What every link leads to."""
    texts: Mapping[str, PageText] = field(repr=False)
    """Path to what each file says, also of those that the site does not show."""
    drafts: Mapping[str, Draft] = field(repr=False)
    """Path to each page before its links were resolved."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that visitors of the site can see, in the order of the documents."""
        return tuple(each.page for each in self.resolved.values())


TOLD_PAGES = 50
"""After so many more pages it is told how many there are by now."""


def read_pages(
    documents: Sequence[Document],
    site: Site,
    before: Reading | None = None,
    progress: Progress = unheard,
) -> Reading:
    """Return the pages of a handbook; what stands in `before` and is the same is not read again.

    `progress` is told how many pages have been read, and of how many.
    """
    if before and before.site.generator is not site.generator:
        before = None
    known_texts = before.texts if before else {}
    texts = {}
    for text in _texts(documents, site, known_texts):
        texts[text.path] = text
        if len(texts) % TOLD_PAGES == 0:
            progress(len(texts), len(documents))
    same_site = before is not None and before.site.url == site.url
    known = before.drafts if before and same_site else {}
    drafts = {draft.text.path: draft for draft in _drafts(documents, texts, site, known)}
    site_map = map_site(
        (draft.page for draft in drafts.values()),
        (site.url, site.files),
        file_links=site.generator.file_links,
    )
    changed = site_map.changed_since(before.site_map) if before and same_site else None
    still = before.resolved if before and changed is not None else {}
    return Reading(
        site=site,
        resolved={
            path: still[path]
            if path in still
            and known.get(path) is draft
            and still[path].leads_to.isdisjoint(changed or ())
            else resolve_targets(draft.page, site_map)
            for path, draft in drafts.items()
        },
        notices=tuple(_notices(texts, drafts)),
        site_map=site_map,
        texts=texts,
        drafts=drafts,
    )


def _texts(
    documents: Iterable[Document], site: Site, known: Mapping[str, PageText]
) -> Iterator[PageText]:
    dialect = site.generator.dialect
    parser = build_parser(dialect)
    for document in documents:
        text = known.get(document.path)
        same = text is not None and text.markdown == document.text
        yield text if text and same else read_page_text(document, parser, dialect)


def _drafts(
    documents: Iterable[Document],
    texts: Mapping[str, PageText],
    site: Site,
    known: Mapping[str, Draft],
) -> Iterator[Draft]:
    addresses = site.generator.addresses({path: text.front for path, text in texts.items()})
    parents = {
        text.title: text_setting(text.front, "parent")
        for path, text in texts.items()
        if path in addresses
    }
    for document in documents:
        text, address = texts[document.path], addresses.get(document.path)
        if address is None:
            continue
        ancestors = _ancestors(text.title, parents)
        surroundings = Surroundings(address, ancestors, document.provenance)
        draft = known.get(document.path)
        if draft and draft.text is text and draft.surroundings.same(surroundings):
            yield draft
        elif not text.given_up:
            yield draft_page(text, surroundings, site.generator, site.url)


def _notices(texts: Mapping[str, PageText], drafts: Mapping[str, Draft]) -> Iterator[Notice]:
    """Yield what was noticed of the pages that are shown, and of those that could not be."""
    for path, text in texts.items():
        if path in drafts or text.given_up:
            yield from text.notices


def _ancestors(title: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """Follow `parent` in the front matter upwards; a circle ends where it closes."""
    found: list[str] = []
    parent = parents.get(title)
    while parent and parent not in found and parent != title:
        found.insert(0, parent)
        parent = parents.get(parent)
    return tuple(found)
