"""The ids that Hugo gives headings: its three ways to write them, and its rule for equal ones.

Source: https://gohugo.io/configuration/markup/#parserautoheadingidtype
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from index.reading.generators.generator import RawHeading
from index.reading.generators.slug import lower_each

EMPTY: Final = "heading"
"""The id of a heading without a letter."""

_SIGNS = re.compile(r"[^\w -]")
_RUNS = re.compile(r"[^\W_]+")


def github(text: str) -> str:
    """Return the slug of the type `github`: letters, decimal digits, `_`, and hyphens."""
    kept = _SIGNS.sub("", text.strip())
    if not kept.isascii():
        kept = "".join(sign for sign in kept if not sign.isnumeric() or _letter_or_digit(sign))
    return lower_each(kept).replace(" ", "-")


def github_ascii(text: str) -> str:
    """Return the slug of the type `github-ascii`: accents are taken off, the rest dropped."""
    kept = _SIGNS.sub("", without_accents(text).strip())
    return kept.encode("ascii", "ignore").decode().lower().replace(" ", "-")


def blackfriday(text: str) -> str:
    """Return the slug of the type `blackfriday`: one hyphen between letters and numbers."""
    return lower_each("-".join(_RUNS.findall(text)))


SLUGS: Final[Mapping[str, Callable[[str], str]]] = {
    "github": github,
    "github-ascii": github_ascii,
    "blackfriday": blackfriday,
}
"""The types by their names in Hugo's configuration."""


def without_accents(text: str) -> str:
    """Return `text` without the marks on its letters."""
    if text.isascii():
        return text
    split = unicodedata.normalize("NFD", text)
    bare = "".join(sign for sign in split if unicodedata.category(sign) != "Mn")
    return unicodedata.normalize("NFC", bare)


def _letter_or_digit(sign: str) -> bool:
    return sign.isalpha() or sign.isdecimal()


def heading_ids(
    named_by: Callable[[RawHeading], str | None],
    slug: Callable[[str], str] | None,
    headings: Sequence[RawHeading],
) -> tuple[str | None, ...]:
    """Return the ids: a number is added until the id is free; explicit ids count from their place.

    `named_by` says what an id is made of, None for a heading that gets none. Without `slug` only
    explicit ids are given.
    """
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    anchors: list[str | None] = []
    for heading in headings:
        text = None if heading.html or slug is None else named_by(heading)
        if heading.explicit is not None or text is None or slug is None:
            anchors.append(heading.explicit)
            if heading.explicit and not heading.html:
                taken.add(heading.explicit)
            continue
        start = anchor = slug(text) or EMPTY
        while anchor in taken:
            numbers[start] = numbers.get(start, 0) + 1
            anchor = f"{start}-{numbers[start]}"
        taken.add(anchor)
        anchors.append(anchor)
    return tuple(anchors)
