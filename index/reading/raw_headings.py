"""A page's tokens to its headings, before a generator gives them ids."""

from collections.abc import Sequence

from markdown_it.token import Token

from index.reading.generators.generator import RawHeading
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
        explicit=None if own is None else str(own),
        line=opening.map[0] + 1 if opening.map else 1,
        source=inline.content,
        in_html=bool(opening.meta.get(IN_HTML)),
        html=opening.markup == MARKUP,
        name=opening.meta.get(NAME, ""),
        taken=opening.meta.get(TAKEN, frozenset()),
    )
