"""The versions of Hugo at which its rules changed.

Seen by running 0.111.3, and each from 0.149 to 0.168 around a change; where no build was at hand,
from its release notes.
"""

from typing import Final

Version = tuple[int, ...]
"""The numbers of a version, `(0, 111)`."""

NEWEST: Final[Version] = (9,)
"""Stands for the newest rules that we know."""

SINGLE_TILDE: Final[Version] = (0, 118)
"""Since then one tilde strikes through."""
PAGE_TREE: Final[Version] = (0, 123)
"""Since then every page has a logical path: lower case, a hyphen for each space."""
URL_TOKENS: Final[Version] = (0, 131)
"""Since then `url` in front matter may hold permalink tokens."""
TEXT_IDS: Final[Version] = (0, 144)
"""Since then a heading's id is made from its text, before from its Markdown."""
NEW_HEADINGS: Final[Version] = (0, 154, 1)
"""Since then attributes come last in a heading: before closing hashes they are text."""
SECTION_SLUGS: Final[Version] = (0, 167)
"""Since then the slug of a section counts, for its own address and those below it."""


def parse_version(text: str) -> Version:
    """Return the numbers of a version as people write it, `0.111` or `v0.111.3`.

    Raises:
        ValueError: for anything else.
    """
    return tuple(int(number) for number in text.removeprefix("v").split("."))
