"""A name for a section, short enough for a button and the same from one revision to the next."""

from base64 import urlsafe_b64encode
from hashlib import blake2b
from typing import Final

from index.reading.page import Section

SectionKey = str
"""Names a section from one revision to the next, in at most 40 characters: digests of its page's
path and of its anchor. Made by `section_key`."""

BYTES: Final = 9
"""Of each digest: enough that no two of a million have the same by chance; 12 characters."""


def section_key(section: Section) -> SectionKey:
    """Return the name of a section that buttons and menus carry.

    Text, heading and place on the page may change. Where headings have no anchors of their own,
    those that follow the first are told apart by what they say.
    """
    return page_key(section.page) + _digest(f"{section.anchor}\n{section.apart}")


def page_key(path: str) -> str:
    """Return what the keys of a page's sections begin with."""
    return _digest(path)


def page_part(key: SectionKey) -> str:
    """Return what a section's key has from its page."""
    return key[: BYTES * 4 // 3]


def _digest(text: str) -> str:
    told = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=BYTES).digest()
    return urlsafe_b64encode(told).decode("ascii")
