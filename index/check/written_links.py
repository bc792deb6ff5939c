"""The links of a page, each as it stands in the file and with the line on which to mend it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from markdown_it.token import Token

from index.check.html_tags import tags
from index.check.written import LinkKind, WrittenLink

BREAKS = ("softbreak", "hardbreak")
"""Tokens that end a line of the file inside a paragraph."""

_HTML_LINKS = {"a": "href", "area": "href", "img": "src"}
_LINES_AHEAD = 5
"""A code span over several lines counts as none; so far below a link may then stand."""
_LINE_CHARACTERS = 4_000
"""A longer line is not searched through for each of its links."""


def inline_links(
    token: Token, references: Mapping[str, int], lines: Sequence[str]
) -> Iterator[WrittenLink]:
    """Yield the links of a paragraph, cell or heading.

    `references` has the line of each link definition, `lines` are those that the parser saw.
    """
    opened: WrittenLink | None = None
    clicked: list[str] = []
    for child, line in placed(token):
        found = references.get(str(child.meta.get("label", "")), line)
        if child.type == "html_inline":
            yield from html_links(child.content, line)
        elif child.type == "link_open":
            href = str(child.attrGet("href") or "")
            opened, clicked = WrittenLink(href, found, LinkKind.LINK, ""), []
        elif child.type == "link_close" and opened is not None:
            yield _as_written(replace(opened, text="".join(clicked)), lines)
            opened = None
        else:
            clicked.append(" " if child.type in BREAKS else child.content)
        if child.type == "image":
            src = str(child.attrGet("src") or "")
            yield _as_written(WrittenLink(src, found, LinkKind.IMAGE, child.content), lines)


def html_links(source: str, line: int) -> Iterator[WrittenLink]:
    """Yield the links of a piece of HTML that begins on `line`."""
    for tag in tags(source):
        name = _HTML_LINKS.get(tag.name)
        if name is not None and name in tag.attributes:
            kind = LinkKind.IMAGE if tag.name == "img" else LinkKind.LINK
            text = tag.attributes.get("alt", "")
            yield WrittenLink(tag.attributes[name], line + tag.line, kind, text)


def line_of(token: Token) -> int:
    """Return the line on which a token begins, counted from 1."""
    return token.map[0] + 1 if token.map else 1


def placed(token: Token) -> Iterator[tuple[Token, int]]:
    """Yield what stands in a paragraph, each with its line."""
    line = line_of(token)
    for child in token.children or ():
        yield child, line
        if child.type in BREAKS:
            line += 1
        elif child.type == "html_inline":
            line += child.content.count("\n")


def _as_written(link: WrittenLink, lines: Sequence[str]) -> WrittenLink:
    """Return the link as its line has it: the parser encodes it, and counts no lines of code."""
    forms = (link.href, unquote(link.href))
    for line in range(link.line, min(link.line + _LINES_AHEAD, len(lines) + 1)):
        for form in forms if len(lines[line - 1]) < _LINE_CHARACTERS else ():
            if form and form in lines[line - 1]:
                return WrittenLink(form, line, link.kind, link.text)
    return link
