"""Jekyll, which reads Markdown with kramdown.

Source: https://jekyllrb.com/docs/permalinks/ , https://jekyllrb.com/docs/collections/
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import PurePosixPath

from index.reading.dialects.kramdown import kramdown
from index.reading.front_matter import text_setting
from index.reading.generators.generator import (
    Address,
    Addresses,
    Files,
    Generator,
    Settings,
    last_wins,
)
from index.reading.generators.jekyll_addresses import (
    document_address,
    page_address,
    post_address,
)
from index.reading.generators.jekyll_defaults import with_defaults
from index.reading.generators.just_the_docs import callout_titles
from index.reading.generators.kramdown import gfm_anchors, own_anchors
from index.reading.page import FrontMatter

NAME = "jekyll"
OPTIONS: Mapping[str, tuple[str, ...]] = {"parser": ("gfm", "kramdown"), "permalink": ()}
"""What may be given, with the values that are known; none listed: any."""

_ANCHORS = {"gfm": gfm_anchors, "kramdown": own_anchors}
"""Each parser's rule for ids."""

_README_INDEX = "jekyll-readme-index"
_OPTIONAL_FRONT_MATTER = "jekyll-optional-front-matter"
_NEVER_PAGES = frozenset(
    "README LICENSE LICENCE COPYING CODE_OF_CONDUCT CONTRIBUTING ISSUE_TEMPLATE"
    " PULL_REQUEST_TEMPLATE".split()
)
"""File names that the optional-front-matter plugin leaves alone."""


def jekyll(settings: Settings, options: Mapping[str, str]) -> Generator:
    """Return Jekyll as this site sets it up."""
    url, base = str(settings.get("url") or ""), str(settings.get("baseurl") or "").strip("/")
    site = "/".join(part for part in (url.rstrip("/"), base) if part) if url else ""
    parser = options.get("parser") or _parser(settings)
    rule = _Rule(
        style=options.get("permalink") or str(settings.get("permalink") or "date"),
        excluded=_texts(settings.get("exclude")),
        included=_texts(settings.get("include")),
        plugins=_texts(settings.get("plugins") or settings.get("gems")),
        collections=_collections(settings.get("collections")),
        settings=settings,
    )
    return Generator(
        name=NAME,
        dialect=kramdown(parser, callout_titles(settings)),
        addresses=last_wins(rule.addresses),
        anchors=_ANCHORS[parser],
        file_links="jekyll-relative-links" in rule.plugins,
        site=site,
    )


def _parser(settings: Settings) -> str:
    """Return which parser `_config.yml` asks for; Jekyll's own default is GFM."""
    kramdown = settings.get("kramdown")
    wanted = str(kramdown.get("input")) if isinstance(kramdown, dict) else ""
    return "kramdown" if wanted.lower() == "kramdown" else "gfm"


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _collections(value: object) -> Mapping[str, str]:
    """Return the collections that are pages of the site: name to permalink, '' for the default."""
    if not isinstance(value, dict):
        return {}
    return {
        str(name): str(about.get("permalink") or "")
        for name, about in value.items()
        if isinstance(about, dict) and about.get("output")
    }


@dataclass(frozen=True, slots=True)
class _Rule:
    """Where the pages of one site are."""

    style: str
    """The site's permalink: a built-in style or a template."""
    excluded: tuple[str, ...]
    """Names and patterns that are left out."""
    included: tuple[str, ...]
    """Names that are read although they begin with a sign."""
    plugins: tuple[str, ...]
    """The site's plugins."""
    collections: Mapping[str, str]
    """Collections that are pages: name to permalink."""
    settings: Settings
    """The whole `_config.yml`, for its defaults of front matter."""

    def addresses(self, files: Files) -> Addresses:
        """Return where each file is served."""
        found = {path: self._address(path, front) for path, front in files.items()}
        served = {path: address for path, address in found.items() if address is not None}
        if _README_INDEX in self.plugins:
            served.update(_readme_indexes(served))
        return served

    def _address(self, path: str, front: FrontMatter | None) -> Address | None:
        file = PurePosixPath(path)
        collection = file.parts[0][1:] if file.parts[0].startswith("_") else ""
        if collection in self.collections:
            file = PurePosixPath(collection, *file.parts[1:])
        post = "_posts" in file.parts
        shown = [part for part in file.parts if not (post and part == "_posts")]
        if self._hidden(shown) or self._excluded(path):
            return None
        special = post or collection in self.collections
        if front is None and not self._needs_no_front_matter(path):
            return None if special else Address(f"/{path}", rendered=False)
        kind = "posts" if post else collection if special else "pages"
        settings = with_defaults(front or {}, path, kind, self.settings)
        if settings.get("published") is False:
            return None
        own = text_setting(settings, "permalink")
        if post:
            address = post_address(file, own, self.style)
            return None if address is None else Address(address)
        if special:
            template = self.collections[collection]
            return Address(document_address(file, own, template, self.style))
        return Address(page_address(file, own, self.style))

    def _hidden(self, parts: Sequence[str]) -> bool:
        return any(
            part not in self.included and (part.startswith(("_", ".", "#")) or part.endswith("~"))
            for part in parts
        )

    def _excluded(self, path: str) -> bool:
        return any(
            path == name.strip("/") or fnmatch(path, name.rstrip("/") + "*")
            for name in self.excluded
        )

    def _needs_no_front_matter(self, path: str) -> bool:
        stem = PurePosixPath(path).stem
        return _OPTIONAL_FRONT_MATTER in self.plugins and stem.upper() not in _NEVER_PAGES


def _readme_indexes(served: Addresses) -> Addresses:
    """Return the folder's address for each README whose folder has no other index."""
    taken = {address.path for address in served.values()}
    found: dict[str, Address] = {}
    for path in served:
        file = PurePosixPath(path)
        folder = f"/{file.parent}/".replace("/./", "/")
        if file.stem.upper() == "README" and folder not in taken:
            found[path] = Address(folder)
    return found
