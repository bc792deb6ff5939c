"""Documents to pages: the stage that the rest of `reading` serves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from markdown_it.token import Token

from index.reading.front_matter import split_front_matter, text_setting
from index.reading.generators.generator import Address, Generator, RawHeading
from index.reading.inline import read_inline
from index.reading.markdown import build_parser, parse_body
from index.reading.page import FrontMatter, Heading, Link, Page
from index.reading.rules.attribute_lists import ATTRIBUTES
from index.reading.rules.html_headings import MARKUP
from index.reading.rules.python_markdown.heading_names import NAME, TAKEN
from index.reading.rules.kramdown_html import IN_HTML
from index.reading.sections import PageFacts, split_sections
from index.reading.targets import resolve_targets
from index.source.document import Document, Notice, NoticeKind

# As a browser folds it: a no-break or ideographic space is a sign of its own.
_SPACES = re.compile(r"[ \t\r\n\f]+")


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
    documents: Iterable[Document], generator: Generator, site: str, files: str = ""
) -> tuple[tuple[Page, ...], tuple[Notice, ...]]:
    """Return the pages that visitors of the site can see, in the order of the documents.

    `site` is the address of the site, `files` that of the handbook's folder on its Git host;
    both without trailing slash, empty while not known.
    """
    md = build_parser(generator.dialect)
    notices: list[Notice] = []
    parsed: list[Parsed] = []
    split = {document: split_front_matter(document.text) for document in documents}
    addresses = generator.addresses(
        {document.path: front for document, (front, _, _) in split.items()}
    )
    for document, (front, body, problem) in split.items():
        address = addresses.get(document.path)
        if address is None:
            continue
        if problem:
            notices.append(Notice(document.path, NoticeKind.BROKEN_FRONT_MATTER, problem))
        try:
            tokens = tuple(parse_body(md, body, generator.dialect))
        except (RecursionError, ValueError, IndexError) as error:
            fact = type(error).__name__
            notices.append(Notice(document.path, NoticeKind.NOT_PARSED, fact, left_out=True))
            continue
        title = text_setting(front, "title") or _first_heading(tokens) or _name(document.path)
        parsed.append(Parsed(document, front, tokens, address, title))
    parents = {page.title: text_setting(page.front, "parent") for page in parsed}
    pages = (_page(page, generator, (site, files), parents) for page in parsed)
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
    addresses: tuple[str, str],
    parents: Mapping[str, str | None],
) -> Page:
    site, files = addresses
    headings = _headings(parsed, generator)
    facts = PageFacts(
        path=parsed.document.path,
        title=parsed.title,
        link=Link(site, parsed.address.path),
        ancestors=_ancestors(parsed.title, parents),
        owner=text_setting(parsed.front, "owner"),
        source=f"{files}/{quote(parsed.document.path)}" if files else "",
    )
    return Page(
        path=parsed.document.path,
        title=parsed.title,
        link=facts.link,
        rendered=parsed.address.rendered,
        headings=headings,
        sections=split_sections(parsed.tokens, headings, facts),
    )


def _headings(parsed: Parsed, generator: Generator) -> tuple[Heading, ...]:
    raw: list[RawHeading] = []
    for number, token in enumerate(parsed.tokens):
        if token.type == "heading_open":
            inline = parsed.tokens[number + 1]
            line = token.map[0] + 1 if token.map else 1
            own = token.attrGet("id")
            explicit = _attached_id(parsed.tokens, number) if own is None else str(own)
            children = tuple(inline.children or ())
            raw.append(
                RawHeading(
                    level=int(token.tag[1]),
                    children=children,
                    explicit=explicit,
                    line=line,
                    source=inline.content,
                    in_html=bool(token.meta.get(IN_HTML)),
                    html=token.markup == MARKUP,
                    name=token.meta.get(NAME, ""),
                    taken=token.meta.get(TAKEN, frozenset()),
                )
            )
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
