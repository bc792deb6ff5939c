"""Jekyll, which reads Markdown with kramdown.

Source: https://jekyllrb.com/docs/permalinks/
"""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from functools import partial
from pathlib import PurePosixPath

from index.reading.dialects.kramdown import KRAMDOWN_GFM, KRAMDOWN_OWN
from index.reading.front_matter import text_setting
from index.reading.generators.generator import (
    Address,
    Generator,
    Settings,
    each_alone,
    last_wins,
)
from index.reading.generators.kramdown import gfm_anchors, own_anchors
from index.reading.page import FrontMatter

NAME = "jekyll"
OPTIONS: Mapping[str, tuple[str, ...]] = {"parser": ("gfm", "kramdown"), "permalink": ()}
"""What may be given, with the values that are known; none listed: any."""

STYLES: Mapping[str, str] = {
    "pretty": "/:path/:basename/",
    "none": "/:path/:basename:output_ext",
    "date": "/:path/:basename:output_ext",
    "ordinal": "/:path/:basename:output_ext",
}
"""What the built-in styles mean for a page."""

PARSERS = {"gfm": (KRAMDOWN_GFM, gfm_anchors), "kramdown": (KRAMDOWN_OWN, own_anchors)}
"""The Markdown of each parser and its rule for ids."""


def jekyll(settings: Settings, options: Mapping[str, str]) -> Generator:
    """Return Jekyll as this site sets it up."""
    style = options.get("permalink") or str(settings.get("permalink") or "date")
    excluded = settings.get("exclude")
    patterns = tuple(str(name) for name in excluded) if isinstance(excluded, list) else ()
    url, base = str(settings.get("url") or ""), str(settings.get("baseurl") or "").strip("/")
    site = "/".join(part for part in (url.rstrip("/"), base) if part) if url else ""
    parser = options.get("parser") or _parser(settings)
    dialect, anchors = PARSERS[parser]
    address = partial(_address, style, patterns)
    return Generator(NAME, dialect, last_wins(each_alone(address)), anchors, site=site)


def _parser(settings: Settings) -> str:
    """Return which parser `_config.yml` asks for; Jekyll's own default is GFM."""
    kramdown = settings.get("kramdown")
    wanted = str(kramdown.get("input")) if isinstance(kramdown, dict) else ""
    return "kramdown" if wanted.lower() == "kramdown" else "gfm"


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
