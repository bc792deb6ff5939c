"""Heading ids as markdown-it-anchor 8 gives them."""

import re
from collections.abc import Callable, Sequence
from urllib.parse import quote

from index.reading.generators.generator import RawHeading

_SPACES = re.compile(r"\s+")


def own_slug(text: str) -> str:
    """Return the slug of a site that names no function for it; the percent signs are part of it."""
    return quote(_SPACES.sub("-", text.strip().lower()), safe="!~*'()")


def anchors(slug: Callable[[str], str], headings: Sequence[RawHeading]) -> tuple[str | None, ...]:
    """Number equal slugs until the result is free; one written in HTML is left as it is.

    An explicit id that is taken already would stop the site's build; here both keep it.
    """
    taken: dict[str, int] = {}
    found: list[str | None] = []
    for heading in headings:
        anchor = heading.explicit
        if not heading.html:
            anchor = _free(taken, slug(_text(heading))) if anchor is None else anchor
            taken.setdefault(anchor, 0)
        found.append(anchor)
    return tuple(found)


def _text(heading: RawHeading) -> str:
    """Return text and code; a line break gives nothing."""
    return "".join(
        token.content for token in heading.children if token.type in ("text", "code_inline")
    )


def _free(taken: dict[str, int], slug: str) -> str:
    if slug not in taken:
        return slug
    anchor = slug
    while anchor in taken:
        taken[slug] += 1
        anchor = f"{slug}-{taken[slug]}"
    return anchor
