"""GitHub's own file view, the address of a handbook that no site generator builds.

Ids: github-slugger, which github.com agrees with.
"""

from collections.abc import Mapping, Sequence

from index.reading.dialects.commonmark import COMMONMARK
from index.reading.generators.generator import (
    Address,
    Generator,
    RawHeading,
    Settings,
    each_alone,
)
from index.reading.generators.slug import heading_text, word_characters
from index.reading.page import FrontMatter

NAME = "github"
OPTIONS: Mapping[str, tuple[str, ...]] = {}


def github(_settings: Settings, _options: Mapping[str, str]) -> Generator:
    """Return GitHub's file view; it has no settings."""
    return Generator(NAME, COMMONMARK, each_alone(_address), _anchors, file_links=True)


def _address(path: str, _front: FrontMatter | None) -> Address:
    return Address(f"/{path}")


def _anchors(headings: Sequence[RawHeading]) -> tuple[str | None, ...]:
    """Number equal slugs until the result is free, as github-slugger does."""
    taken: dict[str, int] = {}
    anchors: list[str | None] = []
    for heading in headings:
        if heading.html and heading.explicit:
            anchors.append(heading.explicit)
            continue
        text = heading_text(heading.children, notes=True)
        slug = anchor = word_characters(text.lower(), "- ").replace(" ", "-")
        while anchor in taken:
            taken[slug] += 1
            anchor = f"{slug}-{taken[slug]}"
        taken[anchor] = 0
        anchors.append(anchor)
    return tuple(anchors)
