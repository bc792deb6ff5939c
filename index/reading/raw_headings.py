"""A page's tokens to its headings, before a generator gives them ids."""

from collections.abc import Sequence

from markdown_it.token import Token

from index.reading.generators.generator import RawHeading
from index.reading.rules.attribute_lists import ATTRIBUTES
from index.reading.rules.heading_tokens import NAMED_BY
from index.reading.rules.html_headings import MARKUP
from index.reading.rules.kramdown_html import IN_HTML
from index.reading.rules.python_markdown.heading_names import NAME, TAKEN


def raw_headings(tokens: Sequence[Token]) -> tuple[RawHeading, ...]:
    """Return every heading in order, with the id that its author gave it."""
    return tuple(
        _raw(tokens, number) for number, token in enumerate(tokens) if token.type == "heading_open"
    )


def _raw(tokens: Sequence[Token], number: int) -> RawHeading:
    opening, inline = tokens[number], tokens[number + 1]
    own = opening.attrGet("id")
    return RawHeading(
        level=int(opening.tag[1]),
        children=tuple(inline.children or ()),
        explicit=_attached_id(tokens, number) if own is None else str(own),
        line=opening.map[0] + 1 if opening.map else 1,
        source=inline.content,
        named_by=opening.meta.get(NAMED_BY),
        in_html=bool(opening.meta.get(IN_HTML)),
        html=opening.markup == MARKUP,
        name=opening.meta.get(NAME, ""),
        taken=opening.meta.get(TAKEN, frozenset()),
    )


def _attached_id(tokens: Sequence[Token], number: int) -> str | None:
    """Return the id of an attribute line that stands directly below the heading."""
    following = tokens[number + 3 : number + 4]
    heading_lines = tokens[number].map
    if following and following[0].type == ATTRIBUTES and heading_lines:
        directly = following[0].map is not None and following[0].map[0] == heading_lines[1]
        return following[0].meta["id"] if directly else None
    return None
