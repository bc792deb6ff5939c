"""Where Jekyll serves a page, a post and a document of a collection.

Source: https://jekyllrb.com/docs/permalinks/ , https://jekyllrb.com/docs/collections/ , observed.
"""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

_SUFFIXES: Mapping[str, str] = {"pretty": "/", "date": ".html", "ordinal": ".html", "none": ".html"}
"""What a built-in style puts behind a page's name; `weekdate` is as `date`."""

_POST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)")
_POST_STYLES: Mapping[str, str] = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "none": "/:categories/:title:output_ext",
}
_PLACEHOLDER = re.compile(r":(\w+)")


def page_address(path: PurePosixPath, own: str | None, style: str) -> str:
    """Return a page's address: its own permalink, else folder and name with the style's ending."""
    folder = "" if str(path.parent) == "." else str(path.parent)
    if own is not None:
        return _filled(own, {"path": folder, "basename": path.stem, "output_ext": ".html"})
    if path.stem == "index":
        return f"/{folder}/" if folder else "/"
    return _filled(f"/{folder}/{path.stem}{_suffix(style)}", {})


def document_address(path: PurePosixPath, own: str | None, template: str, style: str) -> str:
    """Return the address of a collection's document; `path` begins with the collection's name."""
    collection, inside = path.parts[0], PurePosixPath(*path.parts[1:])
    return _filled(
        own or template or f"/:collection/:path{_suffix(style)}",
        {
            "collection": collection,
            "path": str(inside.with_suffix("")),
            "name": inside.stem,
            "title": inside.stem,
            "output_ext": ".html",
        },
    )


def post_address(path: PurePosixPath, own: str | None, style: str) -> str | None:
    """Return a post's address, None for a file in `_posts` whose name has no date."""
    match = _POST.fullmatch(path.stem)
    if match is None:
        return None
    folders = path.parts[: path.parts.index("_posts")]
    values = {
        "categories": "/".join(folders),
        "year": match[1],
        "month": match[2].zfill(2),
        "day": match[3].zfill(2),
        "title": match[4],
        "output_ext": ".html",
    }
    default = _POST_STYLES.get(style, style if ":" in style else _POST_STYLES["date"])
    return _filled(own or default, values)


def _suffix(style: str) -> str:
    """Return what stands behind a name: of a template only its ending counts for pages."""
    if ":" not in style and "/" not in style:
        return _SUFFIXES.get(style, ".html")
    if style.endswith("/"):
        return "/"
    return ".html" if style.endswith(":output_ext") else ""


def _filled(template: str, values: Mapping[str, str]) -> str:
    """Return the template with its values put in, one slash between parts, `..` followed."""
    filled = _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), template)
    parts: list[str] = []
    for part in filled.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    ending = "/" if filled.endswith("/") and parts else ""
    return "/" + "/".join(parts) + ending
