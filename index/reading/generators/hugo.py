"""Hugo, with Goldmark.

Addresses: https://gohugo.io/content-management/urls/ ; Markdown and ids:
https://gohugo.io/configuration/markup/ .
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from index.reading.dialects.dialect import Dialect
from index.reading.dialects.goldmark import Goldmark, goldmark_dialect
from index.reading.generators.configuration.tables import lower_keys, table
from index.reading.generators.generator import (
    Generator,
    RawHeading,
    Settings,
    last_wins,
)
from index.reading.generators.hugo_addresses import site_addresses
from index.reading.generators.hugo_ids import SLUGS, github, heading_ids
from index.reading.generators.hugo_site import read_site
from index.reading.generators.hugo_version import (
    NEW_HEADINGS,
    NEWEST,
    SINGLE_TILDE,
    TEXT_IDS,
    Version,
    parse_version,
)

NAME = "hugo"
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "version": (),
    "ids": tuple(SLUGS),
    "ugly": ("true", "false"),
    "unsafe": ("true", "false"),
}
"""What may be given, with the values that are known; none listed: any."""

PARTS: Final = frozenset({"languages", "markup", "permalinks"})
"""The settings that may stand in a file of their own, named as they are."""

_TRUE: Final = "true"


def hugo(settings: Settings, options: Mapping[str, str]) -> Generator:
    """Return Hugo as this site sets it up.

    Raises:
        ValueError: for a version that is none.
    """
    known = lower_keys(settings)
    version = parse_version(options["version"]) if "version" in options else NEWEST
    base = str(known.get("baseurl") or "").rstrip("/")
    site = read_site(known, _ugly(known, options), version)
    named_by = _text if version >= TEXT_IDS else _source
    return Generator(
        NAME,
        _dialect(known, options, version),
        last_wins(partial(site_addresses, site)),
        partial(heading_ids, named_by, _slug(known, options)),
        site=base if urlsplit(base).netloc else "",
    )


def _ugly(known: Settings, options: Mapping[str, str]) -> Mapping[str, object] | None:
    """Return the first folders with addresses that end in `.html`, None for all."""
    if "ugly" in options:
        return None if options["ugly"] == _TRUE else {}
    return None if known.get("uglyurls") is True else table(known, "uglyurls")


def _slug(known: Settings, options: Mapping[str, str]) -> Callable[[str], str] | None:
    """Return what makes ids of headings; None where the site gives them none."""
    parser = table(known, "markup.goldmark.parser")
    if parser.get("autoheadingid") is False:
        return None
    return SLUGS.get(options.get("ids") or str(parser.get("autoheadingidtype")), github)


def _text(heading: RawHeading) -> str | None:
    return heading.name or None


def _source(heading: RawHeading) -> str:
    """Return the heading's last line as it was written."""
    return heading.source.rpartition("\n")[2]


def _dialect(known: Settings, options: Mapping[str, str], version: Version) -> Dialect:
    goldmark = table(known, "markup.goldmark")
    unsafe = table(goldmark, "renderer").get("unsafe") is True
    if "unsafe" in options:
        unsafe = options["unsafe"] == _TRUE
    disabled = table(goldmark, "extensions.typographer").get("disable") is True
    return goldmark_dialect(
        Goldmark(
            unsafe=unsafe,
            typographer=not disabled
            and table(goldmark, "extensions").get("typographer", True) is not False,
            attributes=table(goldmark, "parser.attribute").get("title") is not False,
            single_tilde=version >= SINGLE_TILDE,
            old_headings=version < NEW_HEADINGS,
        )
    )
