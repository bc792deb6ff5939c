"""One file, parsed: everything of a page that does not depend on its neighbours or its site."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.reading.block import Block
from index.reading.blocks import read_blocks
from index.reading.dialects.dialect import Dialect
from index.reading.front_matter import NOT_BUILT, text_setting
from index.reading.generators.generator import RawHeading
from index.reading.inline import visible_text
from index.reading.markdown import parse_body
from index.reading.markup.sight import Sight
from index.reading.notes import with_notes_below
from index.reading.page import FrontMatter
from index.reading.raw_headings import raw_headings
from index.reading.rules.attribute_lists import ATTRIBUTES
from index.source.document import Document, Notice, NoticeKind

_ID = re.compile(r"""\b(?:id|name)\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two headings of the outermost level."""

    heading: int | None
    """Number of the heading above it among the page's headings; None above the first."""
    blocks: tuple[Block, ...]
    """What stands there."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a file says."""

    path: str
    """The file's path below the handbook's root."""
    markdown: str
    """The whole file."""
    first_line: int
    """The first line below its front matter that says something, counted from 1."""
    front: FrontMatter | None
    """Its front matter; None where it has none."""
    title: str
    """Front matter, else the first heading, else the file's name."""
    headings: tuple[RawHeading, ...]
    """Its headings in order, also those inside quotes and lists."""
    pieces: tuple[Piece, ...]
    """Its text, cut at the headings that stand by themselves."""
    ids: frozenset[str]
    """Ids that its author set elsewhere than on a heading."""
    notices: tuple[Notice, ...]
    """What was noticed; a file that was given up has nothing but this."""

    @property
    def given_up(self) -> bool:
        """Whether its parser or its generator gave up on it."""
        return any(notice.left_out for notice in self.notices)


def read_page_text(document: Document, parser: MarkdownIt, dialect: Dialect) -> PageText:
    """Return what the file says; one that is given up says nothing, with a notice."""
    front, body, problem = dialect.front_matter(document.text)
    broken = Notice(document.path, NoticeKind.BROKEN_FRONT_MATTER, problem)
    notices = (broken,) if problem else ()
    if front is NOT_BUILT:
        return _given_up(
            document, front, Notice(document.path, NoticeKind.NOT_BUILT, left_out=True)
        )
    try:
        tokens = parse_body(parser, body, dialect)
    except (RecursionError, ValueError, IndexError) as error:
        fact = type(error).__name__
        given_up = Notice(document.path, NoticeKind.NOT_PARSED, fact, left_out=True)
        return _given_up(document, front, *notices, given_up)
    headings = raw_headings(tokens)
    return PageText(
        path=document.path,
        markdown=document.text,
        first_line=next((token.map[0] + 1 for token in tokens if token.map), 1),
        front=front,
        title=_title(document.path, front, headings),
        headings=headings,
        pieces=tuple(_pieces(with_notes_below(tokens))),
        ids=frozenset(_ids(tokens)),
        notices=notices,
    )


def _given_up(document: Document, front: FrontMatter | None, *notices: Notice) -> PageText:
    return PageText(document.path, document.text, 1, front, "", (), (), frozenset(), notices)


def _title(path: str, front: FrontMatter | None, headings: Sequence[RawHeading]) -> str:
    stem = PurePosixPath(path).stem
    name = stem.replace("_", " ").replace("-", " ").strip().capitalize()
    first = visible_text(headings[0].children) if headings else ""
    return text_setting(front, "title") or first or name


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """Yield the text above the first heading, where there is any, and below each one."""
    sight = Sight()
    heading: int | None = None
    blocks: tuple[Block, ...] = ()
    start = count = 0
    for number, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        if token.level == 0:
            blocks += read_blocks(tokens[start:number], sight)
            start = number + 3
            # What stands below a heading that nobody sees belongs to the one above.
            if not sight.hidden:
                yield from _piece(heading, blocks)
                heading, blocks = count, ()
        count += 1
    yield from _piece(heading, blocks + read_blocks(tokens[start:], sight))


def _piece(heading: int | None, blocks: tuple[Block, ...]) -> Iterator[Piece]:
    if heading is not None or blocks:
        yield Piece(heading, blocks)


def _ids(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        # Of running text only tags and attribute lists give ids.
        if token.children and ("<" in token.content or "{" in token.content):
            yield from _ids(token.children)
        own = token.attrs.get("id")
        if token.type == ATTRIBUTES and token.meta["id"]:
            yield token.meta["id"]
        elif own and token.type != "heading_open":
            yield str(own)
        elif token.type in ("html_block", "html_inline"):
            for match in _ID.finditer(token.content):
                yield match[1] or match[2] or match[3]
