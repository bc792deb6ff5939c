"""kramdown's heading ids, by its GFM parser and by its own.

Source: kramdown-parser-gfm's `generate_gfm_header_id`, kramdown's `basic_generate_id`, observed.
"""

import re
from collections.abc import Sequence

from index.reading.generators.generator import RawHeading
from index.reading.generators.slug import heading_text, word_characters

_UP_TO_LETTER = re.compile(r"^[^a-zA-Z]+")
_DROPPED = re.compile(r"[^a-zA-Z0-9 -]")
_NOTHING_LEFT = "section"


def gfm_anchors(headings: Sequence[RawHeading]) -> tuple[str | None, ...]:
    """Return ids from the heading's text; inside of an HTML element the own parser's rule holds.

    The GFM pass does not enter HTML elements, so those headings are left to the other rule.
    """
    counted = (_Counter(), _Counter())
    return tuple(
        heading.explicit
        if heading.explicit or heading.html
        else (
            counted[1].next(_own_slug(heading))
            if heading.in_html
            else counted[0].next(_gfm_slug(heading))
        )
        for heading in headings
    )


def own_anchors(headings: Sequence[RawHeading]) -> tuple[str | None, ...]:
    """Return ids from the Markdown of the heading, ASCII letters, digits and hyphens only."""
    counted = _Counter()
    return tuple(
        heading.explicit if heading.explicit or heading.html else counted.next(_own_slug(heading))
        for heading in headings
    )


class _Counter:
    """Numbers equal slugs without asking whether the result is taken, as kramdown does."""

    def __init__(self) -> None:
        self.seen: dict[str, int] = {}

    def next(self, slug: str) -> str | None:
        count = self.seen.get(slug, 0)
        self.seen[slug] = count + 1
        return f"{slug}-{count}" if count else slug or None


def _gfm_slug(heading: RawHeading) -> str:
    text = heading_text(heading.children)
    # Ruby makes σ of Σ wherever it stands, Python ς at the end of a word.
    kept = word_characters(text.replace("Σ", "σ").lower(), "- \t")
    return kept.replace(" ", "-").replace("\t", "-")


def _own_slug(heading: RawHeading) -> str:
    kept = _DROPPED.sub("", _UP_TO_LETTER.sub("", heading.source))
    return kept.replace(" ", "-").lower() or _NOTHING_LEFT
