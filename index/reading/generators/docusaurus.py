"""Docusaurus, its docs plugin.

Addresses: https://docusaurus.io/docs/create-doc#doc-urls ; ids: `remark/headings` of its
mdx-loader, with github-slugger 1.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from posixpath import normpath

from index.reading.dialects.docusaurus import FORMATS, docusaurus_dialect
from index.reading.front_matter import text_setting
from index.reading.generators.configuration.javascript import CALLS
from index.reading.generators.generator import (
    Address,
    Addresses,
    Files,
    Generator,
    RawHeading,
    Settings,
)
from index.reading.generators.slug import word_characters
from index.reading.page import FrontMatter
from index.reading.rules.docusaurus_ids import directive_text

NAME = "docusaurus"
OPTIONS: Mapping[str, tuple[str, ...]] = {"base": ()}
"""What may be given; none listed: any value."""

_PLUGIN = "@docusaurus/plugin-content-docs"
_NO_PREFIX = re.compile(r"\d+[-_.]\d+")
_PREFIX = re.compile(r"\d+\s*[-_.]+\s*(?=[^-_.\s])")
_SLASHES = re.compile("/{2,}")


@dataclass(frozen=True, slots=True)
class _Docs:
    """One folder of pages and where it stands on the site."""

    root: PurePosixPath
    """The folder below the handbook's root."""
    base: str
    """The path on the host of its start page, with a slash at both ends."""
    prefixes: bool
    """Whether numbers in front of names are only an order."""
    slash: bool | None
    """Whether every address ends in a slash; None: only those of folders."""


def docusaurus(settings: Settings, options: Mapping[str, str]) -> Generator:
    """Return Docusaurus as this site sets it up."""
    markdown = settings.get("markdown")
    named = markdown.get("format") if isinstance(markdown, Mapping) else None
    default = "mdx" if CALLS in settings else ""
    return Generator(
        name=NAME,
        dialect=docusaurus_dialect(named if named in FORMATS else default),
        addresses=partial(_addresses, tuple(_folders(settings, options.get("base")))),
        anchors=_anchors,
        file_links=True,
        site=str(settings.get("url") or "").rstrip("/"),
    )


def _folders(settings: Settings, base: str | None) -> Iterator[_Docs]:
    configured = CALLS in settings
    slash = settings.get("trailingSlash")
    for number, named in enumerate(_instances(settings)):
        start = f"{settings.get('baseUrl') or '/'}/{named.get('routeBasePath', 'docs')}"
        yield _Docs(
            root=PurePosixPath(str(named.get("path") or "docs") if configured else "."),
            base=_SLASHES.sub("/", f"/{base if base is not None and number == 0 else start}/"),
            prefixes=named.get("numberPrefixParser") is not False,
            slash=slash if isinstance(slash, bool) else None,
        )


def _instances(settings: Settings) -> Iterator[Mapping[str, object]]:
    """Yield the settings of each folder of docs: that of the preset, then those of plugins."""
    presets, plugins = settings.get("presets"), settings.get("plugins")
    entries = [_entry(preset) for preset in presets] if isinstance(presets, list) else []
    docs = [options.get("docs", {}) for _, options in entries]
    of_preset = [found for found in docs if isinstance(found, Mapping)]
    others = [_entry(plugin) for plugin in plugins] if isinstance(plugins, list) else []
    of_plugins = [options for name, options in others if name in (_PLUGIN, "content-docs")]
    yield from [*of_preset, *of_plugins] or [{}]


def _entry(written: object) -> tuple[str, Mapping[str, object]]:
    """Return name and options of `'name'` or `['name', {…}]`."""
    parts = written if isinstance(written, list) else [written]
    options = parts[1] if len(parts) > 1 and isinstance(parts[1], Mapping) else {}
    return str(parts[0]) if parts else "", options


def _addresses(folders: Sequence[_Docs], files: Files) -> Addresses:
    """Return where each file is served; of two at one address the index is."""
    served: dict[str, tuple[int, str, Address]] = {}
    for path, front in files.items():
        address = next((found for docs in folders if (found := _address(docs, path, front))), None)
        if address is not None:
            rank = _rank(PurePosixPath(path))
            known = served.get(address.rstrip("/"))
            if known is None or rank < known[0]:
                served[address.rstrip("/")] = (rank, path, Address(address))
    return {path: address for _, path, address in served.values()}


def _address(docs: _Docs, path: str, front: FrontMatter | None) -> str | None:
    file = PurePosixPath(path)
    if file.suffix not in (".md", ".mdx") or not file.is_relative_to(docs.root):
        return None
    file = file.relative_to(docs.root)
    settings = front or {}
    if settings.get("draft") is True or any(part.startswith("_") for part in file.parts):
        return None
    strip = docs.prefixes and settings.get("parse_number_prefixes") is not False
    names = [_without_number(part) if strip else part for part in file.with_suffix("").parts]
    folder = "".join(f"{name}/" for name in names[:-1])
    slug = text_setting(front, "slug")
    if slug is None and _rank(file) == _OTHER:
        slug = text_setting(front, "id") or names[-1]
    inside = slug if slug and slug.startswith("/") else _resolved(folder + (slug or ""))
    address = _SLASHES.sub("/", docs.base + inside)
    # The site's router takes a parenthesis for a pattern, so the page never shows.
    return None if "(" in address else _slashed(docs, address)


def _resolved(path: str) -> str:
    """Return a path without `.` and `..`, which lead no higher than to the start page."""
    resolved = normpath(f"/{path}")
    folder = path.endswith("/") or PurePosixPath(path).name in (".", "..")
    return f"{resolved}/" if folder else resolved


def _slashed(docs: _Docs, address: str) -> str:
    if docs.slash is None or address == "/":
        return address
    return address.rstrip("/") + "/" * docs.slash


def _without_number(name: str) -> str:
    number = None if _NO_PREFIX.match(name) else _PREFIX.match(name)
    return name[number.end() :] if number else name


_OTHER = 2


def _rank(file: PurePosixPath) -> int:
    """Return which of a folder's index pages this is, `_OTHER` where it is none."""
    name = file.stem.lower()
    if name == "index":
        return 0
    return 1 if name in ("readme", file.parent.name.lower()) else _OTHER


def _anchors(headings: Sequence[RawHeading]) -> tuple[str | None, ...]:
    """Number equal slugs until the result is free; of an h1 the slug counts, but it has no id."""
    taken: dict[str, int] = {}
    anchors: list[str | None] = []
    for heading in headings:
        anchor = heading.explicit or None
        if anchor is None and not heading.html:
            anchor = _free(taken, _slug(heading)) or None
        anchors.append(None if heading.level == 1 else anchor)
    return tuple(anchors)


def _slug(heading: RawHeading) -> str:
    text = directive_text(heading.children).lower()
    return word_characters(text, "- ").replace(" ", "-")


def _free(taken: dict[str, int], slug: str) -> str:
    anchor = slug
    while anchor in taken:
        taken[slug] += 1
        anchor = f"{slug}-{taken[slug]}"
    taken[anchor] = 0
    return anchor
