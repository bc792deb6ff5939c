"""Documents to pages: the stage that the rest of `reading` serves.

What was read before is kept: reading again after one changed page costs what that page costs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from index.reading.about import forwarded_addresses, read_about
from index.reading.front_matter import text_setting
from index.reading.generators.generator import Address, Addresses, Generator
from index.reading.inline import visible_text
from index.reading.markdown import build_parser
from index.reading.page import Heading, Link, Page
from index.reading.page_text import PageText, read_page_text
from index.reading.sections import PageFacts, split_sections
from index.reading.site_map import SiteMap, map_site
from index.reading.targets import resolve_targets
from index.source.document import Document, Notice


@dataclass(frozen=True, slots=True)
class Site:
    """The site that pages are read for."""

    generator: Generator
    """What builds it."""
    url: str = ""
    """Its address without trailing slash; empty while it is not known."""
    host: str = ""
    """Address of the handbook's folder on its Git host, without trailing slash; may be empty."""
    files: frozenset[str] = frozenset()
    """Paths of the handbook's other files: pictures, documents."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page whose links are not resolved yet, with what it was made from."""

    text: PageText
    """What its file says."""
    address: Address
    """Where the site has it."""
    ancestors: tuple[str, ...]
    """Titles of the pages above it, outermost first."""
    page: Page
    """The page."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A handbook that was read, and what is needed to read it again."""

    site: Site
    """What it was read for."""
    pages: tuple[Page, ...]
    """The pages that visitors of the site can see, in the order of the documents."""
    notices: tuple[Notice, ...]
    """What was noticed on the way."""
    site_map: SiteMap
    """What every link leads to."""
    texts: Mapping[str, PageText] = field(repr=False)
    """Path to what each file says, also of those that the site does not show."""
    drafts: Mapping[str, Draft] = field(repr=False)
    """Path to what each page was made from."""


def read_pages(documents: Iterable[Document], site: Site, before: Reading | None = None) -> Reading:
    """Return the pages of a handbook; what stands in `before` and is the same is not read again."""
    if before and before.site.generator is not site.generator:
        before = None
    texts = {
        text.document.path: text
        for text in _texts(documents, site.generator, before.texts if before else {})
    }
    addresses = site.generator.addresses({path: text.front for path, text in texts.items()})
    shown = [text for path, text in texts.items() if path in addresses]
    same_site = before is not None and (before.site.url, before.site.host) == (site.url, site.host)
    known = before.drafts if before and same_site else {}
    drafts = {draft.text.document.path: draft for draft in _drafts(shown, addresses, site, known)}
    site_map = map_site(
        (draft.page for draft in drafts.values()),
        site.files,
        (site.url, site.host),
        file_links=site.generator.file_links,
    )
    resolved = before.pages if before and same_site and before.site_map == site_map else ()
    return Reading(
        site=site,
        pages=tuple(_resolved(drafts, known, resolved, site_map)),
        notices=tuple(notice for text in shown for notice in text.notices),
        site_map=site_map,
        texts=texts,
        drafts=drafts,
    )


def _texts(
    documents: Iterable[Document], generator: Generator, known: Mapping[str, PageText]
) -> Iterator[PageText]:
    parser = build_parser(generator.dialect)
    for document in documents:
        text = known.get(document.path)
        same = text is not None and text.document == document
        yield text if text and same else read_page_text(document, parser, generator.dialect)


def _drafts(
    texts: Sequence[PageText], addresses: Addresses, site: Site, known: Mapping[str, Draft]
) -> Iterator[Draft]:
    parents = {text.title: text_setting(text.front, "parent") for text in texts}
    for text in texts:
        path = text.document.path
        if not text.title:
            continue  # the parser gave up on it
        address, ancestors = addresses[path], _ancestors(text.title, parents)
        draft = known.get(path)
        same = draft is not None and draft.text is text
        if draft and same and (draft.address, draft.ancestors) == (address, ancestors):
            yield draft
        else:
            yield Draft(text, address, ancestors, _page(text, address, ancestors, site))


def _resolved(
    drafts: Mapping[str, Draft],
    known: Mapping[str, Draft],
    pages: Iterable[Page],
    site_map: SiteMap,
) -> Iterator[Page]:
    """Yield each page with its links resolved; `pages` are those of the same site map."""
    before = {page.path: page for page in pages}
    for path, draft in drafts.items():
        if path in before and known.get(path) is draft:
            yield before[path]
        else:
            yield resolve_targets(draft.page, site_map)


def _page(text: PageText, address: Address, ancestors: tuple[str, ...], site: Site) -> Page:
    path = text.document.path
    about = read_about(text.front)
    title = address.title or text.title
    headings = _headings(text, address, site.generator)
    facts = PageFacts(
        path=path,
        title=title,
        link=Link(site.url, address.path),
        ancestors=ancestors,
        about=about,
        source=f"{site.host}/{quote(path)}" if site.host else "",
    )
    return Page(
        path=path,
        title=title,
        link=facts.link,
        rendered=address.rendered,
        headings=headings,
        sections=split_sections(text.pieces, headings, facts),
        ids=text.ids,
        forwarded=forwarded_addresses(text.front),
        about=about,
    )


def _headings(text: PageText, address: Address, generator: Generator) -> tuple[Heading, ...]:
    anchors = generator.anchors(text.headings) if address.rendered else (None,) * len(text.headings)
    return tuple(
        Heading(heading.level, visible_text(heading.children), anchor, heading.line)
        for heading, anchor in zip(text.headings, anchors, strict=True)
    )


def _ancestors(title: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """Follow `parent` in the front matter upwards; a circle ends where it closes."""
    found: list[str] = []
    parent = parents.get(title)
    while parent and parent not in found and parent != title:
        found.insert(0, parent)
        parent = parents.get(parent)
    return tuple(found)
