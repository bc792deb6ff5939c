"""Ids of headings as Python-Markdown's `toc` makes them, with the slug functions people choose.

Sources: https://python-markdown.github.io/extensions/toc/ and
https://facelessuser.github.io/pymdown-extensions/extras/slugs/
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from index.reading.generators.configuration.yaml_file import Tagged
from index.reading.generators.generator import RawHeading

_TAG = re.compile(r"</?[^>]*>")
_UPPER_ASCII = re.compile(r"[A-Z]+")
_NO_WORD = re.compile(r"[^\w\s-]")
_NO_WORD_SPACE_KEPT = re.compile(r"[^\w\- ]")
_NUMBERED = re.compile(r"(.*)_([0-9]+)", re.DOTALL)

Slugify = Callable[[str, str], str]
"""A heading's name and the sign between its words to its id."""

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]


def ascii_slug(text: str, separator: str) -> str:
    """Return the default slug: accents are dropped, and all letters that are not ASCII then."""
    return unicode_slug(
        unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii"), separator
    )


def unicode_slug(text: str, separator: str) -> str:
    """Return the slug of `slugify_unicode`: the same with all letters kept."""
    kept = _NO_WORD.sub("", text).strip().lower()
    return re.sub(rf"[{re.escape(separator)}\s]+", lambda _: separator, kept)


@dataclass(frozen=True, slots=True)
class CasedSlug:
    """The slug of `pymdownx.slugs.slugify`: each space is a separator, nothing is collapsed."""

    case: str = "none"
    """`lower`, `lower-ascii`, `fold` or `none`."""
    percent_encode: bool = False
    """Whether what is not ASCII is written with percent signs."""
    form: Form = "NFC"
    """The Unicode form that letters take first."""

    def __call__(self, text: str, separator: str) -> str:
        """Return the slug of a heading's name."""
        text = _TAG.sub("", unicodedata.normalize(self.form, text)).strip()
        if self.case == "lower":
            text = text.lower()
        elif self.case == "lower-ascii":
            text = _UPPER_ASCII.sub(lambda found: found[0].lower(), text)
        elif self.case == "fold":
            text = text.casefold()
        slug = _NO_WORD_SPACE_KEPT.sub("", text).replace(" ", separator)
        return quote(slug) if self.percent_encode else slug


_BY_NAME: Mapping[str, Slugify] = {
    "markdown.extensions.toc.slugify": ascii_slug,
    "markdown.extensions.toc.slugify_unicode": unicode_slug,
    "markdown.extensions.headerid.slugify": ascii_slug,
    "pymdownx.slugs.uslugify": CasedSlug("lower"),
    "pymdownx.slugs.uslugify_encoded": CasedSlug("lower", percent_encode=True),
    "pymdownx.slugs.uslugify_cased": CasedSlug(),
    "pymdownx.slugs.uslugify_cased_encoded": CasedSlug(percent_encode=True),
    "pymdownx.slugs.gfm": CasedSlug("lower-ascii"),
    "pymdownx.slugs.gfm_encoded": CasedSlug("lower-ascii", percent_encode=True),
}
"""What `!!python/name:` may name."""

_APPLIED = "pymdownx.slugs.slugify"
"""What `!!python/object/apply:` calls to get a slug function."""


def named_slug(value: object) -> Slugify:
    """Return the slug function that a configuration names; one that we do not know is the default.

    `value` is the setting `slugify` of `toc` as the YAML file holds it.
    """
    if not isinstance(value, Tagged):
        return ascii_slug
    kind, _, name = value.tag.partition(":python/")[2].partition(":")
    if kind == "name":
        return _BY_NAME.get(name, ascii_slug)
    if name != _APPLIED:
        return ascii_slug
    given = value.value.get("kwds") if isinstance(value.value, dict) else None
    given = given if isinstance(given, dict) else {}
    form = given.get("normalize")
    return CasedSlug(
        case=str(given.get("case", "none")),
        percent_encode=bool(given.get("percent_encode", False)),
        form=form if form in ("NFC", "NFD", "NFKC", "NFKD") else "NFC",
    )


def ids(slugify: Slugify, separator: str, headings: Sequence[RawHeading]) -> tuple[str | None, ...]:
    """Return the ids; all that authors gave on the page are taken before the first is made."""
    taken = {heading.explicit for heading in headings if not heading.html}
    taken.update(*(heading.taken for heading in headings[:1]))
    counters: dict[str, int] = {}
    found: list[str | None] = []
    for heading in headings:
        if heading.html or heading.explicit is not None:
            found.append(heading.explicit)
        else:
            found.append(_unique(slugify(heading.name, separator), taken, counters))
    return tuple(found)


def _unique(slug: str, taken: set[str | None], counters: dict[str, int]) -> str:
    """Return `slug`, or with `_1`, `_2` … behind it the first that is free."""
    if slug and slug not in taken:
        taken.add(slug)
        return slug
    numbered = _NUMBERED.fullmatch(slug)
    base, count = (numbered[1], int(numbered[2])) if numbered else (slug, 0)
    # Where an earlier search ended, those below are known to be taken.
    count = max(count, counters.get(slug, 0))
    while (wanted := f"{base}_{count + 1}") in taken:
        count += 1
    counters[slug] = count + 1
    taken.add(wanted)
    return wanted
