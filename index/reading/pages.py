"""Documents to pages: the stage that the rest of `reading` serves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from markdown_it.token import Token

from index.reading.front_matter import split_front_matter, text_setting
from index.reading.generators.generator import Address, Generator, RawHeading
from index.reading.html_headings import MARKUP
from index.reading.inline import read_inline
from index.reading.kramdown import ATTRIBUTES
from index.reading.markdown import build_parser, parse_body
from index.reading.origin import with_origin
from index.reading.page import FrontMatter, Heading, Link, Page
from index.reading.sections import PageFacts, split_sections
from index.reading.targets import resolve_targets
from index.source.document import Document, Notice, NoticeKind

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document after parsing, before it knows its neighbours."""

    document: Document
    """What was parsed."""
    front: FrontMatter | None
    """Its front matter."""
    tokens: tuple[Token, ...]
    """Its block tokens."""
    address: Address
    """Where the site has it."""
    title: str
    """Its title."""


def read_pages(
    documents: Iterable[Document], generator: Generator, site: str
) -> tuple[tuple[Page, ...], tuple[Notice, ...]]:
    """Return the pages that visitors of the site can see, in the order of the documents.

    `site` is the address of the site without trailing slash, empty while it is not known.
    """
    md = build_parser()
    notices: list[Notice] = []
    parsed: list[Parsed] = []
    for document in documents:
        front, body, problem = split_front_matter(document.text)
        address = generator.address(document.path, front)
        if address is None:
            continue
        if problem:
            notices.append(Notice(document.path, NoticeKind.BROKEN_FRONT_MATTER, problem))
        try:
            tokens = tuple(parse_body(md, body, generator))
        except (RecursionError, ValueError, IndexError) as error:
            fact = type(error).__name__
            notices.append(Notice(document.path, NoticeKind.NOT_PARSED, fact, left_out=True))
            continue
        title = text_setting(front, "title") or _first_heading(tokens) or _name(document.path)
        parsed.append(Parsed(document, front, tokens, address, title))
    parents = {page.title: text_setting(page.front, "parent") for page in parsed}
    pages = (_page(page, generator, site, parents) for page in parsed)
    return resolve_targets(pages), tuple(notices)


def _first_heading(tokens: Sequence[Token]) -> str:
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            return _visible(tokens[number + 1].children)
    return ""


def _name(path: str) -> str:
    return PurePosixPath(path).stem.replace("_", " ").replace("-", " ").strip().capitalize()


def _visible(children: Sequence[Token] | None) -> str:
    return _SPACES.sub(" ", read_inline(children, images=False).text)


def _page(
    parsed: Parsed,
    generator: Generator,
    site: str,
    parents: Mapping[str, str | None],
) -> Page:
    headings = _headings(parsed, generator)
    facts = PageFacts(
        path=parsed.document.path,
        title=parsed.title,
        link=Link(site, parsed.address.path),
        ancestors=_ancestors(parsed.title, parents),
        owner=text_setting(parsed.front, "owner"),
    )
    sections = split_sections(parsed.tokens, headings, facts)
    start = _first_line(parsed.tokens)
    return Page(
        path=parsed.document.path,
        title=parsed.title,
        link=facts.link,
        rendered=parsed.address.rendered,
        headings=headings,
        sections=tuple(with_origin(sections, parsed.document, start, generator.name)),
    )


def _first_line(tokens: Sequence[Token]) -> int:
    return next((token.map[0] + 1 for token in tokens if token.map), 1)


def _headings(parsed: Parsed, generator: Generator) -> tuple[Heading, ...]:
    raw: list[RawHeading] = []
    for number, token in enumerate(parsed.tokens):
        if token.type == "heading_open":
            inline = parsed.tokens[number + 1]
            line = token.map[0] + 1 if token.map else 1
            explicit = str(token.attrGet("id") or _attached_id(parsed.tokens, number) or "")
            children = tuple(inline.children or ())
            html = token.markup == MARKUP
            raw.append(RawHeading(int(token.tag[1]), children, explicit or None, line, html=html))
    anchors = generator.anchors(raw) if parsed.address.rendered else (None,) * len(raw)
    return tuple(
        Heading(heading.level, _visible(heading.children), anchor, heading.line)
        for heading, anchor in zip(raw, anchors, strict=True)
    )


def _attached_id(tokens: Sequence[Token], number: int) -> str | None:
    """Return the id of an attribute line that stands directly below the heading."""
    following = tokens[number + 3 : number + 4]
    heading_lines = tokens[number].map
    if following and following[0].type == ATTRIBUTES and heading_lines:
        directly = following[0].map is not None and following[0].map[0] == heading_lines[1]
        return following[0].meta["id"] if directly else None
    return None


def _ancestors(title: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """Follow `parent` in the front matter upwards; a circle ends where it closes."""
    found: list[str] = []
    parent = parents.get(title)
    while parent and parent not in found and parent != title:
        found.insert(0, parent)
        parent = parents.get(parent)
    return tuple(found)
