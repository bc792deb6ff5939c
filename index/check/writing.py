"""A page's file, parsed again: `Written` is what reading resolves away and rules need."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.check.html_tags import tags, without_comments
from index.check.written import (
    OBJECT,
    Written,
    WrittenId,
    WrittenTable,
    WrittenText,
)
from index.check.written_links import BREAKS, html_links, inline_links, line_of, placed
from index.reading.dialects.dialect import Dialect
from index.reading.front_matter import split_front_matter
from index.reading.markdown import build_parser, prepare_body
from index.reading.rules.attribute_lists import ATTRIBUTES

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_TEXT = ("script", "style", "pre", "code")
"""Elements whose inside is no text for readers, or is to be taken to the letter."""
_TAG = re.compile(r"<[^<>]*>")


def build_written_parser(dialect: Dialect) -> MarkdownIt:
    """Return a parser whose links tell which definition they name."""
    parser = build_parser(dialect)
    parser.options["store_labels"] = True
    return parser


def read_written(text: str, parser: MarkdownIt, dialect: Dialect) -> Written:
    """Return what the author of a file wrote in it."""
    _, body, _ = split_front_matter(text)
    body = prepare_body(body, dialect)
    env: dict[str, Any] = {}
    tokens = parser.parse(body, env)
    lines = body.split("\n")
    references = {
        label: (found["map"][0] + 1 if found.get("map") else 1)
        for label, found in env.get("references", {}).items()
    }
    html = tuple(_html(tokens, lines))
    inlines = tuple(token for token in tokens if token.type == "inline")
    return Written(
        links=(
            *(link for token in inlines for link in inline_links(token, references, lines)),
            *(link for line, source in html for link in html_links(source, line)),
        ),
        ids=(
            *_attribute_ids(tokens),
            *(one for token in inlines for one in _inline_ids(token)),
            *(one for line, source in html for one in _html_ids(source, line)),
        ),
        texts=(
            *(_text(token) for token in inlines),
            *(_html_text(source, line) for line, source in html),
        ),
        tables=tuple(_tables(tokens)),
    )


def _html(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each HTML block once, with its first line; headings in it make it several tokens."""
    before: list[int] | None = None
    for token in tokens:
        if token.type == "html_block" and token.map and token.map != before:
            before = token.map
            yield token.map[0] + 1, "\n".join(lines[token.map[0] : token.map[1]])


def _html_ids(source: str, line: int) -> Iterator[WrittenId]:
    for tag in tags(source):
        name = tag.attributes.get("id") or (tag.name == "a" and tag.attributes.get("name")) or ""
        if name and tag.name not in _HEADINGS:
            yield WrittenId(name, line + tag.line)


def _attribute_ids(tokens: Sequence[Token]) -> Iterator[WrittenId]:
    """Yield the ids of attribute lines, without those that belong to the heading above."""
    for number, token in enumerate(tokens):
        if token.type == ATTRIBUTES and token.meta["id"]:
            above = tokens[number - 1].type if number else ""
            if above != "heading_close":
                yield WrittenId(token.meta["id"], line_of(token))


def _inline_ids(token: Token) -> Iterator[WrittenId]:
    for child, line in placed(token):
        if child.type == "html_inline":
            yield from _html_ids(child.content, line)


def _text(token: Token) -> WrittenText:
    rows: list[list[str]] = [[]]
    hrefs: list[str] = []
    for child in token.children or ():
        if child.type in BREAKS:
            rows.append([])
        elif child.type == "text":
            rows[-1].append(child.content)
        elif child.type in ("code_inline", "image", "footnote_ref"):
            rows[-1].append(OBJECT)
        elif child.type == "link_open":
            hrefs.append(str(child.attrGet("href") or ""))
        elif child.type == "html_inline":
            rows.extend([] for _ in range(child.content.count("\n")))
            hrefs.extend(link.href for link in html_links(child.content, 0))
    return WrittenText(line_of(token), tuple("".join(row) for row in rows), tuple(hrefs))


def _html_text(source: str, line: int) -> WrittenText:
    hidden = any(f"<{name}" in source for name in _NO_TEXT)
    shown = "" if hidden else _TAG.sub("", without_comments(source))
    hrefs = tuple(link.href for link in html_links(source, line))
    return WrittenText(line, tuple(shown.split("\n")), hrefs)


def _tables(tokens: Sequence[Token]) -> Iterator[WrittenTable]:
    rows: list[list[WrittenText]] = []
    line = 0
    for token in tokens:
        if token.type == "table_open":
            rows, line = [], line_of(token)
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(_text(token))
        elif token.type == "table_close":
            header, *below = rows or [[]]
            yield WrittenTable(line, tuple(header), tuple(tuple(row) for row in below))
            rows = []
