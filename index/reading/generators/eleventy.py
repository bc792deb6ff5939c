"""Eleventy, whose pages get their heading ids from markdown-it-anchor.

Source: https://www.11ty.dev/docs/permalinks/
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from posixpath import normpath

from index.reading.dialects.eleventy import eleventy_dialect
from index.reading.front_matter import text_setting
from index.reading.generators import eleventy_settings
from index.reading.generators.generator import Address, Generator, Settings, each_alone
from index.reading.generators.ignored import ignored
from index.reading.generators.markdown_it_anchor import anchors, own_slug
from index.reading.generators.slugify import slugify
from index.reading.page import FrontMatter

NAME = "eleventy"
OPTIONS: Mapping[str, tuple[str, ...]] = {"slugify": ("1", "2", "3", eleventy_settings.OWN_SLUG)}
"""What may be given, with the values that are known."""

_PRINTED = re.compile(r"\{\{-?\s*([\w.]+)\s*(\|\s*slugify\s*)?-?\}\}")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What decides a page's address."""

    root: PurePosixPath
    """The folder of the pages."""
    own: tuple[PurePosixPath, ...]
    """Folders of the site's own, in which no pages stand."""
    ignored: Callable[[str], bool]
    """Whether a path is left out."""
    prefix: str
    """Path on the host below which the site stands, without slash at its end."""
    slug: Callable[[str], str]
    """The `slugify` filter, for permalinks that use it."""


def eleventy(settings: Settings, options: Mapping[str, str]) -> Generator:
    """Return Eleventy as this site sets it up."""
    version = options.get("slugify") or eleventy_settings.slugify_version(settings)
    slug = own_slug if version == eleventy_settings.OWN_SLUG else slugify(version)
    folders = eleventy_settings.folders(settings)
    root = PurePosixPath(folders["input"].strip("/"))
    rule = _Rule(
        root=root,
        own=tuple(root / folder for name, folder in folders.items() if name != "input"),
        ignored=ignored(eleventy_settings.ignore_patterns(settings)),
        prefix=f"/{settings.get('pathPrefix') or ''}".rstrip("/").replace("//", "/"),
        slug=slugify(eleventy_settings.filter_version(settings)),
    )
    return Generator(
        name=NAME,
        dialect=eleventy_dialect(
            eleventy_settings.plugins(settings),
            templates=settings.get("markdownTemplateEngine") is not False,
        ),
        addresses=each_alone(partial(_address, rule)),
        anchors=partial(anchors, slug),
    )


def _address(rule: _Rule, path: str, front: FrontMatter | None) -> Address | None:
    file = PurePosixPath(path)
    if file.suffix != ".md" or not file.is_relative_to(rule.root):
        return None
    if rule.ignored(path) or any(file.is_relative_to(folder) for folder in rule.own):
        return None
    permalink = (front or {}).get("permalink")
    # A page that leads elsewhere is a redirect, whatever stands in it.
    if text_setting(front, "redirect_to") or isinstance(permalink, bool | int | float):
        return None
    file = file.relative_to(rule.root)
    own = _printed(rule, permalink, file, front) if isinstance(permalink, str) else ""
    return Address(rule.prefix + (_normal(own) if own else _default(file)))


def _normal(permalink: str) -> str:
    """Return the address that a permalink amounts to, as a path in a file system."""
    address = normpath(f"/{permalink.strip('/')}")
    if address.rpartition("/")[2] == "index.html":
        return address.removesuffix("index.html")
    return f"{address}/" if permalink.endswith("/") and address != "/" else address


def _default(file: PurePosixPath) -> str:
    """Return the folder that a page is the index of; one named as its folder is the folder's."""
    if file.stem in ("index", file.parent.name):
        return f"/{file.parent}/" if file.parent.name else "/"
    return f"/{file.with_suffix('')}/"


def _printed(rule: _Rule, permalink: str, file: PurePosixPath, front: FrontMatter | None) -> str:
    """Return a permalink with its variables filled in, nothing where one is not known."""
    known = {
        "page.fileSlug": file.parent.name if file.stem == "index" else file.stem,
        "page.filePathStem": f"/{file.with_suffix('')}",
    }
    unknown = False

    def fill(match: re.Match[str]) -> str:
        nonlocal unknown
        value = known.get(match[1]) or text_setting(front, match[1])
        unknown = unknown or value is None
        return (rule.slug(value) if match[2] else value) if value else ""

    filled = _PRINTED.sub(fill, permalink)
    return "" if unknown or "{{" in filled or "{%" in filled else filled
