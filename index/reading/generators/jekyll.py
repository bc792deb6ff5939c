"""Jekyll with kramdown's GFM parser.

Addresses: https://jekyllrb.com/docs/permalinks/ ; ids: parser-gfm's `generate_gfm_header_id`.
"""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from functools import partial
from pathlib import PurePosixPath

from index.reading.dialects.kramdown import KRAMDOWN
from index.reading.front_matter import text_setting
from index.reading.generators.generator import (
    Address,
    Generator,
    RawHeading,
    Settings,
    each_alone,
)
from index.reading.generators.slug import heading_text, word_characters
from index.reading.page import FrontMatter

NAME = "jekyll"
OPTIONS: Mapping[str, tuple[str, ...]] = {"parser": ("gfm",), "permalink": ()}
"""What may be given, with the values that are known; none listed: any."""

STYLES: Mapping[str, str] = {
    "pretty": "/:path/:basename/",
    "none": "/:path/:basename:output_ext",
    "date": "/:path/:basename:output_ext",
    "ordinal": "/:path/:basename:output_ext",
}
"""What the built-in styles mean for a page."""


def jekyll(settings: Settings, options: Mapping[str, str]) -> Generator:
    """Return Jekyll as this site sets it up."""
    style = options.get("permalink") or str(settings.get("permalink") or "date")
    excluded = settings.get("exclude")
    patterns = tuple(str(name) for name in excluded) if isinstance(excluded, list) else ()
    url, base = str(settings.get("url") or ""), str(settings.get("baseurl") or "").strip("/")
    site = "/".join(part for part in (url.rstrip("/"), base) if part) if url else ""
    address = partial(_address, style, patterns)
    return Generator(NAME, KRAMDOWN, each_alone(address), _anchors, site=site)


def _address(
    style: str, excluded: Sequence[str], path: str, front: FrontMatter | None
) -> Address | None:
    parts = PurePosixPath(path).parts
    if any(part.startswith(("_", ".", "#")) or part.endswith("~") for part in parts):
        return None
    if any(path == name.strip("/") or fnmatch(path, name.rstrip("/") + "*") for name in excluded):
        return None
    if front is None:
        return Address(f"/{path}", rendered=False)
    if front.get("published") is False:
        return None
    own = text_setting(front, "permalink")
    if own:
        return Address("/" + own.lstrip("/"))
    return Address(_styled(style, PurePosixPath(path)))


def _styled(style: str, path: PurePosixPath) -> str:
    folder = "" if str(path.parent) == "." else str(path.parent)
    if path.stem == "index" and style in STYLES:
        return f"/{folder}/" if folder else "/"
    template = STYLES.get(style, style)
    filled = (
        template.replace(":path", folder)
        .replace(":basename", path.stem)
        .replace(":title", path.stem)
        .replace(":output_ext", ".html")
        .replace(":categories/", "")
    )
    return "/" + "/".join(part for part in filled.split("/") if part) + _tail(filled)


def _tail(address: str) -> str:
    return "/" if address.endswith("/") and address.strip("/") else ""


def _anchors(headings: Sequence[RawHeading]) -> tuple[str | None, ...]:
    """Number equal slugs without asking whether the result is taken, as kramdown does."""
    seen: dict[str, int] = {}
    anchors: list[str | None] = []
    for heading in headings:
        if heading.explicit or heading.html:
            anchors.append(heading.explicit)
            continue
        slug = _slug(heading)
        count = seen.get(slug, 0)
        seen[slug] = count + 1
        anchors.append(f"{slug}-{count}" if count else slug or None)
    return tuple(anchors)


def _slug(heading: RawHeading) -> str:
    text = heading_text(heading.children)
    # Ruby makes σ of Σ wherever it stands, Python ς at the end of a word.
    kept = word_characters(text.replace("Σ", "σ").lower(), "- \t")
    return kept.replace(" ", "-").replace("\t", "-")
